using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Commands;

/// <summary>What every command begins with: the settings of all places, looked at before anything is done with one.</summary>
internal static class ConfiguredProgram
{
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting cannot be used.</exception>
    /// <exception cref="InvalidDataException">A file of settings cannot be read.</exception>
    public static WebApplicationBuilder CreateBuilder(CommandSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = settings.Arguments,

            // Settings, styles and seeds lie beside the program, from whatever folder it is started.
            ContentRootPath = AppContext.BaseDirectory,
        });
        SettingsCheck.Run(builder.Configuration);
        return builder;
    }
}
