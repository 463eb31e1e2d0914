namespace PodcastInsights.Core.Citation.Checking;

/// <summary>Tells whether two words differ by a typing error or two.</summary>
internal static class Misspelling
{
    // Shorter words are similar to too many others.
    private const int Shortest = 4;

    // From this length on two errors are allowed.
    private const int Long = 8;

    public static bool Is(string one, string other)
    {
        var most = Math.Min(one.Length, other.Length) is var length && length >= Long ? 2 : 1;
        if (length < Shortest || Math.Abs(one.Length - other.Length) > most || (one[0] != other[0] && one[^1] != other[^1])
            || char.IsDigit(one[0]) || char.IsDigit(other[0]))
        {
            return false;
        }

        var a = one.AsSpan();
        var b = other.AsSpan();
        var same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        while (!a.IsEmpty && !b.IsEmpty && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }

        return Math.Max(a.Length, b.Length) <= most || (a.Length == 2 && b.Length == 2 && a[0] == b[1] && a[1] == b[0])
            || (most == 2 && Distance(a, b) <= most);
    }

    /// <summary>The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.</summary>
    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var width = b.Length + 1;
        var costs = new int[(a.Length + 1) * width];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                var at = (i * width) + j;
                if (i == 0 || j == 0)
                {
                    costs[at] = i + j;
                    continue;
                }

                costs[at] = Math.Min(
                    costs[at - width - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), 1 + Math.Min(costs[at - width], costs[at - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    costs[at] = Math.Min(costs[at], costs[at - (2 * width) - 2] + 1);
                }
            }
        }

        return costs[^1];
    }
}
