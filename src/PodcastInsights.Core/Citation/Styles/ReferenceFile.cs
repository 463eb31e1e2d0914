namespace PodcastInsights.Core.Citation.Styles;

/// <summary>A file format for reference managers.</summary>
/// <param name="Suffix">Suffix of the file and of its address: <c>csl.json</c>.</param>
public sealed record ReferenceFile(string Suffix, string Name, string MediaType, Func<Reference, string> Write)
{
    public static IReadOnlyList<ReferenceFile> All { get; } =
    [
        new("bib", "BibTeX", "application/x-bibtex", BibTex.Write),
        new("ris", "RIS", "application/x-research-info-systems", Ris.Write),
        new("csl.json", "CSL-JSON", "application/vnd.citationstyles.csl+json", CslJson.Write),
    ];

    public static ReferenceFile Named(string suffix) => All.Single(file => file.Suffix == suffix);
}
