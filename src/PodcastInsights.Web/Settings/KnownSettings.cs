using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace PodcastInsights.Web.Settings;

/// <summary>
/// The list of all settings. The program's own are found by reflection on <see cref="ISettings"/>, so that a new setting is only a
/// property.
/// </summary>
internal static class KnownSettings
{
    /// <summary>The program's own sections.</summary>
    public static IReadOnlyList<Type> Sections { get; } =
    [
        .. typeof(ISettings).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ISettings)))
            .OrderBy(NameOf, StringComparer.Ordinal),
    ];

    public static IReadOnlyList<KnownSetting> Own { get; } = [.. Sections.SelectMany(SettingsOf)];

    /// <summary>Settings of ASP.NET Core and libraries: those that <c>--help</c> lists, and others in use.</summary>
    public static IReadOnlyList<KnownSetting> Others { get; } =
    [
        new("urls", "http://localhost:5000", "The address to serve at; several are parted by semicolons."),
        new("AllowedHosts", "*", "Host names that requests may name, parted by semicolons."),
        new("Serilog:MinimumLevel:Default", "Information", "How much is logged: Information, Warning, Error."),
        new("Serilog:Text", "", "Whether the log is text and not JSON; none: on a terminal it is."),
        new("OTEL_EXPORTER_OTLP_ENDPOINT", "", "Where metrics and traces are sent; none: nowhere."),
        .. Named(
            "applicationName", "captureStartupErrors", "contentRoot", "detailedErrors", "environment", "hostingStartupAssemblies",
            "hostingStartupExcludeAssemblies", "http_ports", "https_port", "https_ports", "preferHostingUrls", "shutdownTimeoutSeconds",
            "startupAssembly", "staticWebAssets", "suppressStatusMessages", "webRoot", "hostBuilder:reloadConfigOnChange", "Serilog:MinimumLevel",
            "Serilog:MinimumLevel:ControlledBy"),
        .. Named(
            "Kestrel", "Logging", "Serilog:AuditTo", "Serilog:Destructure", "Serilog:Enrich", "Serilog:Filter", "Serilog:FilterSwitches",
            "Serilog:LevelSwitches", "Serilog:MinimumLevel:Override", "Serilog:Properties", "Serilog:Using", "Serilog:WriteTo")
            .Select(setting => setting with { TakesMore = true }),
    ];

    public static bool Has(string name) =>
        Own.Concat(Others).Any(setting => setting.Covers(name)) || name.StartsWith("OTEL_", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether settings have names below this one.</summary>
    public static bool HasSection(string name) =>
        Own.Concat(Others).Any(setting => setting.Name.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase));

    /// <summary>The setting with the most similar name; null where none is similar.</summary>
    /// <param name="others">Further names to compare.</param>
    public static string? Nearest(string name, IEnumerable<string>? others = null) =>
        NearestName.Of(name, [.. Own.Concat(Others).Select(setting => setting.Name), .. others ?? []]);

    public static string NameOf(Type section) => (string)section.GetProperty(nameof(ISettings.Section))!.GetValue(null)!;

    private static IEnumerable<KnownSetting> SettingsOf(Type section)
    {
        var defaults = Activator.CreateInstance(section);
        foreach (var property in section.GetProperties().Where(property => property.CanWrite))
        {
            var isMany = property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable));
            yield return new KnownSetting(
                $"{NameOf(section)}:{property.Name}",
                isMany ? "" : Written(property.GetValue(defaults)),
                property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "")
            {
                TakesMore = isMany,
            };
        }
    }

    private static string Written(object? value) => value switch
    {
        bool isOn => isOn ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static IEnumerable<KnownSetting> Named(params string[] names) => names.Select(name => new KnownSetting(name));
}
