using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>A corpus of three episodes with two documents each; of the second's turn, one is its sponsor read.</summary>
internal static class MatchingCorpus
{
    public static SearchCorpus Build()
    {
        var documents = new SearchDocumentsBuilder();
        documents.Add(1, new SearchDocument(10, 0, 0, 5, 0, DocumentTraits.Live));
        documents.Add(2, new SearchDocument(11, 0, 1, 5, 0, DocumentTraits.Live | DocumentTraits.Takeaway));
        documents.Add(4, new SearchDocument(12, 1, 1, 5, 0, DocumentTraits.Live));
        documents.Add(5, new SearchDocument(12, 1, 1, 5, 0, DocumentTraits.Live | DocumentTraits.Sponsor));
        documents.Add(6, new SearchDocument(13, 2, -1, 5, 1, DocumentTraits.Live));
        documents.Add(7, new SearchDocument(14, 2, 0, 5, 1, DocumentTraits.None));
        return new SearchCorpus(
            documents.Build(),
            [Episode("Looms", 2022, "Ada Quill"), Episode("Lamps", 2024, "Bo Lantern"), Episode("Bells", null, "林小明")],
            [new SearchSpeaker("Ada Quill", EpisodeSlug.From("Ada Quill")), new SearchSpeaker("Bo Lantern", EpisodeSlug.From("Bo Lantern"))],
            ["en", "zh"],
            5,
            5);
    }

    private static SearchEpisode Episode(string title, int? year, string guest) => new(
        EpisodeSlug.From(title),
        new Dictionary<string, string> { ["en"] = title },
        year is { } known ? new DateOnly(known, 5, 1) : null,
        [guest],
        [$"Craft of {title}"]);
}
