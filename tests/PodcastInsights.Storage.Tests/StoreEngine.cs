using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Feeds;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.Tests;

/// <summary>An engine's ports over an empty store of its own.</summary>
public abstract class StoreEngine : IDisposable
{
    private readonly Lazy<LibrarySearch> search;

    protected StoreEngine() => search = new Lazy<LibrarySearch>(() => new LibrarySearch(Source));

    public abstract ILibraryStore Store { get; }

    public abstract IEpisodeReader Reader { get; }

    public abstract IFeedReader Feeds { get; }

    public abstract ILibraryWriter Writer { get; }

    public abstract IImportReports Reports { get; }

    public abstract ISearchSource Source { get; }

    public ISearchIndex Search => search.Value;

    public ILibraryDirectory Directory => search.Value;

    /// <summary>The same store, opened a second time as by another process. The one that was opened first is disposed last.</summary>
    public abstract StoreEngine AnotherProcess();

    /// <summary>From here on this process sees what others have committed; without it, an engine may take up to a second to.</summary>
    public virtual Task CatchUpAsync() => Task.CompletedTask;

    public void Dispose()
    {
        if (search.IsValueCreated)
        {
            search.Value.Dispose();
        }

        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}

/// <summary>What every engine must do. A test class of an engine is its name and the engine it makes.</summary>
public abstract class StoreContract(StoreEngine engine) : IDisposable
{
    protected static CancellationToken None => CancellationToken.None;

    protected StoreEngine Engine => engine;

    protected IEpisodeReader Reader => engine.Reader;

    protected ILibraryWriter Writer => engine.Writer;

    /// <summary>One import of them.</summary>
    protected Task WriteAsync(params Sample[] samples) => WriteAllAsync(samples);

    protected Task<SearchResults> SearchAsync(string typed, int page = 1, int pageSize = 20) =>
        engine.Search.SearchAsync(new SearchRequest(SearchQuery.Parse(typed), page, pageSize), None);

    private async Task WriteAllAsync(IEnumerable<Sample> samples)
    {
        await using var session = await Writer.BeginAsync(None);
        foreach (var sample in samples)
        {
            await session.WriteAsync(sample.BuildRecord(), None);
        }

        await session.CompleteAsync(None);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => engine.Dispose();
}
