namespace PodcastInsights.Web.Rendering.Views;

/// <summary>Where one is in a list of several pages.</summary>
/// <param name="Current">From 1; may be past <paramref name="Last"/>.</param>
/// <param name="Last">At least 1.</param>
public sealed record Pager(int Current, int Last)
{
    // Pages on either side of this one.
    private const int Around = 2;

    public static Pager Of(int total, int number, int size) => new(number, Math.Max(1, (total + size - 1) / size));

    public int? Previous => Current > 1 ? Math.Min(Current - 1, Last) : null;

    public int? Next => Current < Last ? Current + 1 : null;

    /// <summary>The first, the last and those around this one, in order; null where some are left out between them.</summary>
    public IReadOnlyList<int?> Numbers
    {
        get
        {
            var shown = Enumerable.Range(Current - Around, (2 * Around) + 1).Where(page => page > 1 && page < Last).Prepend(1).Append(Last)
                .Distinct().ToList();
            var numbers = new List<int?>();
            foreach (var page in shown)
            {
                if (numbers is [.., { } before] && page > before + 1)
                {
                    // One page takes no more room than the sign that it is left out.
                    numbers.Add(page == before + 2 ? before + 1 : null);
                }

                numbers.Add(page);
            }

            return numbers;
        }
    }
}
