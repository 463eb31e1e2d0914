namespace PodcastInsights.Web.Fetching;

/// <summary>The options of a fetch.</summary>
/// <param name="Feed">An address, or a local file.</param>
/// <param name="Folder">Folder for the transcripts, created where it does not exist.</param>
internal sealed record FetchOptions(string Feed, string Folder)
{
    /// <summary>Means all languages.</summary>
    public const string All = "all";

    /// <summary>Codes of the requested languages; empty for the feed's own language.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Number of newest episodes; null for all in the feed.</summary>
    public int? Latest { get; init; }

    /// <summary>Pause between two requests to one host.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether addresses of the machine and its networks are permitted.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>Whether to request every transcript again, even for an unchanged feed.</summary>
    public bool Recheck { get; init; }

    /// <summary>Key of the options that select transcripts. A state with another key is incomplete.</summary>
    internal string Selection => FormattableString.Invariant($"{string.Join(',', Languages)};{Latest}");

    /// <summary>Parses the arguments of the command.</summary>
    /// <returns>The options, or a sentence about a mistake.</returns>
    public static (FetchOptions? Options, string? Mistake) Parse(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var places = new List<string>();
        var options = new FetchOptions("", "");
        for (var i = 0; i < args.Count; i++)
        {
            var value = i + 1 < args.Count ? args[i + 1] : null;
            switch (args[i])
            {
                case "--allow-private":
                    options = options with { AllowPrivate = true };
                    break;
                case "--recheck":
                    options = options with { Recheck = true };
                    break;
                case "--languages" when value is not null:
                    options = options with { Languages = LanguagesIn(value) };
                    i++;
                    break;
                case "--latest" when int.TryParse(value, out var latest) && latest > 0:
                    options = options with { Latest = latest };
                    i++;
                    break;
                case "--delay" when int.TryParse(value, out var seconds) && seconds is >= 0 and <= 3600:
                    options = options with { Delay = TimeSpan.FromSeconds(seconds) };
                    i++;
                    break;
                case "--languages" or "--latest" or "--delay":
                    return (null, $"{args[i]} needs a value: --languages en,zh (or all), --latest 20, --delay SECONDS (0 to 3600).");
                case ['-', ..]:
                    return (null, $"fetch has no option '{args[i]}'.");
                default:
                    places.Add(args[i]);
                    break;
            }
        }

        return places is [var feed, var folder]
            ? (options with { Feed = feed, Folder = folder }, null)
            : (null, "fetch needs a feed (an address or a file) and a folder.");
    }

    private static string[] LanguagesIn(string text) =>
        [.. text.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
