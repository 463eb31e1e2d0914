using System.Text.Json;
using System.Text.Json.Nodes;
using PodcastInsights.Core.Citation.Styles;
using PodcastInsights.Core.Tests.Citation.Styles.ReadBack;

[assembly: AssemblyFixture(typeof(CitationPrograms))]

namespace PodcastInsights.Core.Tests.Citation.Styles.ReadBack;

/// <summary>citation-js and citeproc.</summary>
public sealed class CitationPrograms : IDisposable
{
    private readonly NodeProgram program = new(Path.Combine("Citation", "Styles", "ReadBack"), "read-back.mjs");

    public void Dispose() => program.Dispose();

    /// <returns>For each: <c>bib</c>, <c>ris</c> and <c>csl</c> as lists of CSL items, and <c>styles</c> by the name of ours.</returns>
    public async Task<IReadOnlyList<JsonNode>> ReadAsync(IReadOnlyList<Reference> references)
    {
        var input = JsonSerializer.Serialize(references.Select(reference => new
        {
            bib = ReferenceFile.Named("bib").Write(reference),
            ris = ReferenceFile.Named("ris").Write(reference),
            csl = ReferenceFile.Named("csl.json").Write(reference),
            locator = reference.Time?.ToString(),
        }));
        var read = JsonNode.Parse(await program.RunAsync(input))!.AsArray().OfType<JsonNode>().ToList();
        Assert.Equal(references.Count, read.Count);
        return read;
    }
}
