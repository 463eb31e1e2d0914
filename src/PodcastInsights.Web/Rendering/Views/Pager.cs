namespace PodcastInsights.Web.Rendering.Views;

/// <summary>The links to the pages of a list.</summary>
/// <param name="Current">From 1; may be past <paramref name="Last"/>.</param>
/// <param name="Last">At least 1.</param>
internal sealed record Pager(int Current, int Last)
{
    // Pages on either side of this one.
    private const int Around = 2;

    public static Pager Of(int total, int number, int size) => new(number, Math.Max(1, (total + size - 1) / size));

    public int? Previous => Current > 1 ? Math.Min(Current - 1, Last) : null;

    public int? Next => Current < Last ? Current + 1 : null;

    /// <summary>The first page, the last one and those around the current one, in order; null where pages are omitted.</summary>
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
                    // A single omitted page is shown, because the sign of omission is as wide.
                    numbers.Add(page == before + 2 ? before + 1 : null);
                }

                numbers.Add(page);
            }

            return numbers;
        }
    }
}
