
namespace PodcastInsights.Core.Citation.Checking;

/// <summary>The words of a quotation.</summary>
internal sealed class GivenWords
{
    // Longer text in brackets is not a remark by the person who quotes.
    private const int LongestRemark = 200;

    private readonly bool[] afterEllipsis;
    private readonly bool[] bracketed;

    public GivenWords(string text)
    {
        Text = text;
        var words = new List<ComparedWord>();
        ComparedWord.Read(text, 0, 0, words);
        Words = [.. words];
        afterEllipsis = new bool[Count + 1];
        bracketed = new bool[Count];
        for (var i = 1; i < Count; i++)
        {
            afterEllipsis[i] = Between(i).Contains(QuotedText.Ellipsis);
        }

        MarkBracketed();
    }

    /// <summary>The text cleaned by <see cref="QuotedText.Clean"/>.</summary>
    public string Text { get; }

    public ComparedWord[] Words { get; }

    public int Count => Words.Length;

    /// <summary>Whether an ellipsis comes before the word, with other words before it.</summary>
    public bool AfterEllipsis(int index) => afterEllipsis[index];

    /// <summary>Whether the word is in brackets, and so an addition of the person who quotes.</summary>
    public bool IsBracketed(int index) => bracketed[index];

    public bool HasEllipsis => afterEllipsis.AsSpan().Contains(true);

    /// <summary>The original text of the words.</summary>
    public string TextOf(int from, int to) => from < to ? Text[Words[from].Start..Words[to - 1].End] : "";

    /// <summary>The text between a word and the one before it.</summary>
    public ReadOnlySpan<char> Between(int index) =>
        Text.AsSpan((index == 0 ? 0 : Words[index - 1].End)..(index == Words.Length ? Text.Length : Words[index].Start));

    /// <summary>Number of words that begin before the character.</summary>
    public int CountBefore(int character)
    {
        var count = 0;
        while (count < Words.Length && Words[count].Start < character)
        {
            count++;
        }

        return count;
    }

    public GivenWords Within(TextRange range) => new(Text[range.Start..range.End].Trim());

    private void MarkBracketed()
    {
        var opened = -1;
        for (var i = 0; i < Words.Length; i++)
        {
            foreach (var character in Between(i))
            {
                if (character is ']' or '］' or '】' or '〕')
                {
                    if (opened >= 0 && Words[i - 1].End - Words[opened].Start <= LongestRemark)
                    {
                        Array.Fill(bracketed, true, opened, i - opened);
                    }

                    opened = -1;
                }
                else if (character is '[' or '［' or '【' or '〔')
                {
                    opened = i;
                }
            }
        }

        if (opened >= 0 && Between(Words.Length).IndexOfAny("]］】〕") >= 0)
        {
            Array.Fill(bracketed, true, opened, Words.Length - opened);
        }
    }
}
