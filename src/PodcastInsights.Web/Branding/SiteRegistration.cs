using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Branding;

/// <summary>What knows of the host's settings for the site.</summary>
internal static class SiteRegistration
{
    public static void AddSite(this IServiceCollection services, SiteSettings settings)
    {
        services.AddSingleton<Site>();
        services.AddSingleton(provider => new AboutText(settings.About, provider.GetRequiredService<ILogger<AboutText>>()));
    }
}
