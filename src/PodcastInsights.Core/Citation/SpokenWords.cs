using System.Text;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation;

/// <summary>
/// The words of consecutive turns, each with its place and folded (<see cref="WordFolding"/>). The hash of a range is the
/// <see cref="ShortHash"/> of the folded words in UTF-8, including the signs between them, with a line feed between turns.
/// </summary>
internal sealed class SpokenWords
{
    private readonly IReadOnlyList<Turn> turns;
    private readonly List<Word> words = [];
    private readonly List<byte> folded = [];

    // The turns with words, and the index of their first word.
    private readonly List<(int Turn, int Word)> speaking = [];
    private byte[] bytes = [];

    private SpokenWords(IReadOnlyList<Turn> turns) => this.turns = turns;

    /// <summary>Number of turns with words.</summary>
    public int TurnCount => speaking.Count;

    public int Count => words.Count;

    /// <param name="turns">Consecutive turns of one edition.</param>
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

    /// <summary>The range of a link, whatever its words are now; null where there are no such numbers.</summary>
    /// <param name="turnsOn">Number of further turns, counting those with words.</param>
    /// <param name="from">Index of the link's turn.</param>
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

    /// <summary>The part of a link's range that exists; null where the turn has no words.</summary>
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

    /// <summary>The link parameter for these words.</summary>
    internal CitedWords Cite(WordWindow window)
    {
        var (start, end) = (SpeakingAt(window.First), SpeakingAt(window.Last));
        return CitedWords.Of(
            window.First - speaking[start].Word + 1, end - start, window.Last - speaking[end].Word + 1, HashOf(window));
    }

    /// <summary>The range of a turn's words; null where it has none.</summary>
    internal WordWindow? WordsOf(int turn)
    {
        var at = speaking.FindIndex(one => one.Turn == turn);
        return at < 0 ? null : new(speaking[at].Word, speaking[at].Word + WordsIn(at) - 1);
    }

    /// <summary>The original text of the words, for each turn.</summary>
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

/// <summary>A range of word indices from 0 in <see cref="SpokenWords"/>, both inclusive.</summary>
internal readonly record struct WordWindow(int First, int Last)
{
    public int Count => Last - First + 1;
}
