using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Commands;

/// <summary>Creates the builder with which every command begins: reads the settings of all sources and validates them.</summary>
internal static class ConfiguredProgram
{
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is invalid.</exception>
    /// <exception cref="InvalidDataException">A settings file cannot be read.</exception>
    public static WebApplicationBuilder CreateBuilder(CommandSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = settings.Arguments,

            // Settings, styles and seeds are in the program's folder, whatever the working directory.
            ContentRootPath = AppContext.BaseDirectory,
        });
        SettingsCheck.Run(builder.Configuration);
        return builder;
    }
}
