using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts;

/// <summary>A parsed transcript file: one language of an episode, with its turns.</summary>
/// <param name="Path">Relative to the library folder, with forward slashes.</param>
/// <param name="Language">Language of the edition, an ISO 639-1 code.</param>
/// <param name="Format">Name of the format that parsed it, such as <c>archive</c>.</param>
/// <param name="Titles">Titles by language; empty where the file has none.</param>
/// <param name="About">Text about the guest, by language.</param>
public sealed record Edition(
    string Path,
    string Language,
    string Format,
    IReadOnlyDictionary<string, string> Titles,
    IReadOnlyDictionary<string, string> About,
    string? Show,
    string? Description,
    IReadOnlyList<string> Topics,
    DateOnly? PublishedOn,
    int? DurationSeconds,
    string? MediaUrl,
    IReadOnlyList<Speaker> Speakers,
    IReadOnlyList<Turn> Turns,
    IReadOnlyList<Note> Notes,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<Takeaway> Takeaways,
    IReadOnlyList<SponsorRead> Sponsors,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Metadata under keys that are not understood.</summary>
    public IReadOnlyList<MetadataPair> Metadata { get; init; } = [];

    /// <summary>Other addresses of the episode in the file's metadata: a name, or a path that ends with one.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Editions in other languages in the same file; empty for most files.</summary>
    public IReadOnlyList<Edition> Translations { get; init; } = [];
}
