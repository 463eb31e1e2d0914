using System.Globalization;
using Microsoft.Extensions.Options;

namespace PodcastInsights.Web.Settings;

/// <summary>A section of the settings. Every writable property is a setting; its <c>Description</c> is shown by <c>--help</c>.</summary>
internal interface ISettings
{
    /// <summary>Name of the section, before the colon.</summary>
    static abstract string Section { get; }

    /// <summary>
    /// Validates the values: one sentence for each problem, which begins with the setting's full name; empty where all are valid. Has no
    /// side effects.
    /// </summary>
    IEnumerable<string> Problems();
}

internal static class SettingsRegistration
{
    /// <summary>Reads the section once, registers it as <see cref="IOptions{TOptions}"/> and returns it.</summary>
    /// <exception cref="OptionsValidationException">A value is invalid; the message names the setting.</exception>
    public static T AddSettings<T>(this WebApplicationBuilder builder)
        where T : class, ISettings, new()
    {
        if (ProblemsOf(typeof(T), builder.Configuration) is { Count: > 0 } problems)
        {
            throw new OptionsValidationException(T.Section, typeof(T), problems);
        }

        var settings = builder.Configuration.GetSection(T.Section).Get<T>() ?? new T();
        builder.Services.AddSingleton(Options.Create(settings));
        return settings;
    }

    /// <summary>Problems with the values of a section, a sentence each.</summary>
    internal static IReadOnlyList<string> ProblemsOf(Type section, IConfiguration configuration)
    {
        var name = KnownSettings.NameOf(section);
        try
        {
            return [.. ((ISettings)(configuration.GetSection(name).Get(section) ?? Activator.CreateInstance(section)!)).Problems()];
        }
        catch (InvalidOperationException unreadable)
        {
            return [.. Unreadable(section, configuration.GetSection(name)).DefaultIfEmpty(unreadable.Message)];
        }
    }

    /// <summary>Values of the wrong type. (The binder stops at the first one, and names .NET types.)</summary>
    private static IEnumerable<string> Unreadable(Type section, IConfigurationSection values) =>
        from property in section.GetProperties()
        where property.CanWrite
        let value = values[property.Name]
        where value is not null
        let wanted =
            property.PropertyType == typeof(bool) && !bool.TryParse(value, out _) ? "true or false"
            : property.PropertyType == typeof(int) && !int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) ? "a whole number"
            : null
        where wanted is not null
        select $"{values.Path}:{property.Name}: '{value}' is not {wanted}.";
}
