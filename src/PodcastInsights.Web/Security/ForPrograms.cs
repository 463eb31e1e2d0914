namespace PodcastInsights.Web.Security;

/// <summary>
/// Marks addresses that are meant for programs and not for readers: <see cref="OtherOrigins"/> lets scripts of any site read them. What is there
/// is the same for everybody who asks. An answer that depends on who asks is never marked, as a reader's browser asks for foreign scripts too.
/// </summary>
internal sealed class ForPrograms
{
    public static ForPrograms Instance { get; } = new();

    /// <summary>Marks endpoints, and has routing find them for a browser that asks beforehand whether a script may read (a preflight).</summary>
    public static void Mark(IEndpointConventionBuilder endpoints) => endpoints.Finally(static endpoint =>
    {
        endpoint.Metadata.Add(Instance);
        foreach (var methods in endpoint.Metadata.OfType<HttpMethodMetadata>())
        {
            methods.AcceptCorsPreflight = true;
        }
    });
}
