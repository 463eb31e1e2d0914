using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Storage.Sql;
using PodcastInsights.Storage.Sqlite;

namespace PodcastInsights.Benchmarks;

/// <summary>The product's own search, from the text typed to the records that a page shows.</summary>
internal sealed class ProductEngine(string folder, bool withFacets, ProductEngine? sameStore = null) : ISearchEngine
{
    private readonly SqliteDatabase database = sameStore?.database ?? new SqliteDatabase(Path.Combine(folder, "product.db"));
    private LibrarySearch? index;

    public string Name => withFacets ? "product+facets" : "product";

    public double FillSeconds { get; private set; } = sameStore?.FillSeconds ?? 0;

    public async Task BuildAsync(Corpus corpus)
    {
        if (sameStore is not null)
        {
            await OpenAsync();
            return;
        }

        // What is timed is the filling, not the compiling of the code that fills.
        await FillAsync("warm-up.db", corpus.Episodes.Take(50));
        FillSeconds = await FillAsync("fill.db", corpus.Episodes);
        await ImportAsync(corpus.Episodes);
        await OpenAsync();
    }

    public Task OpenAsync()
    {
        index = new LibrarySearch(new SqliteSearchSource(database));
        return index.PrepareAsync(CancellationToken.None);
    }

    public Task ImportAsync(IEnumerable<ImportedEpisode> episodes) => ImportAsync(database, episodes);

    /// <summary>Does the same work for a library that nobody searches.</summary>
    public async Task ImportElsewhereAsync(IEnumerable<ImportedEpisode> episodes)
    {
        using var other = new SqliteDatabase(Path.Combine(folder, "other.db"));
        await ImportAsync(other, episodes);
    }

    private static async Task ImportAsync(SqliteDatabase library, IEnumerable<ImportedEpisode> episodes)
    {
        await using var session = await new SqlLibraryWriter(library).BeginAsync(CancellationToken.None);
        foreach (var episode in episodes)
        {
            await session.WriteAsync(EpisodeRecordBuilder.Build(episode), CancellationToken.None);
            await session.CommitAsync(CancellationToken.None);
        }

        await session.CompleteAsync(CancellationToken.None);
    }

    /// <summary>Fills an index alone, episode by episode as an import does, without the rows that pages are read from.</summary>
    /// <returns>The seconds it took.</returns>
    private async Task<double> FillAsync(string file, IEnumerable<ImportedEpisode> episodes)
    {
        using var store = new SqliteDatabase(Path.Combine(folder, file));
        await using var writer = await store.OpenWriterAsync(CancellationToken.None);
        var started = TimeProvider.System.GetTimestamp();
        var turn = 1L;
        foreach (var (body, episode) in episodes.Index())
        {
            await using var transaction = writer.Connection.BeginTransaction(deferred: false);
            using var search = new SqliteEpisodeWriter(writer.Connection);
            var record = EpisodeRecordBuilder.Build(episode).Bodies[0];
            var first = await SqlSearchRuns.NextDocumentAsync(writer.Connection);
            await SqlSearchRuns.InsertAsync(writer.Connection, body, first, turn, record);
            search.InsertDocuments(first, record.Documents);
            search.InsertWaiting();
            turn += record.Turns.Count;
            await transaction.CommitAsync();
        }

        await SqliteIndex.CompleteAsync(writer.Connection, CancellationToken.None);
        return TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }

    public long IndexBytes()
    {
        using var connection = new SqliteConnection($"Data Source={database.Path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT (SELECT sum(length(block)) FROM search_text_data)
                 + (SELECT sum(length(sz) + 12) FROM search_text_docsize)
                 + (SELECT sum(length(documents)) FROM search_run)
                 + (SELECT coalesce(sum(length(words)), 0) FROM search_words)
            """;
        return (long)command.ExecuteScalar()!;
    }

    public Answer Search(BenchmarkQuery query)
    {
        var request = new SearchRequest(SearchQuery.Parse(Print(query)), WithFacets: withFacets);
        var results = index!.SearchAsync(request, CancellationToken.None).GetAwaiter().GetResult();
        return new Answer(
            results.Total,
            results.Items.Select(static hit => $"{hit.Episode} {hit.TurnId}").ToList(),
            results.Items.Sum(static hit => hit.Snippet.Sum(static part => part.Text.Length)));
    }

    public void Dispose()
    {
        index?.Dispose();
        database.Dispose();
    }

    internal static string Print(BenchmarkQuery query)
    {
        var words = string.Join(' ', query.Words);
        return query.Kind switch
        {
            QueryKind.Phrase => $"\"{words}\"",
            QueryKind.Prefix => $"{words}*",
            QueryKind.Speaker => $"{words} speaker:\"{query.Speaker}\"",
            _ => words,
        };
    }
}
