using System.Globalization;
using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Episodes;

/// <summary>A moment of a recording, counted from its start, in whole milliseconds.</summary>
public readonly partial record struct Timestamp(long Milliseconds) : IComparable<Timestamp>
{
    public double Seconds => Milliseconds / 1000.0;

    public static Timestamp FromSeconds(double seconds) => new((long)Math.Round(seconds * 1000));

    /// <summary>
    /// Reads <c>1:05</c>, <c>01:02:03</c>, <c>4:12.50</c> or <c>00:00:01,000</c>; false for anything else, as for 61 seconds.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Timestamp timestamp)
    {
        timestamp = default;
        text = text.Trim();
        if (!Shape.IsMatch(text))
        {
            return false;
        }

        var fraction = text.IndexOfAny('.', ',');
        var clock = fraction < 0 ? text : text[..fraction];
        long seconds = 0;
        var first = true;
        foreach (var part in clock.Split(':'))
        {
            var number = int.Parse(clock[part], NumberStyles.None, CultureInfo.InvariantCulture);
            if (!first && number > 59)
            {
                return false;
            }

            seconds = (seconds * 60) + number;
            first = false;
        }

        var milliseconds = 0L;
        if (fraction >= 0)
        {
            var digits = text[(fraction + 1)..];
            var scale = 100;
            for (var i = 0; i < digits.Length && i < 3; i++, scale /= 10)
            {
                milliseconds += (digits[i] - '0') * scale;
            }
        }

        timestamp = new Timestamp((seconds * 1000) + milliseconds);
        return true;
    }

    public int CompareTo(Timestamp other) => Milliseconds.CompareTo(other.Milliseconds);

    public static bool operator <(Timestamp left, Timestamp right) => left.Milliseconds < right.Milliseconds;

    public static bool operator >(Timestamp left, Timestamp right) => left.Milliseconds > right.Milliseconds;

    public static bool operator <=(Timestamp left, Timestamp right) => left.Milliseconds <= right.Milliseconds;

    public static bool operator >=(Timestamp left, Timestamp right) => left.Milliseconds >= right.Milliseconds;

    /// <summary><c>4:05</c> below one hour, <c>1:04:05</c> from there on. Fractions of a second are dropped.</summary>
    public override string ToString()
    {
        var seconds = Milliseconds / 1000;
        return seconds < 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }

    /// <summary>
    /// <c>0:04:05</c>, with a point and thousandths where there are any: what <see cref="TryParse"/> reads as the same moment.
    /// </summary>
    public string ToPreciseString()
    {
        var seconds = Milliseconds / 1000;
        var clock = string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}");
        return Milliseconds % 1000 is > 0 and var rest ? string.Create(CultureInfo.InvariantCulture, $"{clock}.{rest:000}") : clock;
    }

    [GeneratedRegex(@"^[0-9]{1,3}(:[0-9]{2}){1,2}([.,][0-9]{1,6})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape { get; }
}
