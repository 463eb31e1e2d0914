using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;
using Serilog.Events;

namespace PodcastInsights.Web.Settings;

/// <summary>Validates all settings at start: unknown names and invalid values.</summary>
internal static class SettingsCheck
{
    /// <exception cref="OptionsValidationException">A setting is wrong; each failure is a sentence that begins with the setting's name.</exception>
    public static void Run(IConfigurationRoot configuration)
    {
        string[] problems =
        [
            .. configuration.Providers.SelectMany(UnknownIn).Distinct(StringComparer.Ordinal),
            .. KnownSettings.Sections.SelectMany(section => SettingsRegistration.ProblemsOf(section, configuration)),
            .. Addresses(configuration["urls"], configuration.GetSection("Kestrel:Certificates").Exists()),
            .. Levels(configuration.GetSection("Serilog:MinimumLevel")),
        ];
        if (problems.Length > 0)
        {
            throw new OptionsValidationException("", typeof(KnownSettings), problems);
        }
    }

    /// <param name="place">The source, such as <c> in appsettings.json</c>.</param>
    /// <param name="written">Notation of a setting there.</param>
    public static string UnknownSetting(string name, string place, Func<string, string> written) =>
        KnownSettings.Nearest(name) is { } near
            ? $"{written(name)}{place} is not a setting. Did you mean {written(near)}?"
            : $"{written(name)}{place} is not a setting. --help lists them all.";

    private static IEnumerable<string> UnknownIn(IConfigurationProvider provider)
    {
        switch (provider)
        {
            case JsonConfigurationProvider file:
                var place = $" in {Path.GetFileName(file.Source.Path)}";
                return NamesOf(file)
                    .Where(name => !KnownSettings.Has(name) && !name.StartsWith('$'))
                    .Select(name => UnknownSetting(name, place, static setting => setting));
            case EnvironmentVariablesConfigurationProvider:
                return NamesOf(provider)
                    .Where(IsMeantForThisProgram)
                    .Select(name => UnknownSetting(name, " in the environment", KnownSetting.InEnvironment));
            default:
                return [];
        }
    }

    /// <summary>
    /// Environment variables of other programs are ignored: only those in a section of this one, or with a name similar to a setting, are
    /// checked.
    /// </summary>
    private static bool IsMeantForThisProgram(string name) =>
        name.Split(':') is [var section, _, ..]
        && !KnownSettings.Has(name)
        && (KnownSettings.Sections.Any(own => KnownSettings.NameOf(own).Equals(section, StringComparison.OrdinalIgnoreCase))
            || KnownSettings.Nearest(name) is not null);

    /// <summary>All names with a value, with their sections.</summary>
    private static IEnumerable<string> NamesOf(IConfigurationProvider provider, string? section = null)
    {
        foreach (var key in provider.GetChildKeys([], section).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var name = section is null ? key : $"{section}:{key}";
            var below = NamesOf(provider, name).ToList();
            var hasValue = provider.TryGet(name, out var value) && !string.IsNullOrEmpty(value);
            if (hasValue || (below.Count == 0 && section is not null))
            {
                yield return name;
            }

            foreach (var child in below)
            {
                yield return child;
            }
        }
    }

    private static IEnumerable<string> Addresses(string? urls, bool hasCertificate)
    {
        foreach (var address in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsAddress(address))
            {
                yield return $"urls: '{address}' is not an address such as http://127.0.0.1:5000.";
            }
            else if (!hasCertificate && address.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
            {
                yield return $"urls: '{address}' needs a certificate in Kestrel:Certificates:Default:Path; or let a proxy have it, and serve http.";
            }
        }
    }

    private static bool IsAddress(string address)
    {
        try
        {
            var binding = BindingAddress.Parse(address);
            return binding.Scheme.ToUpperInvariant() is "HTTP" or "HTTPS" && binding.Port is >= 0 and <= 65535;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Levels(IConfigurationSection minimum)
    {
        foreach (var (name, level) in minimum.GetSection("Override").GetChildren()
            .Append(minimum.GetSection("Default"))
            .Append(minimum)
            .Select(setting => (setting.Path, setting.Value)))
        {
            if (level is not null && !Enum.TryParse<LogEventLevel>(level, ignoreCase: true, out _))
            {
                yield return $"{name}: '{level}' is none of {string.Join(", ", Enum.GetNames<LogEventLevel>())}.";
            }
        }
    }
}
