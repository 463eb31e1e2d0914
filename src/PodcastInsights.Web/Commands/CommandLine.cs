namespace PodcastInsights.Web.Commands;

/// <summary>What the first words of the command line ask for; the rest (<c>--Section:Key value</c>) are settings.</summary>
public static class CommandLine
{
    /// <summary>Exit code of a command line that asks for nothing known.</summary>
    public const int Misunderstood = 2;

    private const string Usage = """
        usage:
          PodcastInsights.Web [SETTINGS]                 serve the library
          PodcastInsights.Web import FOLDER [--full] [SETTINGS]
                                                         read the folder's transcripts into the database, print a report;
                                                         --full: read and hash every file, also those that seem unchanged
          PodcastInsights.Web fetch FEED FOLDER [--languages en,zh|all] [--latest N] [--delay SECONDS] [--recheck] [--allow-private]
                                                         save the transcripts that a feed (an address or a file) links to in the folder
          PodcastInsights.Web check FILE...              print what would be repaired, guessed or refused; write nothing
        SETTINGS are of the form --Library:Transcripts FOLDER; docs/configuration.md lists them all.
        """;

    /// <summary>The command and what it works on; empty where it cannot be told.</summary>
    public static string[] Parse(string[] args) => args switch
    {
        [] => ["serve"],
        [var first, ..] when IsSetting(first) => ["serve"],
        ["import", var folder, .. var rest] when !IsSetting(folder) && (rest is [] || IsSetting(rest[0])) => ["import", folder],
        ["fetch", .. var rest] => ["fetch", .. rest],
        ["check", var file, .. var files] => ["check", file, .. files],
        _ => [],
    };

    public static int Explain(TextWriter output)
    {
        output.WriteLine(Usage);
        return Misunderstood;
    }

    private static bool IsSetting(string argument) =>
        argument.StartsWith('-') || argument.StartsWith('/') && argument.Contains('=', StringComparison.Ordinal);
}
