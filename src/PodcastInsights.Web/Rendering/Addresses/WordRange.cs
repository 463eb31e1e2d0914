using System.Globalization;
using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Marks;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>The parameter <c>w</c>: some words of a turn, as <c>12-31</c> or <c>12</c>.</summary>
/// <param name="First">Counted from 1 over all paragraphs of the turn; <paramref name="Last"/> is inclusive.</param>
public readonly record struct WordRange(int First, int Last)
{
    public override string ToString() => First == Last ? First.ToText() : $"{First.ToText()}-{Last.ToText()}";

    public static bool TryParse(string? text, out WordRange range)
    {
        range = default;
        var ends = (text ?? "").Split('-');
        if (ends.Length > 2 || !TryRead(ends[0], out var first) || !TryRead(ends[^1], out var last) || first > last)
        {
            return false;
        }

        range = new(first, last);
        return true;

        static bool TryRead(string digits, out int number) =>
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
    }

    /// <summary>The words of the place that stand in its first turn.</summary>
    public static WordRange Of(QuotationPlace place) =>
        new(place.FirstWord, place.Turns.Count == 1 ? place.LastWord : place.Turns[0].WordCount);

    /// <summary>Where these words stand in each paragraph; null where the turn has fewer words.</summary>
    public PassageMarks? In(Turn turn)
    {
        var marks = new PassageMarks();
        var number = 0;
        for (var paragraph = 1; paragraph <= turn.Paragraphs.Count; paragraph++)
        {
            var (start, end) = (-1, -1);
            for (var words = new WordReader(turn.Paragraphs[paragraph - 1].Plain); words.MoveNext();)
            {
                number++;
                start = number >= First && start < 0 ? words.Start : start;
                end = number <= Last ? words.End : end;
            }

            if (start >= 0 && start < end)
            {
                marks.Add(paragraph, new(start, end));
            }
        }

        return Last <= number ? marks : null;
    }
}
