using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Naming;
using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search.Beginnings;

/// <summary>Two adjacent words of a title or topic, folded.</summary>
internal readonly record struct HeadingPair(string First, string Second)
{
    public string Phrase => $"{First} {Second}";
}

/// <summary>
/// Collects pairs of adjacent words from titles and topics, such as "crisis management". Titles name what a talk is about, so their words
/// resemble search queries more than the words of the talk do. Scripts without spaces give no pairs.
/// </summary>
internal static class HeadingPairs
{
    private const int Most = 24;
    private const int EpisodesLookedAt = 60;
    private const int TopicsLookedAt = 60;
    private const int LeastLetters = 4;

    // Words in a larger share of turns, in percent, are too common.
    private const int LargestShare = 25;

    /// <param name="language">Language of the titles; topics have none.</param>
    /// <returns>Pairs from topics first, then those from the latest titles. They may never be said.</returns>
    public static IReadOnlyList<HeadingPair> Of(SearchCorpus corpus, Vocabulary vocabulary, string language)
    {
        if (TextLanguage.IsEastAsian(language))
        {
            return [];
        }

        var common = Math.Max(6, corpus.LiveCount / LargestShare);
        var latest = corpus.Names.Statistics.Episodes.Select(i => corpus.Episodes[i]).OrderByDescending(static episode => episode.PublishedOn)
            .Take(EpisodesLookedAt).ToList();
        var names = corpus.Names.Statistics.Speakers.Select(i => corpus.Speakers[i].Name)
            .Concat(latest.SelectMany(static episode => episode.Guests))
            .Concat(latest.Select(static episode => episode.Show ?? ""))
            .SelectMany(static name => FoldedName.Of(name).Words)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. corpus.Names.Topics.Heaviest(TopicsLookedAt).Select(static topic => topic.Name)
                .Concat(latest.Select(episode => episode.Titles.GetValueOrDefault(language) ?? ""))
                .SelectMany(In)
                .Distinct()
                .Take(Most),
        ];

        IEnumerable<HeadingPair> In(string heading)
        {
            var pairs = new List<HeadingPair>();
            var (before, end) = ("", 0);
            var reader = new TokenReader(heading, stackalloc char[TokenReader.MaxLength]);
            while (reader.MoveNext())
            {
                var word = reader.Kind == TokenKind.Word && IsThing(reader.Term.ToString()) ? reader.Term.ToString() : "";
                if (before.Length > 0 && word.Length > 0 && before != word && string.IsNullOrWhiteSpace(heading[end..reader.Start]))
                {
                    pairs.Add(new HeadingPair(before, word));
                }

                (before, end) = (word, reader.End);
            }

            return pairs;
        }

        bool IsThing(string word) => word.Length >= LeastLetters
            && word.All(char.IsLetter)
            && !names.Contains(word)
            && vocabulary.OccurrencesOf(word) is > 0 and var said
            && said <= common;
    }
}
