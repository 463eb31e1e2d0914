using System.Text;

namespace PodcastInsights.Core.Search.Naming;

/// <summary>
/// A name, title or typed text, folded for comparison: case, width, accents, apostrophes and punctuation as in the index, and each Han
/// character in its Simplified form.
/// </summary>
internal sealed class FoldedName
{
    /// <summary>Number of words compared in longer titles.</summary>
    public const int MaxWords = 48;

    private FoldedName(IReadOnlyList<string> words, string key)
    {
        Words = words;
        Key = key;
    }

    /// <summary>The tokens; in scripts without spaces, characters.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The words joined, with a space where they had one. Equal keys mean equal names.</summary>
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
