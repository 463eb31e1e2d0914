using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Storage.Tests;

/// <summary>A contract that imports a real folder into a store.</summary>
public abstract class FolderContract(StoreEngine engine) : StoreContract(engine)
{
    private protected TemporaryFolder Folder { get; } = new();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Folder.Dispose();
    }

    protected Task<ImportReport> ImportAsync(TimeProvider? clock = null, ImportLimits? limits = null) =>
        new LibraryImporter(Writer, clock ?? TimeProvider.System, limits ?? ImportLimits.Default).ImportAsync(
            Folder.File("."), LibraryImporter.MostWorkers, null, CancellationToken.None);

    protected async Task<string?> SecondTurnAsync(string slug) =>
        (await Reader.FindAsync(EpisodeSlug.From(slug), null, CancellationToken.None))?.Turns[1].Paragraphs[0].Text;

    protected static (int Written, int Unchanged, int Removed, int Failed) Counts(ImportReport report) =>
        (report.Written, report.Unchanged, report.Removed, report.Failed);

    protected void Write(string name, string answer) => File.WriteAllText(Folder.File(name), $"""
        # Ada Quill - Bo's Podcast Insights
        ## Ada Quill - Bo's播客洞见

        ## Full Conversation | 完整对话

        Bo :
        Welcome to the podcast. Did it hold?
        Ada Quill :
        {answer}
        Bo :
        Good.
        """);
}
