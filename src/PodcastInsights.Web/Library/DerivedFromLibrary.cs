namespace PodcastInsights.Web.Library;

/// <summary>Marks endpoints whose responses depend only on the library and the program.</summary>
internal sealed class DerivedFromLibrary
{
    public static DerivedFromLibrary Instance { get; } = new();

    /// <summary>A convention for pages: all are marked, except <see cref="OfThisMomentAttribute">those with changing content</see>.</summary>
    public static void Mark(EndpointBuilder page)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (!page.Metadata.OfType<OfThisMomentAttribute>().Any())
        {
            page.Metadata.Add(Instance);
        }
    }
}
