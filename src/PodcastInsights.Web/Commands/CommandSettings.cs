using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Commands;

/// <summary>
/// The settings of a command line, <c>--Section:Key value</c> or <c>--Section:Key=value</c>, taken from among its other words. They may stand
/// anywhere, before a command as well as behind it.
/// </summary>
/// <param name="Words">What is left: commands, what they work on, and their options.</param>
/// <param name="Problems">What is wrong with the settings, a sentence each.</param>
internal sealed record CommandSettings(
    IReadOnlyList<KeyValuePair<string, string>> Values, IReadOnlyList<string> Words, IReadOnlyList<string> Problems)
{
    /// <summary>As the configuration reads them; the last of one name holds.</summary>
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
                // Who prints a configuration as arguments, as hosts of tests do, has each section with nothing as its value.
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

    /// <summary>The same with one more, that holds over those that are there.</summary>
    public CommandSettings With(string name, string value) => this with { Values = [.. Values, new(name, value)] };

    public CommandSettings WithDefault(string name, string value) => this with { Values = [new(name, value), .. Values] };

    /// <returns>Null where the argument is no setting: a path may begin with a slash and hold an equals sign as well.</returns>
    private static string? NameIn(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) ? argument[2..].Split('=')[0]
        : argument.StartsWith('/') && argument.Split('=') is [var name, _, ..] && KnownSettings.Has(name[1..]) ? name[1..]
        : null;

    private static string Unknown(string name, IReadOnlySet<string> options) =>
        KnownSettings.Nearest(name, options.Select(option => option.TrimStart('-'))) is { } near && options.Contains($"--{near}")
            ? $"--{name} is not known. Did you mean --{near}?"
            : SettingsCheck.UnknownSetting(name, "", static setting => setting);
}
