using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Naming;

/// <summary>A made-up library of names: each episode has one turn of its host and one of its guest.</summary>
internal static class SampleNames
{
    public static SearchCorpus Corpus(params IReadOnlyList<SampleEpisode> episodes)
    {
        var documents = new SearchDocumentsBuilder();
        var speakers = episodes.SelectMany(static episode => (string?[])[episode.Host, episode.Guest]).OfType<string>().Distinct().ToList();
        var id = 1;
        foreach (var (index, episode) in episodes.Index())
        {
            foreach (var speaker in (string?[])[episode.Host, episode.Guest])
            {
                documents.Add(id, new SearchDocument(
                    id++, index, speaker is null ? -1 : speakers.IndexOf(speaker), 10, 0, episode.Gone ? DocumentTraits.None : DocumentTraits.Live));
            }
        }

        return new SearchCorpus(
            documents.Build(),
            [.. episodes.Select(static episode => new SearchEpisode(
                EpisodeSlug.From(episode.Title),
                new Dictionary<string, string> { ["en"] = episode.Title, ["zh"] = episode.Chinese ?? episode.Title },
                episode.Date is { } date ? DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture) : null,
                episode.Guest is { } guest ? [guest] : [],
                episode.Topics)
            {
                Show = episode.Show,
                EditionLanguages = episode.Chinese is null ? ["en"] : ["en", "zh"],
                HostSlugs = episode.Host is { } host ? [EpisodeSlug.From(host)] : [],
                GuestSlugs = episode.Guest is { } called ? [EpisodeSlug.From(called)] : [],
            })],
            [.. speakers.Select(static name => new SearchSpeaker(name, SlugOf(name)))],
            ["en"],
            2 * episodes.Count,
            10);
    }

    // What a machine calls a voice has a slug of its own in each episode.
    private static EpisodeSlug SlugOf(string name) => EpisodeSlug.From(name.StartsWith("Speaker ", StringComparison.Ordinal) ? $"some {name}" : name);
}

internal sealed record SampleEpisode(string Title, string? Guest = null, string? Host = null, string? Chinese = null, string? Date = null, string? Show = null)
{
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Whether it was removed, and only the corpus remembers it.</summary>
    public bool Gone { get; init; }
}
