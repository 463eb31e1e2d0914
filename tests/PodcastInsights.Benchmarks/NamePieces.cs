using BenchmarkDotNet.Attributes;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Naming;
using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Benchmarks;

/// <summary>Finding people and episodes by name in a library of 5,000 episodes and 5,000 people, all of made-up names.</summary>
[MemoryDiagnoser]
public class NamePieces
{
    private const int Count = 5_000;

    private static readonly string[] Syllables =
        [.. "bdfgklmnprstv".SelectMany(static first => "aeiou".Select(second => $"{first}{second}"))];

    private readonly SearchCorpus corpus = MakeCorpus();
    private readonly string[] typed;

    public NamePieces()
    {
        var title = corpus.Episodes[Count / 2].Title;
        var name = corpus.Speakers[Count / 2].Name;
        typed = [title, title[..^3] + title[^2..], name, name[..^3] + name[^2..], "said by nobody at all"];
        NamedByWords();
    }

    [Benchmark]
    public int MakeIndex()
    {
        var names = new LibraryNames(corpus.Documents, corpus.Episodes, corpus.Speakers);
        return names.NamedBy(SearchQuery.Parse(typed[1]), Vocabulary.Empty).Count;
    }

    /// <summary>Five queries: a title and a name, each whole and with a slip, and what is no name.</summary>
    [Benchmark(OperationsPerInvoke = 5)]
    public int NamedByWords() => typed.Sum(words => corpus.Names.NamedBy(SearchQuery.Parse(words), Vocabulary.Empty).Count);

    [Benchmark]
    public SearchSuggestions CompleteOneLetter() => SearchSuggester.Suggest("t", corpus, Vocabulary.Empty);

    [Benchmark]
    public SearchSuggestions CompleteThreeLettersOfEach() => SearchSuggester.Suggest("the tal bab", corpus, Vocabulary.Empty);

    [Benchmark]
    public SearchSuggestions CompleteSpeaker() => SearchSuggester.Suggest("speaker:bab", corpus, Vocabulary.Empty);

    /// <summary>Where no name has all the words, one of them may be a slip.</summary>
    [Benchmark]
    public SearchSuggestions CompleteWithSlip() => SearchSuggester.Suggest("baba bubi bobe tatu", corpus, Vocabulary.Empty);

    private static SearchCorpus MakeCorpus()
    {
        var random = new Random(5);
        var documents = new SearchDocumentsBuilder();
        for (var i = 0; i < Count; i++)
        {
            documents.Add(i + 1, new SearchDocument(i + 1, i, i, 10, 0, DocumentTraits.Live));
        }

        return new SearchCorpus(
            documents.Build(),
            [.. Enumerable.Range(0, Count).Select(i => new SearchEpisode(
                EpisodeSlug.From($"episode {i}"),
                new Dictionary<string, string> { ["en"] = $"The tale of {Words(random, 6)} | {Words(random, 2)}" },
                new DateOnly(2020, 1, 1).AddDays(i % 2000),
                [Words(random, 2)],
                ["craft"]))],
            [.. Enumerable.Range(0, Count).Select(_ => Words(random, 2)).Select(name => new SearchSpeaker(name, EpisodeSlug.From(name)))],
            ["en"],
            Count,
            10);
    }

    private static string Words(Random random, int count) => string.Join(
        ' ',
        Enumerable.Range(0, count).Select(_ => string.Concat(random.GetItems(Syllables, random.Next(2, 5)))));
}
