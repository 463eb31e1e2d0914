namespace PodcastInsights.Web.Settings;

/// <summary>Finds what somebody meant who typed a name wrong.</summary>
internal static class NearestName
{
    /// <summary>One letter in so many may be wrong.</summary>
    private const int LettersForOneSlip = 3;

    /// <summary>
    /// The name that takes the fewest slips to be typed so: a letter too many, too few, another, or two in the wrong order; case is no slip, and
    /// a section left out is one. Null where none is near.
    /// </summary>
    public static string? Of(string typed, IEnumerable<string> names)
    {
        var (nearest, fewest) = (default(string), Math.Max(2, typed.Length / LettersForOneSlip) + 1);
        foreach (var name in names)
        {
            var slips = Slips(typed, name);
            if (name.LastIndexOf(':') is >= 0 and var colon && !typed.Contains(':', StringComparison.Ordinal))
            {
                slips = Math.Min(slips, Slips(typed, name[(colon + 1)..]) + 1);
            }

            if (slips < fewest)
            {
                (nearest, fewest) = (name, slips);
            }
        }

        return nearest;
    }

    /// <summary>The distance of Damerau and Levenshtein in its simpler form, where no letter is moved twice.</summary>
    private static int Slips(string typed, string name)
    {
        if (Math.Abs(typed.Length - name.Length) > typed.Length)
        {
            return int.MaxValue / 2;
        }

        var (before, last, row) = (new int[name.Length + 1], new int[name.Length + 1], new int[name.Length + 1]);
        for (var j = 0; j <= name.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= name.Length; j++)
            {
                var another = Same(typed[i - 1], name[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + another);
                if (i > 1 && j > 1 && Same(typed[i - 1], name[j - 2]) && Same(typed[i - 2], name[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[name.Length];
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
