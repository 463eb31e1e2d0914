using Microsoft.AspNetCore.Localization;
using PodcastInsights.Web.Embedding;

namespace PodcastInsights.Web.Localisation;

/// <summary>The address alone chooses the language: one address, one answer, whoever asks, so that it can be linked and cached.</summary>
public sealed class AddressCultureProvider : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult<ProviderCultureResult?>(new((OEmbed.LanguageOf(httpContext.Request) ?? SiteLanguage.Of(httpContext.Request.Path)).Tag));
}
