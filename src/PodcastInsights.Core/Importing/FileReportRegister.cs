namespace PodcastInsights.Core.Importing;

/// <summary>
/// The file reports in the store, known by their stamps, so that an import writes only those that changed. A file that was not read again
/// keeps its report.
/// </summary>
internal sealed class FileReportRegister
{
    private readonly IImportSession session;
    private readonly Dictionary<string, string> stamps;

    private FileReportRegister(IImportSession session, IReadOnlyDictionary<string, string> stamps) =>
        (this.session, this.stamps) = (session, new Dictionary<string, string>(stamps, StringComparer.Ordinal));

    public static async Task<FileReportRegister> LoadAsync(IImportSession session, CancellationToken cancellationToken) =>
        new(session, await session.FileReportsAsync(cancellationToken));

    public async Task WriteAsync(IReadOnlyCollection<StoredFileReport> files, CancellationToken cancellationToken)
    {
        await session.ReportFilesAsync(files, cancellationToken);
        foreach (var file in files)
        {
            stamps[file.Path] = file.Stamp();
        }
    }

    /// <summary>Writes the reports of this import that differ from the stored ones, and removes those of files that are gone.</summary>
    /// <param name="isComplete">Whether files that are not listed are gone.</param>
    /// <returns>Whether any report was written or removed.</returns>
    public async Task<bool> UpdateAsync(ImportReport report, LibraryListing listing, bool isComplete, CancellationToken cancellationToken)
    {
        var episodes = listing.Episodes
            .SelectMany(episode => episode.Files.Select(file => KeyValuePair.Create(file.Path, episode.Slug)))
            .ToDictionary(StringComparer.Ordinal);
        var said = report.Files
            .Select(file => StoredFileReport.Of(file, episodes.TryGetValue(file.Path, out var slug) ? slug : null))
            .Concat(listing.Skipped.Take(ImportReport.MostSkipped).Select(StoredFileReport.Of))
            .DistinctBy(file => file.Path)
            .ToList();
        var changed = said.Where(file => stamps.GetValueOrDefault(file.Path) != file.Stamp()).ToList();
        var gone = isComplete ? stamps.Keys.Except(said.Select(file => file.Path)).Except(episodes.Keys).ToList() : [];
        if (changed.Count > 0)
        {
            await session.ReportFilesAsync(changed, cancellationToken);
        }

        if (gone.Count > 0)
        {
            await session.ForgetFileReportsAsync(gone, cancellationToken);
        }

        return changed.Count > 0 || gone.Count > 0;
    }
}
