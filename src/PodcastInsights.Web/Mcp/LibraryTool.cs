using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace PodcastInsights.Web.Mcp;

/// <summary>An MCP tool, which handles a call as the API does and returns the API's record with absolute links.</summary>
/// <typeparam name="T">The type of the record.</typeparam>
internal abstract class LibraryTool<T>(string name, string title, string description, IReadOnlyList<ToolParameter> parameters) : McpServerTool
    where T : class
{
    // Created on first use, because the schemas would take a fifth of the program's start.
    private readonly Lazy<Tool> described = new(() => new Tool
    {
        Name = name,
        Title = title,
        Description = description,
        InputSchema = JsonSerializer.SerializeToElement(ToolParameter.SchemaOf(parameters)),
        OutputSchema = McpJson.SchemaOf(typeof(T)),
        Annotations = new() { ReadOnlyHint = true, IdempotentHint = true, DestructiveHint = false, OpenWorldHint = false },
    });

    public sealed override Tool ProtocolTool => described.Value;

    public sealed override IReadOnlyList<object> Metadata => [];

    /// <summary>A result of <see cref="Ok{T}"/>, or a problem that names the parameter.</summary>
    public abstract Task<IResult> AskAsync(ToolQuestion question, CancellationToken cancellationToken);

    public sealed override async ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!ToolArguments.TryRead(request.Params?.Arguments ?? new Dictionary<string, JsonElement>(), parameters, out var given, out var wrong))
        {
            return Wrong(wrong);
        }

        try
        {
            return await AskAsync(new ToolQuestion(given, request.Services!), cancellationToken) switch
            {
                Ok<T> { Value: { } answer } => Right(answer),
                ProblemHttpResult problem => Wrong(problem.ProblemDetails.Detail ?? "This cannot be answered."),
                var other => throw new InvalidOperationException($"A tool cannot give {other.GetType()}."),
            };
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return Wrong(McpFailures.Told(error, request.Services!));
        }
    }

    /// <summary>The links of the result.</summary>
    protected virtual IEnumerable<ResourceLinkBlock> LinksOf(T answer) => [];

    private static CallToolResult Wrong(string problem) => new() { IsError = true, Content = [new TextContentBlock { Text = problem }] };

    private CallToolResult Right(T answer)
    {
        var json = JsonSerializer.SerializeToElement(answer, McpJson.Options);
        var text = json.GetRawText();
        if (text.Length > McpJson.LongestAnswer)
        {
            return Wrong("The answer would be too long. Ask for less: fewer items (pageSize, count), fewer words (w), or one of its parts.");
        }

        // For clients that do not support structured content.
        return new CallToolResult { StructuredContent = json, Content = [new TextContentBlock { Text = text }, .. LinksOf(answer)] };
    }
}
