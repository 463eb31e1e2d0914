namespace PodcastInsights.Web.Security;

/// <summary>
/// Marks addresses for programs, which scripts of any site may read (<see cref="OtherOrigins"/>). Their responses must not depend on the
/// client, because foreign scripts run in readers' browsers too.
/// </summary>
internal sealed class ForPrograms
{
    public static ForPrograms Instance { get; } = new();

    /// <summary>Marks endpoints, and routes preflight requests to them.</summary>
    public static void Mark(IEndpointConventionBuilder endpoints) => endpoints.Finally(static endpoint =>
    {
        endpoint.Metadata.Add(Instance);
        foreach (var methods in endpoint.Metadata.OfType<HttpMethodMetadata>())
        {
            methods.AcceptCorsPreflight = true;
        }
    });
}
