using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>Consecutive turns of one edition.</summary>
/// <param name="Asked">Index of the requested turn.</param>
/// <param name="Edition">Language of the edition; null for the default one.</param>
public sealed record SpokenTurns(IReadOnlyList<Turn> Turns, int Asked, string? Edition);

/// <summary>Reads turns, of the same version of the library as the posting lists.</summary>
internal interface ISpokenTurns
{
    /// <summary>Reads a turn with the turns around it, fewer at the ends of the episode; null where it was removed meanwhile.</summary>
    /// <param name="turn">Store id; see <see cref="Search.Matching.SearchDocument.Turn"/>.</param>
    SpokenTurns? Around(long turn, int before, int after);
}

/// <summary>The words of consecutive turns, to compare a quotation with.</summary>
internal sealed class SaidWords
{
    private readonly List<(int Turn, int Paragraph)> parts = [];

    /// <param name="withSponsors">Whether to include sponsor reads; without them, the words before and after one are adjacent.</param>
    public SaidWords(SpokenTurns spoken, bool withSponsors)
    {
        Spoken = spoken;
        var words = new List<ComparedWord>();
        for (var turn = 0; turn < spoken.Turns.Count; turn++)
        {
            var (own, sponsor) = (0, 0);
            var paragraphs = spoken.Turns[turn].Paragraphs;
            for (var number = 0; number < paragraphs.Count; number++)
            {
                var paragraph = paragraphs[number];
                if (withSponsors || !paragraph.Sponsor)
                {
                    var next = ComparedWord.Read(paragraph.Plain, parts.Count, paragraph.Sponsor ? sponsor : own, words);
                    (own, sponsor) = paragraph.Sponsor ? (own, next) : (next, sponsor);
                    parts.Add((turn, number));
                }

                // The index has a mark before every paragraph but the first, in both documents.
                (own, sponsor) = (own + 1, sponsor + 1);
            }
        }

        Words = [.. words];
    }

    public SpokenTurns Spoken { get; }

    public ComparedWord[] Words { get; }

    public int TurnOf(int word) => parts[Words[word].Part].Turn;

    /// <summary>The place of the word, independent of which turns were read.</summary>
    public (TurnId Turn, int Paragraph, int Start) PlaceOf(int word)
    {
        var (turn, paragraph) = parts[Words[word].Part];
        return (Spoken.Turns[turn].Id, paragraph, Words[word].Start);
    }

    public Paragraph ParagraphOf(int word)
    {
        var (turn, paragraph) = parts[Words[word].Part];
        return Spoken.Turns[turn].Paragraphs[paragraph];
    }

    /// <summary>Index of the first word of the turn at or after a position of its document.</summary>
    public int Find(int turn, bool sponsor, int position)
    {
        for (var i = 0; i < Words.Length; i++)
        {
            var own = TurnOf(i);
            if (own > turn || (own == turn && ParagraphOf(i).Sponsor == sponsor && Words[i].Position >= position))
            {
                return i;
            }
        }

        return Words.Length;
    }

    /// <summary>The original text; paragraphs are separated by a space.</summary>
    public string TextOf(int from, int to)
    {
        if (from >= to)
        {
            return "";
        }

        var pieces = new List<string>();
        for (var part = Words[from].Part; part <= Words[to - 1].Part; part++)
        {
            var (turn, paragraph) = parts[part];
            var plain = Spoken.Turns[turn].Paragraphs[paragraph].Plain;
            pieces.Add(plain[
                (part == Words[from].Part ? Words[from].Start : 0)..(part == Words[to - 1].Part ? Words[to - 1].End : plain.Length)]);
        }

        return string.Join(' ', pieces);
    }

    /// <summary>Number of the word in its turn, from 1, as <see cref="WordReader"/> counts.</summary>
    public int NumberOf(int word)
    {
        var (turn, paragraph) = parts[Words[word].Part];
        var number = 0;
        for (var before = 0; before < paragraph; before++)
        {
            number += Spoken.Turns[turn].Paragraphs[before].WordCount;
        }

        for (var words = new WordReader(ParagraphOf(word).Plain); words.MoveNext() && words.Start < Words[word].End;)
        {
            number++;
        }

        return number;
    }
}
