using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>Which files are asked for; what is null is not asked.</summary>
/// <param name="Severity">Files of which something of this severity is said.</param>
/// <param name="Skipped">Files that are no part of an episode, or those that are.</param>
/// <param name="Code">Files of which this is said, or that were skipped for it: a stable name such as <c>file.binary</c>.</param>
/// <param name="Text">What stands in the path or in a message, whatever the case.</param>
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

/// <summary>Some of a list, in its order.</summary>
/// <param name="Next">What the next ones are asked for with; null where there are none.</param>
public sealed record Part<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>The port by which what imports have said of the library's files is read. Nothing here reads more than a bounded number of rows.</summary>
public interface IImportReports
{
    /// <summary>Null before the first import has ended.</summary>
    Task<StoredImport?> LastAsync(CancellationToken cancellationToken);

    /// <summary>Files by path. Where few of many are kept a part may hold less than was asked for, or nothing, and more may follow.</summary>
    /// <param name="after">The path after which to begin; null for the first.</param>
    /// <param name="most">From 1 to 100.</param>
    Task<Part<StoredFileReport>> FilesAsync(FileFilter filter, string? after, int most, CancellationToken cancellationToken);

    /// <summary>Names of speakers that were taken for one person's, each with its reason and the file; by episode.</summary>
    /// <param name="after">As <see cref="Part{T}.Next"/> has it; null for the first.</param>
    /// <param name="most">Episodes, from 1 to 100.</param>
    Task<Part<Diagnostic>> MergedNamesAsync(string? after, int most, CancellationToken cancellationToken);
}
