using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Mcp;

/// <summary>
/// Episodes and turns as MCP resources. Their addresses are those of their pages, so that one link works for people and assistants. The
/// content is the record that the tools return.
/// </summary>
internal static class LibraryResources
{
    private static readonly TurnTool Turns = new();
    private static readonly EpisodeTool Episodes = new();

    public static ValueTask<ListResourcesResult> ListAsync(
        RequestContext<ListResourcesRequestParams> request, CancellationToken cancellationToken) =>
        McpFailures.TellAsync(AnswerListAsync(request, cancellationToken), request.Services!);

    public static ValueTask<ReadResourceResult> ReadAsync(
        RequestContext<ReadResourceRequestParams> request, CancellationToken cancellationToken) =>
        McpFailures.TellAsync(AnswerReadAsync(request, cancellationToken), request.Services!);

    private static async Task<ListResourcesResult> AnswerListAsync(
        RequestContext<ListResourcesRequestParams> request, CancellationToken cancellationToken)
    {
        if (!Paging.TryReadPage(request.Params?.Cursor, out var page))
        {
            throw new McpProtocolException("The parameter 'cursor' must be one that a list gave as 'nextCursor'.", McpErrorCode.InvalidParams);
        }

        var services = request.Services!;
        var root = ToolQuestion.RootOf(services);
        var list = await services.GetRequiredService<IEpisodeReader>().ListAsync(new EpisodeListQuery(page), cancellationToken);
        return new ListResourcesResult
        {
            Resources = [.. list.Items.Select(episode => ResourceOf(EpisodeSummaryResponse.From(episode, root)))],
            NextCursor = list.Number * list.Size < list.Total ? (list.Number + 1).ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    public static ValueTask<ListResourceTemplatesResult> TemplatesAsync(
        RequestContext<ListResourceTemplatesRequestParams> request, CancellationToken cancellationToken)
    {
        var root = ToolQuestion.RootOf(request.Services!);
        return ValueTask.FromResult(new ListResourceTemplatesResult
        {
            ResourceTemplates =
            [
                new()
                {
                    Name = "episode",
                    Title = "Episode, a window at a time",
                    Description = "What get_episode gives; it goes on at 'next', to be given as 'from'.",
                    UriTemplate = root + "/episodes/{slug}{?lang,from,count}",
                    MimeType = McpJson.MediaType,
                },
                new()
                {
                    Name = "turn",
                    Title = "Turn",
                    Description = "What get_turn gives: what one speaker says until another speaks, or words of it.",
                    UriTemplate = root + "/episodes/{slug}/turns/{id}{?lang,w}",
                    MimeType = McpJson.MediaType,
                },
            ],
        });
    }

    private static async Task<ReadResourceResult> AnswerReadAsync(
        RequestContext<ReadResourceRequestParams> request, CancellationToken cancellationToken)
    {
        var services = request.Services!;
        var address = request.Params?.Uri ?? "";
        if (!LinkPlace.TryRead(address, ToolQuestion.RootOf(services), out var place) || place.Kind == LinkKind.Speaker)
        {
            throw new McpProtocolException(
                "The parameter 'uri' must be the address of an episode or a turn of this site.", McpErrorCode.ResourceNotFound);
        }

        var question = new ToolQuestion(place.Given, services);
        var answer = place.Kind == LinkKind.Turn
            ? await Turns.AskAsync(question, cancellationToken)
            : await Episodes.AskAsync(question, cancellationToken);
        if (answer is ProblemHttpResult problem)
        {
            throw new McpProtocolException(
                $"The parameter 'uri' leads nowhere: {problem.ProblemDetails.Detail}", McpErrorCode.ResourceNotFound);
        }

        var text = JsonSerializer.Serialize(((IValueHttpResult)answer).Value, McpJson.Options);
        return text.Length > McpJson.LongestAnswer
            ? throw new McpProtocolException(
                "The resource is too long for one answer; 'from', 'count' and 'w' ask for less.", McpErrorCode.InvalidParams)
            : new ReadResourceResult { Contents = [new TextResourceContents { Uri = address, MimeType = McpJson.MediaType, Text = text }] };
    }

    private static Resource ResourceOf(EpisodeSummaryResponse episode) => new()
    {
        Uri = episode.Url,
        Name = episode.Slug,
        Title = LinkBlocks.TitleOf(episode.Titles, episode.Slug),
        Description = episode.Show,
        MimeType = McpJson.MediaType,
    };
}
