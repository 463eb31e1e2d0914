namespace PodcastInsights.Core.Search.Spelling;

/// <summary>One typing error: a letter inserted, dropped or changed, or two adjacent ones swapped.</summary>
internal static class EditDistance
{
    public static bool IsOne(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => IsOne(a, b, out _);

    /// <param name="at">Index of the first difference.</param>
    /// <returns>Whether the two are exactly one error apart.</returns>
    public static bool IsOne(ReadOnlySpan<char> a, ReadOnlySpan<char> b, out int at)
    {
        if (a.Length < b.Length)
        {
            var swap = a;
            a = b;
            b = swap;
        }

        at = a.CommonPrefixLength(b);
        var restA = a[at..];
        var restB = b[at..];
        if (a.Length != b.Length)
        {
            return a.Length == b.Length + 1 && restA[1..].SequenceEqual(restB);
        }

        return !restA.IsEmpty
            && (restA[1..].SequenceEqual(restB[1..])
                || (restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..])));
    }
}
