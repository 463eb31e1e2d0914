using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>Restricts a list of files; null members restrict nothing.</summary>
/// <param name="Severity">Files with a diagnostic of this severity.</param>
/// <param name="Skipped">True: files that are part of no episode; false: files that are.</param>
/// <param name="Code">Files with a diagnostic of this code, or that were skipped for this reason, as <c>file.binary</c>.</param>
/// <param name="Text">Text contained in the path or in a message, ignoring case.</param>
public sealed record FileFilter(DiagnosticSeverity? Severity = null, bool? Skipped = null, string? Code = null, string? Text = null)
{
    public bool Keeps(StoredFileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return (Severity is null || file.Kinds.Any(kind => kind.Severity == Severity))
            && (Skipped is null || Skipped == file.Skipped is not null)
            && (Code is null || CodesOf(file).Contains(Code, StringComparer.Ordinal))
            && (Text is null
                || file.Path.Contains(Text, StringComparison.OrdinalIgnoreCase)
                || file.Kinds.Any(kind => kind.Message.Contains(Text, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<string> CodesOf(StoredFileReport file)
    {
        var codes = file.Kinds.Select(kind => kind.Code);
        return file.Skipped is { } reason ? codes.Append(new SkippedFile(file.Path, reason).Code) : codes;
    }
}

/// <summary>A page of a list.</summary>
/// <param name="Next">Passed as <c>after</c> to get the next page; null at the end.</param>
public sealed record Part<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>The port for reading the reports of imports. Every call reads a bounded number of rows.</summary>
public interface IImportReports
{
    /// <summary>The report of the last import; null before the first one has ended.</summary>
    Task<StoredImport?> LastAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Lists files by path. With a filter that few files pass, a page may hold fewer than <paramref name="most"/>, or none, although more
    /// follow.
    /// </summary>
    /// <param name="after">The path after which the page begins; null for the first page.</param>
    /// <param name="most">From 1 to 100.</param>
    Task<Part<StoredFileReport>> FilesAsync(FileFilter filter, string? after, int most, CancellationToken cancellationToken);

    /// <summary>Lists the speaker names that were mapped to another name, each with the reason and the file, ordered by episode.</summary>
    /// <param name="after"><see cref="Part{T}.Next"/> of the page before; null for the first page.</param>
    /// <param name="most">Number of episodes on a page, from 1 to 100.</param>
    Task<Part<Diagnostic>> MergedNamesAsync(string? after, int most, CancellationToken cancellationToken);
}
