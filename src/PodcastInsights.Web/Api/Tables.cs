using System.Globalization;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Citing;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Api;

/// <summary>
/// Converts the API's records to rows. Column names never change; new columns are appended. Addresses have scheme and host, because tables
/// are read elsewhere; slugs are not percent-encoded.
/// </summary>
internal static class Tables
{
    public static Table Of(EpisodesResponse list, SiteLinks links)
    {
        var table = new Table("title", "date", "show", "guests", "time", "turnCount", "wordCount", "mediaUrl", "url", "episode", "languages");
        foreach (var episode in list.Items)
        {
            table.Add(
                LocalText.Best(episode.Titles, Slug(episode.Slug)).Text,
                episode.PublishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                episode.Show,
                string.Join("; ", episode.Guests),
                Time(episode.DurationSeconds),
                episode.TurnCount.ToText(),
                episode.WordCount.ToText(),
                episode.MediaUrl,
                links.Absolute(episode.Url),
                Slug(episode.Slug),
                string.Join(' ', episode.Sources.Select(source => source.Language)));
        }

        return table;
    }

    public static Table Of(SpeakersResponse list, SiteLinks links)
    {
        var table = new Table("name", "episodeCount", "hostedCount", "turnCount", "url", "speaker");
        foreach (var speaker in list.Items)
        {
            table.Add(
                speaker.Name,
                speaker.EpisodeCount.ToText(),
                speaker.HostedCount.ToText(),
                speaker.TurnCount.ToText(),
                links.Absolute(speaker.Url),
                Slug(speaker.Slug));
        }

        return table;
    }

    /// <summary>One row for each paragraph of each turn, because paragraphs have times, languages and advertisements.</summary>
    public static Table Of(EpisodeResponse episode, SiteLinks links)
    {
        var table = new Table(
            "turn", "number", "paragraph", "speaker", "time", "words", "advertisement", "language", "section", "url", "episode", "title");
        var title = LocalText.Best(episode.Titles, Slug(episode.Slug)).Text;
        var sections = episode.Sections.ToLookup(section => section.TurnId);
        string? section = null;
        foreach (var turn in episode.Turns)
        {
            section = sections[turn.Id].LastOrDefault()?.Title ?? section;
            foreach (var (at, paragraph) in turn.Paragraphs.Index())
            {
                table.Add(
                    turn.Id,
                    turn.Number.ToText(),
                    (at + 1).ToText(),
                    turn.Speaker,
                    Time(paragraph.StartSeconds ?? (at == 0 ? turn.StartSeconds : null)),
                    paragraph.Text,
                    paragraph.Sponsor ? "true" : "false",
                    paragraph.Language,
                    section,
                    links.Absolute(turn.Url),
                    Slug(episode.Slug),
                    title);
            }
        }

        return table;
    }

    public static string FileNameOf(EpisodeResponse episode) => $"{Slug(episode.Slug)}.turns.csv";

    private static string? Time(double? seconds) => seconds is { } known ? Timestamp.FromSeconds(known).ToPreciseString() : null;

    /// <summary>In the records it is percent-encoded.</summary>
    private static string Slug(string segment) => Uri.UnescapeDataString(segment);
}
