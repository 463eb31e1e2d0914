namespace PodcastInsights.Web.Fetching;

/// <summary>What somebody asks of a fetch.</summary>
/// <param name="Feed">An address, or a file of this machine.</param>
/// <param name="Folder">Takes the transcripts; made where it does not exist.</param>
public sealed record FetchOptions(string Feed, string Folder)
{
    /// <summary>Stands for all languages.</summary>
    public const string All = "all";

    /// <summary>Codes of the languages wanted, an edition each; none: the feed's own language alone.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Of the newest episodes, so many; null: all that the feed lists.</summary>
    public int? Latest { get; init; }

    /// <summary>Between two requests to one host.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether addresses of the machine and its networks may be asked.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>Whether every transcript is asked for anew, where the feed is as it was, too.</summary>
    public bool Recheck { get; init; }

    /// <summary>What decides which transcripts are wanted; what was fetched with another selection is not all.</summary>
    internal string Selection => FormattableString.Invariant($"{string.Join(',', Languages)};{Latest}");

    /// <summary>Reads the words behind the command's name.</summary>
    /// <returns>The options, or a sentence that says what is wrong.</returns>
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
