using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace PodcastInsights.Web.Localisation;

/// <summary>Adds a route to every page for each language with a prefix.</summary>
internal sealed class LocalisedRoutes : IPageRouteModelConvention
{
    public void Apply(PageRouteModel model)
    {
        foreach (var selector in model.Selectors.ToArray())
        {
            foreach (var language in SiteLanguage.All.Where(l => l.Prefix.Length > 0))
            {
                var localised = new SelectorModel(selector);
                localised.AttributeRouteModel!.Template =
                    AttributeRouteModel.CombineTemplates(language.Prefix.TrimStart('/'), selector.AttributeRouteModel!.Template);
                model.Selectors.Add(localised);
            }
        }
    }
}
