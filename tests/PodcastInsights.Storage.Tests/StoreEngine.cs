using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Feeds;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.Tests;

/// <summary>The ports of an engine with an empty store.</summary>
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

    /// <summary>Opens the same store again, as another process does. The first one must be disposed last.</summary>
    public abstract StoreEngine AnotherProcess();

    /// <summary>Makes commits of other processes visible at once; otherwise an engine may take up to a second.</summary>
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

/// <summary>Base class of the contract tests, which every engine must pass. An engine's test class only names its engine.</summary>
public abstract class StoreContract(StoreEngine engine) : IDisposable
{
    protected static CancellationToken None => CancellationToken.None;

    protected StoreEngine Engine => engine;

    protected IEpisodeReader Reader => engine.Reader;

    protected ILibraryWriter Writer => engine.Writer;

    /// <summary>Writes the samples in one import.</summary>
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
