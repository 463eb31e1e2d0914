using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>Turns one after the other, of one edition.</summary>
/// <param name="Asked">Index of the one that was asked for.</param>
/// <param name="Edition">Its language; null where it is the default one.</param>
public sealed record SpokenTurns(IReadOnlyList<Turn> Turns, int Asked, string? Edition);

/// <summary>Reads turns, in the same state of the library as the posting lists.</summary>
public interface ISpokenTurns
{
    /// <summary>A turn with so many turns around it, fewer at the ends of the episode; null where it is gone by now.</summary>
    /// <param name="turn">The store's id, see <see cref="Search.Matching.SearchDocument.Turn"/>.</param>
    SpokenTurns? Around(long turn, int before, int after);
}

/// <summary>The words of turns one after the other, to hold a quotation against.</summary>
internal sealed class SaidWords
{
    private readonly List<(int Turn, int Paragraph)> parts = [];

    /// <param name="withSponsors">Whether the words of sponsor reads belong to it; without them a talk goes on behind one.</param>
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

                // The index marks every paragraph but the first, in either document.
                (own, sponsor) = (own + 1, sponsor + 1);
            }
        }

        Words = [.. words];
    }

    public SpokenTurns Spoken { get; }

    public ComparedWord[] Words { get; }

    public int TurnOf(int word) => parts[Words[word].Part].Turn;

    /// <summary>Where the word stands, whatever turns are read around it.</summary>
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

    /// <summary>The first word of the turn, of a sponsor read or not, that stands at that position of its document or after it.</summary>
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

    /// <summary>The words as they are written; paragraphs are parted by a space.</summary>
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

    /// <summary>The number in its turn, from 1, of the word that a reader counts there.</summary>
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
