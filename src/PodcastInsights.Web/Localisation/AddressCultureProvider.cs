using Microsoft.AspNetCore.Localization;

namespace PodcastInsights.Web.Localisation;

/// <summary>Chooses the language by the address only, so that each address has one response, which can be linked and cached.</summary>
public sealed class AddressCultureProvider : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult<ProviderCultureResult?>(new(SiteLanguage.Of(httpContext.Request.Path).Tag));
}
