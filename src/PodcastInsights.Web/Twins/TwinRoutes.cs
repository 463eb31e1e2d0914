using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Twins;

/// <summary>Adds a route for the twin to each page that has one, and marks both routes. Applied after the routes of the languages.</summary>
internal sealed class TwinRoutes : IPageRouteModelConvention
{
    /// <summary>Pages whose models are <see cref="IHasTwin"/>. Listed here, because models are not known when routes are made.</summary>
    internal static readonly string[] Pages =
    [
        "/Episodes/Episode", "/Episodes/Index", "/Episodes/Turn", "/Search", "/Speakers/Index", "/Speakers/Speaker", "/Topics/Index", "/Topics/Topic",
    ];

    public void Apply(PageRouteModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!Pages.Contains(model.ViewEnginePath))
        {
            return;
        }

        foreach (var selector in model.Selectors.ToArray())
        {
            var twin = new SelectorModel(selector);
            twin.AttributeRouteModel!.Template += Paths.TwinSuffix;
            twin.EndpointMetadata.Add(TwinAddress.Instance);
            model.Selectors.Add(twin);
            selector.EndpointMetadata.Add(NegotiatedAddress.Instance);
        }
    }
}

/// <summary>Marks a page's own route, which gives the twin to clients that prefer Markdown.</summary>
internal sealed class NegotiatedAddress
{
    public static NegotiatedAddress Instance { get; } = new();
}

/// <summary>Marks the twin's own route.</summary>
internal sealed class TwinAddress
{
    public static TwinAddress Instance { get; } = new();
}
