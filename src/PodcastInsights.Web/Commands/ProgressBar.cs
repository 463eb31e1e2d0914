using System.Globalization;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Web.Commands;

/// <summary>One line of a terminal that fills as an import goes on.</summary>
/// <param name="shown">False where the output is no terminal; nothing is then written.</param>
public sealed class ProgressBar(TextWriter terminal, bool shown) : IProgress<ImportProgress>, IDisposable
{
    private const int Width = 30;
    private const int NameWidth = 40;

    private readonly Lock writing = new();

    public void Report(ImportProgress value)
    {
        if (!shown)
        {
            return;
        }

        var filled = value.Total == 0 ? Width : Width * value.Done / value.Total;
        var name = value.Path.Length <= NameWidth ? value.Path : value.Path[^NameWidth..];
        lock (writing)
        {
            terminal.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"\r[{new string('#', filled)}{new string('.', Width - filled)}] {value.Done}/{value.Total} {name.PadRight(NameWidth)}"));
        }
    }

    /// <summary>Leaves an empty line for what follows.</summary>
    public void Clear()
    {
        if (shown)
        {
            terminal.Write($"\r{new string(' ', Width + NameWidth + 20)}\r");
        }
    }

    public void Dispose() => Clear();
}
