using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Branding;

/// <summary>Registers the services for name and look of the site.</summary>
internal static class SiteRegistration
{
    public static void AddSite(this IServiceCollection services, SiteSettings settings)
    {
        services.AddSingleton<Site>();
        services.AddSingleton(provider => new AboutText(settings.About, provider.GetRequiredService<ILogger<AboutText>>()));
    }
}
