using System.Globalization;

namespace PodcastInsights.Core.Search.Querying;

/// <summary>The syntax <c>NEAR(a b, 5)</c>. Without a number, the words must be within ten tokens.</summary>
internal static class NearSyntax
{
    private const string Opening = "NEAR(";
    private const int DefaultDistance = 10;
    private const int MaxDistance = 100;

    /// <param name="rest">The rest of the query.</param>
    /// <param name="offset">Start of <paramref name="rest"/> in the whole query.</param>
    /// <returns>The group and its length in characters; null where there is no group of two words or more.</returns>
    public static (NearGroup Group, int Length)? TryRead(ReadOnlySpan<char> rest, int offset)
    {
        var close = rest.IndexOfAny(')', '）');
        if (!rest.StartsWith(Opening, StringComparison.Ordinal) || close < 0)
        {
            return null;
        }

        var inside = rest[Opening.Length..close];
        var distance = DefaultDistance;
        var comma = inside.LastIndexOfAny(',', '，');
        if (comma >= 0 && int.TryParse(
            inside[(comma + 1)..],
            NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var typed))
        {
            distance = Math.Clamp(typed, 1, MaxDistance);
            inside = inside[..comma];
        }

        var terms = QueryTerms.Loose(inside, offset + Opening.Length);
        return terms.Count < 2 ? null : (new NearGroup(terms, distance), close + 1);
    }
}
