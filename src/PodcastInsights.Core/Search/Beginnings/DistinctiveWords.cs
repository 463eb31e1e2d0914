using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search.Beginnings;

/// <param name="Text">Folded.</param>
/// <param name="At">Number of its first token in the passage.</param>
/// <param name="Start">Index in the passage, in characters.</param>
internal readonly record struct DistinctiveWord(string Text, int At, int Start, int Length);

/// <summary>
/// Finds the distinctive words of a passage: those that some turns have and not too many. In scripts without spaces, pairs of characters
/// that recur.
/// </summary>
internal static class DistinctiveWords
{
    private const int LeastLetters = 5;

    // English adverbs rarely name a topic.
    private const string Adverb = "ly";

    // Characters with grammatical function, in both script forms.
    private const string Grammar =
        "的了是我你他她它這这那在不有就也都和與与一個个們们嗎吗呢吧啊會会要說说什麼么很到上去對对來来嘛喔哦把被跟但而或以為为因所可能很還还沒没得着著過过自己大家就其實实然後后時时候"
        + "谢謝请請您好";

    /// <param name="documents">Number of documents in the index, to judge which words are common.</param>
    public static List<List<DistinctiveWord>> Of(IReadOnlyList<string> passages, Vocabulary vocabulary, int documents)
    {
        var common = Math.Max(6, documents / 100);
        var tokens = passages.Select(Tokens).ToList();
        var pairs = tokens.SelectMany(static own => own.Pairs.Select(static pair => pair.Text)).CountBy(static pair => pair)
            .ToDictionary(static pair => pair.Key, static pair => pair.Value);
        return [.. tokens.Select(own => (List<DistinctiveWord>)
        [
            .. own.Words.Where(word => word.Text.Length >= LeastLetters && word.Text.All(char.IsLetter) && !word.Text.EndsWith(Adverb, StringComparison.Ordinal)
                    && vocabulary.OccurrencesOf(word.Text) is var said && said > 0 && said <= common)
                .OrderByDescending(word => Math.Min(2, vocabulary.OccurrencesOf(word.Text))),
            .. own.Pairs.Where(pair => !pair.Text.Any(static letter => Grammar.Contains(letter, StringComparison.Ordinal)))
                .OrderByDescending(pair => pairs[pair.Text]),
        ])];
    }

    private static (List<DistinctiveWord> Words, List<DistinctiveWord> Pairs) Tokens(string passage)
    {
        var (words, pairs) = (new List<DistinctiveWord>(), new List<DistinctiveWord>());
        var reader = new TokenReader(passage, stackalloc char[TokenReader.MaxLength]);
        var (before, end) = ("", -1);
        for (var at = 0; reader.MoveNext(); at++)
        {
            var text = reader.Term.ToString();
            if (reader.Kind == TokenKind.Word)
            {
                words.Add(new DistinctiveWord(text, at, reader.Start, reader.End - reader.Start));
            }
            else if (reader.Kind == TokenKind.Character && end == reader.Start)
            {
                pairs.Add(new DistinctiveWord(before + text, at - 1, reader.Start - before.Length, before.Length + text.Length));
            }

            (before, end) = reader.Kind == TokenKind.Character ? (text, reader.End) : ("", -1);
        }

        return (words, pairs);
    }
}
