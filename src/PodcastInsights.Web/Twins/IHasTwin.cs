namespace PodcastInsights.Web.Twins;

/// <summary>
/// A page with a twin in Markdown. The twin has an address of its own (the page's path with
/// <see cref="Rendering.Addresses.Paths.TwinSuffix"/>), and is also given at the page's address to clients that prefer Markdown. Both are
/// written from one page model, so that they have the same content.
/// </summary>
internal interface IHasTwin
{
    /// <summary>Writes the page as Markdown in UTF-8; leaves the stream open.</summary>
    Task WriteTwinAsync(Stream output, CancellationToken cancellationToken);
}
