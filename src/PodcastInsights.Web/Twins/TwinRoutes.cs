using Microsoft.AspNetCore.Mvc.ApplicationModels;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Twins;

/// <summary>Gives each page that has a twin a second address for it, and tells the two apart. Comes behind the routes of the languages.</summary>
internal sealed class TwinRoutes : IPageRouteModelConvention
{
    /// <summary>Those whose models are <see cref="IHasTwin"/>; when routes are made no model is known.</summary>
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

/// <summary>Marks the address of a page that is answered with its twin where the client likes that better.</summary>
internal sealed class NegotiatedAddress
{
    public static NegotiatedAddress Instance { get; } = new();
}

/// <summary>Marks the twin's own address.</summary>
internal sealed class TwinAddress
{
    public static TwinAddress Instance { get; } = new();
}
