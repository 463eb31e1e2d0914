using System.Text;

namespace PodcastInsights.Core.Search.Naming;

/// <summary>
/// A name, a title, or what is typed in place of one, in the form in which they are compared: case, width, accents, apostrophes and
/// punctuation folded as in the index, each Han character in its Simplified form.
/// </summary>
internal sealed class FoldedName
{
    /// <summary>Longer titles are compared by so many words.</summary>
    public const int MaxWords = 48;

    private FoldedName(IReadOnlyList<string> words, string key)
    {
        Words = words;
        Key = key;
    }

    /// <summary>One for each token; a character of a script without spaces is a word.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The words in one, a space between those that are parted by one: equal keys are equal names.</summary>
    public string Key { get; }

    /// <param name="text">Any text at all.</param>
    public static FoldedName Of(string text)
    {
        var words = new List<string>();
        var key = new StringBuilder();
        var before = TokenKind.Sign;
        var reader = new TokenReader(UnicodeText.WellFormed(text), stackalloc char[TokenReader.MaxLength]);
        while (words.Count < MaxWords && reader.MoveNext())
        {
            var word = reader.Term.ToString();
            word = reader.Kind == TokenKind.Character ? HanForms.SimplifiedOf(word) : word;
            if (before == TokenKind.Word && reader.Kind == TokenKind.Word)
            {
                key.Append(' ');
            }

            words.Add(word);
            key.Append(word);
            before = reader.Kind;
        }

        return new FoldedName(words, key.ToString());
    }
}
