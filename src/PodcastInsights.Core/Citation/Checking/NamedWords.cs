namespace PodcastInsights.Core.Citation.Checking;

/// <summary>Tells which words are names: those of people in the episode, and capitalised words that do not begin a sentence.</summary>
internal sealed class NamedWords
{
    private const string SentenceEnds = ".?!:。？！：…\"“”«»「」『』—–-(（\n";

    private readonly bool[] named;

    /// <param name="textOf">Gives the text of a word, by the word's index.</param>
    /// <param name="people">Names of people, as written.</param>
    /// <param name="capitals">Whether capital letters mark names in this text.</param>
    public NamedWords(ComparedWord[] words, Func<int, string> textOf, IEnumerable<string> people, bool capitals)
    {
        named = new bool[words.Length];
        for (var i = 0; capitals && i < words.Length; i++)
        {
            var text = textOf(i);
            named[i] = words[i].IsCapital(text) && !IsPronoun(words[i].Folded) && !BeginsSentence(text, words[i].Start);
        }

        foreach (var person in people)
        {
            var name = new List<ComparedWord>();
            ComparedWord.Read(person, 0, 0, name);
            Mark(words, name);
        }
    }

    public bool AnyOf(int from, int to) => named.AsSpan(from, to - from).Contains(true);

    /// <summary>Marks a name as a whole; for names in letters also each of its words that is not an ordinary word.</summary>
    private void Mark(ComparedWord[] words, List<ComparedWord> name)
    {
        for (var i = 0; name.Count > 0 && i + name.Count <= words.Length; i++)
        {
            if (name.Index().All(part => words[i + part.Index].Folded == part.Item.Folded))
            {
                Array.Fill(named, true, i, name.Count);
            }
        }
    }

    private static bool IsPronoun(string folded) => folded is "i" or "im" or "id" or "ill" or "ive";

    private static bool BeginsSentence(string text, int start)
    {
        var before = start - 1;
        while (before >= 0 && char.IsWhiteSpace(text[before]) && text[before] != '\n')
        {
            before--;
        }

        return before < 0 || SentenceEnds.Contains(text[before], StringComparison.Ordinal);
    }
}
