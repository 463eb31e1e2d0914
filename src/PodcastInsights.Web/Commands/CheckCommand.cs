using System.Globalization;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Transcripts;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Commands;

/// <summary>
/// Reads files as an import with the default limits would and prints their diagnostics, in the form that editors turn into links;
/// writes nothing.
/// </summary>
public static class CheckCommand
{
    /// <returns>0 where every file is a transcript, else 1.</returns>
    public static async Task<int> RunAsync(string[] files, TextWriter output)
    {
        var reader = new BoundedReader(ImportLimits.Default, TimeProvider.System);
        var failed = false;
        foreach (var file in files)
        {
            var path = Path.GetFullPath(file);
            var read = (await reader.ReadAsync(LibraryFile.Of(Path.GetDirectoryName(path) ?? path, path), CancellationToken.None)).File;
            failed |= read.Edition is null;
            foreach (var diagnostic in read.Diagnostics)
            {
                await output.WriteLineAsync(Line(file, diagnostic));
            }

            await output.WriteLineAsync(Summary(file, read));
        }

        return failed ? 1 : 0;
    }

    private static string Line(string file, Diagnostic diagnostic) => string.Create(
        CultureInfo.InvariantCulture,
        $"{file}:{diagnostic.Line}: {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Code}: {diagnostic.Message}");

    private static string Summary(string file, TranscriptFile read) => read.Edition is { } transcript
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{file}: {transcript.Format} ({read.Votes[0].Vote.Share:P0} of {read.Votes[0].Vote.Lines} lines), {transcript.Language}, "
            + $"{transcript.Turns.Count} turns, {read.Diagnostics.Count} diagnostics; {Speakers(transcript)}")
        : $"{file}: no transcript, {read.Diagnostics.Count.ToText()} diagnostics";

    private static string Speakers(Edition transcript) => transcript.Speakers.Count == 0
        ? "no speakers"
        : string.Join(", ", transcript.Speakers.Select(SpeakerInBrief));

    private static string SpeakerInBrief(Speaker speaker) =>
        $"{speaker.Name} ({speaker.Role.ToString().ToLowerInvariant()}, {speaker.TurnCount.ToText()})";
}
