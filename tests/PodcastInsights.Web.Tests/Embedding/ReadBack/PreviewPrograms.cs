using System.Text.Json;
using System.Text.Json.Nodes;
using PodcastInsights.Core.Tests;
using PodcastInsights.Web.Tests.Embedding.ReadBack;

[assembly: AssemblyFixture(typeof(PreviewPrograms))]

namespace PodcastInsights.Web.Tests.Embedding.ReadBack;

/// <summary>oembed-extractor and unfurl.js.</summary>
public sealed class PreviewPrograms : IDisposable
{
    private readonly NodeProgram program = new(Path.Combine("Embedding", "ReadBack"), "read-back.mjs");

    public void Dispose() => program.Dispose();

    /// <returns>For each address what <c>extractor</c> and <c>unfurl</c> make of it; an <c>error</c> where they fail.</returns>
    public async Task<IReadOnlyList<JsonNode>> ReadAsync(params string[] addresses) =>
        [.. JsonNode.Parse(await program.RunAsync(JsonSerializer.Serialize(addresses)))!.AsArray().OfType<JsonNode>()];
}
