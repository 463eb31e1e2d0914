using System.CommandLine;
using System.Globalization;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Transcripts;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Commands;

/// <summary>Parses files as an import would and prints their diagnostics, in the format that editors recognise; writes nothing.</summary>
internal static class CheckCommand
{
    public static Command Create(CommandSettings settings)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Transcripts, and folders of transcripts.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("check", "Print what would be repaired, guessed or refused in files; write nothing.") { files };
        command.SetAction((read, _) =>
        {
            var import = ConfiguredProgram.CreateBuilder(settings).AddSettings<ImportSettings>();
            return RunAsync(read.GetValue(files) ?? [], import.Limits, read.InvocationConfiguration.Output);
        });
        return command;
    }

    /// <returns>0 if every file is a transcript, else 1.</returns>
    private static async Task<int> RunAsync(string[] files, ImportLimits limits, TextWriter output)
    {
        var reader = new BoundedReader(limits, TimeProvider.System);
        var failed = false;
        foreach (var folder in files.Where(given => Directory.Exists(given) && !FilesOf(given).Any()))
        {
            failed = true;
            await output.WriteLineAsync(UnicodeText.OnOneLine($"{folder}: no transcripts"));
        }

        foreach (var (file, shown) in files.SelectMany(FilesOf))
        {
            var read = (await reader.ReadAsync(file, CancellationToken.None)).File;
            failed |= read.Edition is null;
            foreach (var diagnostic in read.Diagnostics)
            {
                await output.WriteLineAsync(UnicodeText.OnOneLine(Line(shown, diagnostic)));
            }

            await output.WriteLineAsync(UnicodeText.OnOneLine(Summary(shown, read)));
        }

        return failed ? CommandLine.Failed : 0;
    }

    /// <summary>The file, or the files that an import of the folder would read.</summary>
    private static IEnumerable<(LibraryFile File, string Shown)> FilesOf(string given)
    {
        var path = Path.GetFullPath(given);
        return Directory.Exists(path)
            ? LibraryFolder.List(path).Episodes
                .SelectMany(episode => episode.Files)
                .Select(file => (file, Path.Combine(given, file.Path)))
            : [(LibraryFile.Of(Path.GetDirectoryName(path) ?? path, path), given)];
    }

    private static string Line(string file, Diagnostic diagnostic) => string.Create(
        CultureInfo.InvariantCulture,
        $"{file}:{diagnostic.Line}: {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Code}: {diagnostic.Message}");

    private static string Summary(string file, TranscriptFile read) => read.Edition is { } transcript
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{file}: {transcript.Format} ({read.Votes[0].Vote.Share:P0} of {Counted.Of(read.Votes[0].Vote.Lines, "line")}), {transcript.Language}, "
            + $"{Counted.Of(transcript.Turns.Count, "turn")}, {Counted.Of(read.Diagnostics.Count, "diagnostic")}; {Speakers(transcript)}")
        : $"{file}: not a transcript, {Counted.Of(read.Diagnostics.Count, "diagnostic")}";

    private static string Speakers(Edition transcript) => transcript.Speakers.Count == 0
        ? "no speakers"
        : string.Join(", ", transcript.Speakers.Select(SpeakerInBrief));

    private static string SpeakerInBrief(Speaker speaker) =>
        $"{speaker.Name} ({speaker.Role.ToString().ToLowerInvariant()}, {speaker.TurnCount.ToText()})";
}
