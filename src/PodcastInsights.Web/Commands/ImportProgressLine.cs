using System.Globalization;
using PodcastInsights.Core.Importing;
using PodcastInsights.Web.Library;

namespace PodcastInsights.Web.Commands;

/// <summary>Shows the progress of an import: a bar on a terminal, otherwise a line from time to time.</summary>
/// <param name="isPlain">Whether the output is a file, a pipe or a log.</param>
internal sealed class ImportProgressLine(TextWriter output, bool isPlain, TimeProvider clock) : IProgress<ImportProgress>, IDisposable
{
    private const int Width = 30;
    private const int NameWidth = 40;

    /// <summary>Interval of plain lines.</summary>
    private static readonly TimeSpan SaidAgainAfter = TimeSpan.FromSeconds(10);

    /// <summary>Interval of updates of the bar.</summary>
    private static readonly TimeSpan DrawnAgainAfter = TimeSpan.FromMilliseconds(100);

    private readonly Lock writing = new();
    private readonly long started = clock.GetTimestamp();
    private long saidAt = clock.GetTimestamp();

    public void Report(ImportProgress value)
    {
        lock (writing)
        {
            if (value.Done < value.Total && clock.GetElapsedTime(saidAt) < (isPlain ? SaidAgainAfter : DrawnAgainAfter))
            {
                return;
            }

            saidAt = clock.GetTimestamp();
            var left = ImportUnderWay.TimeLeft(value.Done, value.Total, clock.GetElapsedTime(started));
            output.Write(isPlain ? Line(value, left) : Bar(value, left));
        }
    }

    /// <summary>Clears the line for further output.</summary>
    public void Clear()
    {
        if (!isPlain)
        {
            output.Write($"\r{new string(' ', Width + NameWidth + 40)}\r");
        }
    }

    public void Dispose() => Clear();

    private static string Line(ImportProgress value, TimeSpan? left) => string.Create(
        CultureInfo.InvariantCulture, $"{value.Done} of {Counted.Of(value.Total, "episode")}{Left(left)}{Environment.NewLine}");

    private static string Bar(ImportProgress value, TimeSpan? left)
    {
        var filled = value.Total == 0 ? Width : (int)((long)Width * value.Done / value.Total);
        var name = UnicodeText.OnOneLine(value.Path.Length <= NameWidth ? value.Path : value.Path[^NameWidth..]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"\r[{new string('#', filled)}{new string('.', Width - filled)}] {value.Done}/{value.Total}{Left(left)} {name.PadRight(NameWidth)}");
    }

    private static string Left(TimeSpan? left) =>
        left is { } time ? string.Create(CultureInfo.InvariantCulture, $", {Math.Ceiling(time.TotalSeconds)} s left") : "";
}
