namespace PodcastInsights.Web.Rendering.Views;

/// <summary>Where one is in a list of several pages.</summary>
/// <param name="Current">From 1; may be past <paramref name="Last"/>.</param>
/// <param name="Last">At least 1.</param>
public sealed record Pager(int Current, int Last)
{
    public static Pager Of(int total, int number, int size) => new(number, Math.Max(1, (total + size - 1) / size));

    public int? Previous => Current > 1 ? Math.Min(Current - 1, Last) : null;

    public int? Next => Current < Last ? Current + 1 : null;
}
