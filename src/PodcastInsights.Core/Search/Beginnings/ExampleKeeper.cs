using System.Collections.Concurrent;
using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Core.Search.Beginnings;

/// <summary>Keeps the examples of a state of the library; while an import changes it many times a second, those of its first words.</summary>
internal sealed class ExampleKeeper
{
    // The site speaks fewer languages.
    private const int MostLanguages = 8;

    private readonly ConcurrentDictionary<string, OfState> byLanguage = [];

    /// <returns>Null where they must be made anew.</returns>
    public IReadOnlyList<ExampleSearch>? Kept(string language, IndexState seen) =>
        byLanguage.TryGetValue(language, out var kept) && (kept.Stamp == seen.Version.Stamp || (seen.IsImporting && kept.Examples.Count > 0))
            ? kept.Examples
            : null;

    public IReadOnlyList<ExampleSearch> Keep(string language, IndexState seen, IReadOnlyList<ExampleSearch> examples)
    {
        if (byLanguage.Count < MostLanguages || byLanguage.ContainsKey(language))
        {
            byLanguage[language] = new OfState(seen.Version.Stamp, examples);
        }

        return examples;
    }

    private sealed record OfState(string Stamp, IReadOnlyList<ExampleSearch> Examples);
}
