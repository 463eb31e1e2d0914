namespace PodcastInsights.Web.Twins;

/// <summary>
/// A page that is there as Markdown too, for programs and those who read in them: at an address of its own (the page's and
/// <see cref="Rendering.Addresses.Paths.TwinSuffix"/>), and at the page's address where a client likes Markdown better. Both forms are made
/// of one model, so that they say the same.
/// </summary>
internal interface IHasTwin
{
    /// <summary>Writes what the page shows, in UTF-8; leaves the stream open.</summary>
    Task WriteTwinAsync(Stream output, CancellationToken cancellationToken);
}
