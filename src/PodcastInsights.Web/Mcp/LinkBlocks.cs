using ModelContextProtocol.Protocol;
using PodcastInsights.Web.Api;

namespace PodcastInsights.Web.Mcp;

/// <summary>Makes links to the turns and episodes of a result: pages for people, resources for assistants.</summary>
internal static class LinkBlocks
{
    public static ResourceLinkBlock Of(SearchEpisodeResponse episode, SearchTurnResponse turn, string? url = null) =>
        Link(url ?? turn.Url, $"{episode.Slug}/{turn.Id}", TitleOf(episode.Titles, episode.Slug), turn.Speaker);

    public static ResourceLinkBlock Of(TurnResponse turn) => Link(turn.Url, turn.Id, turn.Speaker ?? turn.Id);

    public static ResourceLinkBlock Of(EpisodeSummaryResponse episode) =>
        Link(episode.Url, episode.Slug, TitleOf(episode.Titles, episode.Slug), episode.Show);

    public static string TitleOf(IReadOnlyDictionary<string, string> titles, string otherwise) => titles.Values.FirstOrDefault() ?? otherwise;

    private static ResourceLinkBlock Link(string url, string name, string title, string? description = null) =>
        new() { Uri = url, Name = name, Title = title, Description = description, MimeType = McpJson.MediaType };
}
