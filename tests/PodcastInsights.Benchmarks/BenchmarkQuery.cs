namespace PodcastInsights.Benchmarks;

/// <summary>One query, for every engine to print in its own language.</summary>
/// <param name="Words">All wanted; as typed.</param>
/// <param name="Kind">The class it belongs to.</param>
internal sealed record BenchmarkQuery(QueryKind Kind, IReadOnlyList<string> Words, string? Speaker = null);

internal enum QueryKind
{
    Common,
    Middling,
    Rare,
    Two,
    Three,
    Phrase,
    Prefix,
    Speaker,
    NoHit,
    Typo,
    Human,
}

/// <summary>
/// The fixed queries: taken from the corpus by the rank of its words and at even steps, so that any corpus has its own and always the same.
/// </summary>
internal static class BenchmarkQueries
{
    private const int PerKind = 20;

    private static readonly string[] Human =
    [
        "how to find product market fit", "when should we hire the first salesperson", "what makes a good manager",
        "best advice for new founders", "how do you say no", "pricing a new product", "how to run better meetings",
        "the hardest part of growing a team", "why do people quit", "first ten customers", "talking to users every week",
        "how to give hard feedback", "what to measure first", "remote team culture", "when to raise money", "how to write a strategy",
        "career advice for designers", "learning from failure", "growth loops and retention", "what would you do differently",
    ];

    public static IReadOnlyList<BenchmarkQuery> From(Corpus corpus)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var passage in corpus.Passages)
        {
            foreach (var word in WordsOf(passage.Text))
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }

        var ranked = counts
            .Where(static pair => pair.Key.Length > 2)
            .OrderByDescending(static pair => pair.Value)
            .ThenBy(static pair => pair.Key, StringComparer.Ordinal)
            .Select(static pair => pair.Key)
            .ToList();
        string[] Ranks(int from, int step) =>
            Enumerable.Range(0, PerKind).Select(i => ranked[Math.Min(from + (i * step), ranked.Count - 1)]).ToArray();
        var (common, middling, rare) = (Ranks(5, 5), Ranks(300, 40), Ranks(3000, Math.Max(1, (ranked.Count - 3500) / PerKind)));
        var long5 = corpus.Passages.Select(static passage => WordsOf(passage.Text)).Where(static words => words.Count >= 12).ToList();
        List<string> Run(int i, int length) => long5[(int)((long)i * long5.Count / PerKind)].Skip(3).Take(length).ToList();
        var speakers = corpus.Passages
            .GroupBy(static passage => passage.Speaker)
            .Where(static group => group.Key.Length > 0 && group.Key.Contains(' ', StringComparison.Ordinal))
            .OrderByDescending(static group => group.Count())
            .ThenBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => group.Key)
            .Take(5)
            .ToList();

        IEnumerable<BenchmarkQuery> Of(QueryKind kind, Func<int, IReadOnlyList<string>> words) =>
            Enumerable.Range(0, PerKind).Select(i => new BenchmarkQuery(kind, words(i)));
        return
        [
            .. Of(QueryKind.Common, i => [common[i]]),
            .. Of(QueryKind.Middling, i => [middling[i]]),
            .. Of(QueryKind.Rare, i => [rare[i]]),
            .. Of(QueryKind.Two, i => [common[i], middling[i]]),
            .. Of(QueryKind.Three, i => [common[i], common[PerKind - 1 - i], middling[i]]),
            .. Of(QueryKind.Phrase, i => Run(i, 2 + (i % 4))),
            .. Of(QueryKind.Prefix, i => [middling[i][..Math.Min(middling[i].Length, 4)]]),
            .. Enumerable.Range(0, PerKind).Select(i => new BenchmarkQuery(QueryKind.Speaker, [common[i]], speakers[i % speakers.Count])),
            .. Of(QueryKind.NoHit, i => [$"qx{rare[i]}zq"]),
            .. Of(QueryKind.Typo, i => [Slip(middling[i])]),
            .. Of(QueryKind.Human, i => Human[i].Split(' ')),
        ];
    }

    private static string Slip(string word) => word.Length < 4 ? word + word[^1] : string.Concat(word.AsSpan(0, 3), word.AsSpan(2));

    private static List<string> WordsOf(string text)
    {
        var words = new List<string>();
        var reader = new TokenReader(text, stackalloc char[TokenReader.MaxLength]);
        while (reader.MoveNext())
        {
            if (reader.Kind == TokenKind.Word && char.IsAsciiLetter(reader.Term[0]))
            {
                words.Add(reader.Term.ToString());
            }
        }

        return words;
    }
}
