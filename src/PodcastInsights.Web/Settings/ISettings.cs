using Microsoft.Extensions.Options;

namespace PodcastInsights.Web.Settings;

/// <summary>One section of the settings.</summary>
public interface ISettings
{
    /// <summary>The section's name, the part before the colon.</summary>
    static abstract string Section { get; }

    /// <summary>What is wrong with the values, a sentence each that begins with the setting's full name; none where all is well.</summary>
    IEnumerable<string> Problems();
}

public static class SettingsRegistration
{
    /// <summary>Reads the section once, registers it as <see cref="IOptions{TOptions}"/> and gives it back.</summary>
    /// <exception cref="OptionsValidationException">A value cannot be used; the message names the setting.</exception>
    public static T AddSettings<T>(this WebApplicationBuilder builder)
        where T : class, ISettings, new()
    {
        var settings = Read<T>(builder.Configuration.GetSection(T.Section));
        if (settings.Problems().ToArray() is { Length: > 0 } problems)
        {
            throw new OptionsValidationException(T.Section, typeof(T), problems);
        }

        builder.Services.AddSingleton(Options.Create(settings));
        return settings;
    }

    private static T Read<T>(IConfigurationSection section)
        where T : class, ISettings, new()
    {
        try
        {
            return section.Get<T>() ?? new T();
        }
        catch (InvalidOperationException unreadable)
        {
            // The binder's own sentence names the setting, its text and the type it wants.
            throw new OptionsValidationException(T.Section, typeof(T), [unreadable.Message]);
        }
    }
}
