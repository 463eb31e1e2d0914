using System.Text;
using ICU4N;
using ICU4N.Globalization;
using Direction = ICU4N.Globalization.UCharacterDirection;

namespace PodcastInsights.Web.Cards.Typesetting;

/// <summary>
/// Computes the direction of each character of a paragraph by the Unicode Bidirectional Algorithm (UAX 9). A <see cref="CardText"/> has no
/// embeddings, isolates and further paragraphs, so the rules for these (X1 to X8) are omitted.
/// </summary>
internal sealed class BidiLevels
{
    private const int MostOpenBrackets = 63; // BD16

    private readonly Rune[] runes;
    private readonly Direction[] given;
    private readonly Direction[] classes;
    private readonly Direction own;

    private BidiLevels(Rune[] runes, bool rightToLeft)
    {
        this.runes = runes;
        given = [.. runes.Select(rune => (Direction)UChar.GetDirection(rune.Value))];
        classes = [.. given];
        var strong = Array.Find(given, IsStrong);
        own = strong == default && Array.TrueForAll(given, direction => !IsStrong(direction)) ? rightToLeft ? Direction.RightToLeft : Direction.LeftToRight
            : strong == Direction.LeftToRight ? Direction.LeftToRight
            : Direction.RightToLeft;
    }

    /// <summary>The embedding level of each UTF-16 code unit: even for left to right, odd for right to left.</summary>
    /// <param name="text">Without unpaired surrogates.</param>
    /// <param name="rightToLeft">Direction of the paragraph where no character decides it (P2, P3).</param>
    public static byte[] Of(string text, bool rightToLeft, out bool paragraphIsRightToLeft)
    {
        // X9: boundary neutrals, such as joiners, are ignored, and get the level of the character before them.
        var all = text.EnumerateRunes().ToArray();
        var taking = all.Where(rune => !IsIgnored(rune)).ToArray();
        var bidi = new BidiLevels(taking, rightToLeft);
        bidi.ResolveWeak();
        bidi.ResolveBrackets();
        bidi.ResolveNeutral();

        var levels = new byte[text.Length];
        paragraphIsRightToLeft = bidi.own == Direction.RightToLeft;
        var level = (byte)(paragraphIsRightToLeft ? 1 : 0);
        var (at, taken) = (0, 0);
        foreach (var rune in all)
        {
            if (!IsIgnored(rune))
            {
                level = bidi.LevelOf(taken++);
            }

            levels.AsSpan(at, rune.Utf16SequenceLength).Fill(level);
            at += rune.Utf16SequenceLength;
        }

        return levels;
    }

    /// <summary>The order in which runs are drawn from left to right (rule L2).</summary>
    /// <param name="levels">Levels of the runs, in logical order.</param>
    public static int[] VisualOrder(IReadOnlyList<byte> levels)
    {
        int[] order = [.. Enumerable.Range(0, levels.Count)];
        for (var level = levels.DefaultIfEmpty((byte)0).Max(); level > 0; level--)
        {
            for (var first = 0; first < order.Length; first++)
            {
                var end = first;
                while (end < order.Length && levels[order[end]] >= level)
                {
                    end++;
                }

                Array.Reverse(order, first, end - first);
                first = Math.Max(first, end - 1);
            }
        }

        return order;
    }

    private static bool IsIgnored(Rune rune) => (Direction)UChar.GetDirection(rune.Value) == Direction.BoundaryNeutral;

    private static bool IsStrong(Direction direction) =>
        direction is Direction.LeftToRight or Direction.RightToLeft or Direction.RightToLeftArabic;

    private static bool IsNeutral(Direction direction) => direction
        is Direction.BlockSeparator or Direction.SegmentSeparator or Direction.WhiteSpaceNeutral or Direction.OtherNeutral;

    /// <summary>The strong direction that neutrals see: numbers count as right to left (N0 to N2).</summary>
    private static Direction? Side(Direction direction) => direction switch
    {
        Direction.LeftToRight => Direction.LeftToRight,
        Direction.RightToLeft or Direction.EuropeanNumber or Direction.ArabicNumber => Direction.RightToLeft,
        _ => null,
    };

    /// <summary>W1 to W7.</summary>
    private void ResolveWeak()
    {
        var strong = own;
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] == Direction.DirNonSpacingMark)
            {
                classes[i] = i == 0 ? own : classes[i - 1];
            }

            strong = IsStrong(classes[i]) ? classes[i] : strong;
            if (classes[i] == Direction.EuropeanNumber && strong == Direction.RightToLeftArabic)
            {
                classes[i] = Direction.ArabicNumber;
            }
        }

        Replace(Direction.RightToLeftArabic, Direction.RightToLeft);
        for (var i = 1; i + 1 < classes.Length; i++)
        {
            var (before, after) = (classes[i - 1], classes[i + 1]);
            if (before == after
                && ((before == Direction.EuropeanNumber && classes[i] is Direction.EuropeanNumberSeparator or Direction.CommonNumberSeparator)
                    || (before == Direction.ArabicNumber && classes[i] == Direction.CommonNumberSeparator)))
            {
                classes[i] = before;
            }
        }

        EachRun(direction => direction == Direction.EuropeanNumberTerminator, (start, end) =>
        {
            if (Before(start) == Direction.EuropeanNumber || After(end) == Direction.EuropeanNumber)
            {
                classes.AsSpan(start..end).Fill(Direction.EuropeanNumber);
            }
        });
        Replace(Direction.EuropeanNumberSeparator, Direction.OtherNeutral);
        Replace(Direction.EuropeanNumberTerminator, Direction.OtherNeutral);
        Replace(Direction.CommonNumberSeparator, Direction.OtherNeutral);
        strong = own;
        for (var i = 0; i < classes.Length; i++)
        {
            strong = IsStrong(classes[i]) ? classes[i] : strong;
            if (classes[i] == Direction.EuropeanNumber && strong == Direction.LeftToRight)
            {
                classes[i] = Direction.LeftToRight;
            }
        }
    }

    /// <summary>N0: both brackets of a pair have the same direction.</summary>
    private void ResolveBrackets()
    {
        foreach (var (open, close) in Pairs().Order())
        {
            var sides = classes[(open + 1)..close].Select(Side).OfType<Direction>().ToHashSet();
            if (sides.Count == 0)
            {
                continue;
            }

            var context = classes[..open].Select(Side).LastOrDefault(side => side is not null) ?? own;
            var way = sides.Contains(own) ? own : context == sides.First() ? context : own;
            Set(open, way);
            Set(close, way);
        }

        // A combining mark on a bracket has its direction.
        void Set(int at, Direction way)
        {
            do
            {
                classes[at++] = way;
            }
            while (at < given.Length && given[at] == Direction.DirNonSpacingMark);
        }
    }

    private List<(int Open, int Close)> Pairs()
    {
        var pairs = new List<(int, int)>();
        var open = new List<(int At, int Closing)>();
        for (var i = 0; i < runes.Length; i++)
        {
            if (classes[i] != Direction.OtherNeutral)
            {
                continue;
            }

            switch (UChar.GetIntPropertyValue(runes[i].Value, UProperty.Bidi_Paired_Bracket_Type))
            {
                case 1 when open.Count == MostOpenBrackets:
                    return [];
                case 1:
                    open.Add((i, Canonical(UChar.GetBidiPairedBracket(runes[i].Value))));
                    break;
                case 2 when open.FindLastIndex(bracket => bracket.Closing == Canonical(runes[i].Value)) is >= 0 and var opened:
                    pairs.Add((open[opened].At, i));
                    open.RemoveRange(opened, open.Count - opened);
                    break;
            }
        }

        return pairs;

        static int Canonical(int bracket) => bracket == 0x232A ? 0x3009 : bracket;
    }

    /// <summary>N1 and N2.</summary>
    private void ResolveNeutral() => EachRun(IsNeutral, (start, end) =>
    {
        var (before, after) = (Side(Before(start)), Side(After(end)));
        classes.AsSpan(start..end).Fill(before == after && before is { } both ? both : own);
    });

    /// <summary>I1 and I2.</summary>
    private byte LevelOf(int at) => (own, classes[at]) switch
    {
        (Direction.LeftToRight, Direction.LeftToRight) => 0,
        (_, Direction.RightToLeft) => 1,
        _ => 2,
    };

    private Direction Before(int at) => at == 0 ? own : classes[at - 1];

    private Direction After(int at) => at == classes.Length ? own : classes[at];

    private void Replace(Direction one, Direction other) => classes.AsSpan().Replace(one, other);

    private void EachRun(Func<Direction, bool> belongs, Action<int, int> resolve)
    {
        for (var start = 0; start < classes.Length; start++)
        {
            var end = start;
            while (end < classes.Length && belongs(classes[end]))
            {
                end++;
            }

            if (end > start)
            {
                resolve(start, end);
                start = end - 1;
            }
        }
    }
}
