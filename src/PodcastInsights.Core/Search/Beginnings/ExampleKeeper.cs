using System.Collections.Concurrent;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Core.Search.Beginnings;

/// <summary>Caches the example searches of one version of the library.</summary>
internal sealed class ExampleKeeper
{
    // More than the site's languages.
    private const int MostLanguages = 8;

    private readonly ConcurrentDictionary<string, OfState> byLanguage = [];

    /// <returns>Null where they must be computed again.</returns>
    public IReadOnlyList<ExampleSearch>? Kept(string language, StoreVersion version) =>
        byLanguage.TryGetValue(language, out var kept) && kept.Stamp == version.Stamp ? kept.Examples : null;

    public void Keep(string language, StoreVersion version, IReadOnlyList<ExampleSearch> examples)
    {
        if (byLanguage.Count < MostLanguages || byLanguage.ContainsKey(language))
        {
            byLanguage[language] = new OfState(version.Stamp, examples);
        }
    }

    private sealed record OfState(string Stamp, IReadOnlyList<ExampleSearch> Examples);
}
