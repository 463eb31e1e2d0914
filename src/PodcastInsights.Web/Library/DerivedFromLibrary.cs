namespace PodcastInsights.Web.Library;

/// <summary>Marks endpoints whose answers change only with the library and the program.</summary>
public sealed class DerivedFromLibrary
{
    public static DerivedFromLibrary Instance { get; } = new();

    /// <summary>
    /// A convention for pages: all are derived from it, but for those <see cref="OfThisMomentAttribute">of this moment</see>.
    /// </summary>
    public static void Mark(EndpointBuilder page)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (!page.Metadata.OfType<OfThisMomentAttribute>().Any())
        {
            page.Metadata.Add(Instance);
        }
    }
}
