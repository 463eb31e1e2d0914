using System.Globalization;
using PodcastInsights.Core.Importing;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Observability;

namespace PodcastInsights.Web.Commands;

/// <summary>The status of the library as text for a console.</summary>
internal static class StatusText
{
    public static async Task WriteAsync(LibraryStatus status, IReadOnlyList<StoredFileReport> files, TextWriter output)
    {
        foreach (var line in Lines(status).Concat(files.SelectMany(Lines)))
        {
            await output.WriteLineAsync(UnicodeText.OnOneLine(line));
        }
    }

    private static IEnumerable<string> Lines(LibraryStatus status)
    {
        yield return $"Program      {ProgramVersion.Text}";
        yield return $"Folder       {status.Folder}";
        yield return Text($"Database     {status.Place}, {status.Bytes / 1048576.0:0.0} MiB");
        yield return status.Problem is { } unreadable ? $"Problem      {unreadable}" : Text($"Episodes     {status.Episodes}");
        foreach (var server in status.Servers)
        {
            var state = server.Problem is { } problem ? $"cannot be asked: {problem}" : server.TakesWrites ? "accepts writes" : "follows";
            yield return $"Server       {server.Name}: {state}";
        }

        if (status.Import is not { } import)
        {
            yield return "Last import  none has ended yet";
            yield break;
        }

        yield return Text($"Last import  {import.EndedAt:yyyy-MM-dd HH:mm:ss} UTC, in {import.Seconds:0.00} s");
        yield return Text($"             {Counted.Of(import.Written, "episode")} written, {import.Unchanged} unchanged, {import.Removed} removed");
        yield return Text($"Files        {import.Files}; {import.Failed} failed; {import.Skipped} not transcripts");
        foreach (var count in import.Counts)
        {
            yield return Text($"  {FileQuestion.NameOf(count.Severity),-8} {count.Code} ×{count.Count} in {Counted.Of(count.Files, "file")}");
        }
    }

    private static IEnumerable<string> Lines(StoredFileReport file)
    {
        yield return file.Skipped is { } reason
            ? $"{file.Path}: not a transcript ({new SkippedFile(file.Path, reason).Code})"
            : Text($"{file.Path}: {file.Format ?? "no format"}, {Counted.Of(file.Turns, "turn")}");
        foreach (var kind in file.Kinds)
        {
            yield return Text($"  {FileQuestion.NameOf(kind.Severity)} {kind.Code} ×{kind.Count}, line {kind.Line}: {kind.Message}");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
