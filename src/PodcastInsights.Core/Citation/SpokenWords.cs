using System.Text;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation;

/// <summary>
/// The words of turns that follow one another, each with its place and folded (<see cref="WordFolding"/>). The hash of a run of them is
/// <see cref="ShortHash"/> of the folded words in UTF-8, with the signs between them; where the next turn begins, a line feed stands.
/// </summary>
public sealed class SpokenWords
{
    private readonly IReadOnlyList<Turn> turns;
    private readonly List<Word> words = [];
    private readonly List<byte> folded = [];

    // The turns in which somebody says something, by the index of their first word.
    private readonly List<(int Turn, int Word)> speaking = [];
    private byte[] bytes = [];

    private SpokenWords(IReadOnlyList<Turn> turns) => this.turns = turns;

    /// <summary>Turns in which there is a word; others, such as a break, are passed over.</summary>
    public int TurnCount => speaking.Count;

    public int Count => words.Count;

    /// <param name="turns">One after the other in one edition.</param>
    public static SpokenWords Of(IReadOnlyList<Turn> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        var spoken = new SpokenWords(turns);
        for (var turn = 0; turn < turns.Count; turn++)
        {
            spoken.Add(turn);
        }

        spoken.bytes = [.. spoken.folded];
        return spoken;
    }

    /// <summary>The words that the link names, whatever they are now; null where there are none of these numbers.</summary>
    /// <param name="turnsOn">Counted over the turns with words.</param>
    /// <param name="from">The turn of the link, in the list of turns.</param>
    internal WordWindow? Window(int first, int turnsOn, int last, int from = 0)
    {
        var start = speaking.FindIndex(turn => turn.Turn == from);
        if (start < 0 || start + turnsOn >= speaking.Count || first > WordsIn(start) || last > WordsIn(start + turnsOn))
        {
            return null;
        }

        return new(speaking[start].Word + first - 1, speaking[start + turnsOn].Word + last - 1);
    }

    internal WordWindow? Window(CitedWords cited, int from) => Window(cited.First, cited.TurnsOn, cited.Last, from);

    /// <summary>As many of the words that the link names as there are; null where the turn has no words at all.</summary>
    internal WordWindow? Nearest(CitedWords cited, int from)
    {
        var start = speaking.FindIndex(turn => turn.Turn == from);
        if (start < 0)
        {
            return null;
        }

        var end = Math.Min(start + cited.TurnsOn, speaking.Count - 1);
        var last = speaking[end].Word + Math.Min(cited.Last, WordsIn(end)) - 1;
        var first = Math.Min(speaking[start].Word + Math.Min(cited.First, WordsIn(start)) - 1, last);
        return new(first, last);
    }

    internal string HashOf(WordWindow window) => ShortHash.Of(FoldedOf(window));

    internal ReadOnlySpan<byte> FoldedOf(WordWindow window) => bytes.AsSpan(words[window.First].Fold..words[window.Last].FoldEnd);

    internal string FoldedWord(int word) => Encoding.UTF8.GetString(FoldedOf(new(word, word))).TrimStart();

    /// <summary>What a link to these words says of them.</summary>
    internal CitedWords Cite(WordWindow window)
    {
        var (start, end) = (SpeakingAt(window.First), SpeakingAt(window.Last));
        return CitedWords.Of(
            window.First - speaking[start].Word + 1, end - start, window.Last - speaking[end].Word + 1, HashOf(window));
    }

    /// <summary>The words of that turn; null where it has none.</summary>
    internal WordWindow? WordsOf(int turn)
    {
        var at = speaking.FindIndex(one => one.Turn == turn);
        return at < 0 ? null : new(speaking[at].Word, speaking[at].Word + WordsIn(at) - 1);
    }

    /// <summary>The words as they are written, turn by turn.</summary>
    internal IReadOnlyList<QuotedPassage> PassagesOf(WordWindow window)
    {
        var passages = new List<QuotedPassage>();
        for (var at = SpeakingAt(window.First); at <= SpeakingAt(window.Last); at++)
        {
            var (turn, start) = speaking[at];
            var (first, last) = (Math.Max(window.First, start), Math.Min(window.Last, start + WordsIn(at) - 1));
            var ranges = new List<(int Paragraph, TextRange Range)>();
            for (var word = first; word <= last; word++)
            {
                var (paragraph, range) = (words[word].Paragraph, words[word].Range);
                if (ranges.Count > 0 && ranges[^1].Paragraph == paragraph)
                {
                    ranges[^1] = (paragraph, new(ranges[^1].Range.Start, range.End));
                }
                else
                {
                    ranges.Add((paragraph, range));
                }
            }

            passages.Add(new(turns[turn], first - start + 1, last - start + 1, ranges));
        }

        return passages;
    }

    private string TextOf(Word word) => turns[word.Turn].Paragraphs[word.Paragraph - 1].Plain[word.Range.Start..word.Range.End];

    private int WordsIn(int at) => (at + 1 < speaking.Count ? speaking[at + 1].Word : words.Count) - speaking[at].Word;

    private int SpeakingAt(int word)
    {
        var (low, high) = (0, speaking.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = speaking[middle].Word <= word ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private void Add(int turn)
    {
        var before = words.Count;
        for (var paragraph = 1; paragraph <= turns[turn].Paragraphs.Count; paragraph++)
        {
            var text = turns[turn].Paragraphs[paragraph - 1].Plain;
            var end = 0;
            for (var reader = new WordReader(text); reader.MoveNext();)
            {
                if (words.Count == before)
                {
                    folded.Add((byte)'\n');
                    speaking.Add((turn, before));
                }
                else
                {
                    WordFolding.AppendGap(folded, text.AsSpan(end..reader.Start));
                }

                var fold = folded.Count;
                WordFolding.AppendWord(folded, text.AsSpan(reader.Start..reader.End));
                words.Add(new(turn, paragraph, new(reader.Start, reader.End), fold, folded.Count));
                end = reader.End;
            }
        }
    }

    private readonly record struct Word(int Turn, int Paragraph, TextRange Range, int Fold, int FoldEnd);
}

/// <summary>A run of words, in the order of <see cref="SpokenWords"/> from 0, both inclusive.</summary>
internal readonly record struct WordWindow(int First, int Last)
{
    public int Count => Last - First + 1;
}
