using Microsoft.AspNetCore.Localization;
using PodcastInsights.Web.Embedding;

namespace PodcastInsights.Web.Localisation;

/// <summary>Chooses the language by the address only, so that each address has one response, which can be linked and cached.</summary>
internal sealed class AddressCultureProvider : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult<ProviderCultureResult?>(new((OEmbed.LanguageOf(httpContext.Request) ?? SiteLanguage.Of(httpContext.Request.Path)).Tag));
}
