using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Commands;

/// <summary>
/// The settings in a command line, <c>--Section:Key value</c> or <c>--Section:Key=value</c>, separated from its other arguments. They may
/// be anywhere, also before the command.
/// </summary>
/// <param name="Words">The other arguments: command, operands and options.</param>
/// <param name="Problems">Problems with the settings, a sentence each.</param>
internal sealed record CommandSettings(
    IReadOnlyList<KeyValuePair<string, string>> Values, IReadOnlyList<string> Words, IReadOnlyList<string> Problems)
{
    /// <summary>Arguments for the configuration; the last one of a name wins.</summary>
    public string[] Arguments => [.. Values.Select(setting => $"--{setting.Key}={setting.Value}")];

    /// <param name="options">The commands' own options, with their dashes.</param>
    public static CommandSettings Of(IReadOnlyList<string> arguments, Lazy<IReadOnlySet<string>> options)
    {
        var (values, words, problems) = (new List<KeyValuePair<string, string>>(), new List<string>(), new List<string>());
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (argument == "--")
            {
                words.AddRange(arguments.Skip(i));
                break;
            }

            if (NameIn(argument) is not { } name || (!KnownSettings.Has(name) && options.Value.Contains($"--{name}")))
            {
                words.Add(argument);
                continue;
            }

            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            var value = equals >= 0 ? argument[(equals + 1)..]
                : i + 1 < arguments.Count && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal) ? arguments[++i]
                : null;
            if (value is "" && KnownSettings.HasSection(name))
            {
                // Test hosts pass the whole configuration as arguments, with sections as empty values.
                continue;
            }

            if (!KnownSettings.Has(name))
            {
                problems.Add(Unknown(name, options.Value));
            }
            else if (value is null)
            {
                problems.Add($"{name} needs a value.");
            }
            else
            {
                values.Add(new(name, value));
            }
        }

        return new CommandSettings(values, words, problems);
    }

    /// <summary>Adds a setting, which overrides those that are there.</summary>
    public CommandSettings With(string name, string value) => this with { Values = [.. Values, new(name, value)] };

    public CommandSettings WithDefault(string name, string value) => this with { Values = [new(name, value), .. Values] };

    /// <returns>The name; null where the argument is no setting: a path may begin with a slash and contain an equals sign too.</returns>
    private static string? NameIn(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) ? argument[2..].Split('=')[0]
        : argument.StartsWith('/') && argument.Split('=') is [var name, _, ..] && KnownSettings.Has(name[1..]) ? name[1..]
        : null;

    private static string Unknown(string name, IReadOnlySet<string> options) =>
        KnownSettings.Nearest(name, options.Select(option => option.TrimStart('-'))) is { } near && options.Contains($"--{near}")
            ? $"--{name} is not known. Did you mean --{near}?"
            : SettingsCheck.UnknownSetting(name, "", static setting => setting);
}
