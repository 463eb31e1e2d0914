
namespace PodcastInsights.Core.Citation.Checking;

/// <summary>The words of a quotation.</summary>
internal sealed class GivenWords
{
    // What is longer between brackets is no remark within somebody's words.
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

    /// <summary>As <see cref="QuotedText.Clean"/> leaves it.</summary>
    public string Text { get; }

    public ComparedWord[] Words { get; }

    public int Count => Words.Length;

    /// <summary>Whether an ellipsis stands before the word and others before that.</summary>
    public bool AfterEllipsis(int index) => afterEllipsis[index];

    /// <summary>Whether the quoter's brackets stand around the word: his, not the speaker's.</summary>
    public bool IsBracketed(int index) => bracketed[index];

    public bool HasEllipsis => afterEllipsis.AsSpan().Contains(true);

    /// <summary>The words as they are written.</summary>
    public string TextOf(int from, int to) => from < to ? Text[Words[from].Start..Words[to - 1].End] : "";

    /// <summary>What stands between a word and the one before it.</summary>
    public ReadOnlySpan<char> Between(int index) =>
        Text.AsSpan((index == 0 ? 0 : Words[index - 1].End)..(index == Words.Length ? Text.Length : Words[index].Start));

    /// <summary>How many words begin before that character.</summary>
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
