using System.Globalization;
using Microsoft.Extensions.Options;

namespace PodcastInsights.Web.Settings;

/// <summary>
/// One section of the settings. Every property that can be written is a setting; its <c>Description</c> is what <c>--help</c> says of it.
/// </summary>
public interface ISettings
{
    /// <summary>The section's name, the part before the colon.</summary>
    static abstract string Section { get; }

    /// <summary>
    /// What is wrong with the values, a sentence each that begins with the setting's full name; none where all is well. Changes nothing.
    /// </summary>
    IEnumerable<string> Problems();
}

public static class SettingsRegistration
{
    /// <summary>Reads the section once, registers it as <see cref="IOptions{TOptions}"/> and gives it back.</summary>
    /// <exception cref="OptionsValidationException">A value cannot be used; the message names the setting.</exception>
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

    /// <summary>What is wrong with the values of a section, a sentence each.</summary>
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

    /// <summary>The values that are not of their settings' types; the binder stops at the first, and names its type as programmers do.</summary>
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
