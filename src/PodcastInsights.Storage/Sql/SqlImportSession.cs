using System.Data.Common;
using Dapper;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Importing.Relating;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.Sql;

/// <summary>Holds the only writing transaction from the first change to the commit. Until then, readers see the previous version.</summary>
internal sealed class SqlImportSession(ISqlStore store) : IImportSession
{
    private SqlTransaction? open;
    private bool hasNewState;
    private bool keepsEarlierWords = true;

    public async Task KeepNoEarlierWordsAsync(CancellationToken cancellationToken)
    {
        keepsEarlierWords = false;
        var isEmpty = true;
        await ExplainingAsync(async () => isEmpty = await store.ReadAsync(SqlTurnMemory.IsEmptyAsync, cancellationToken));
        if (!isEmpty)
        {
            await ChangingAsync(transaction => SqlTurnMemory.ForgetAllAsync(transaction.Connection), cancellationToken);
        }
    }

    public async Task<IReadOnlyList<StoredEpisode>> StoredEpisodesAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT slug, content_hash, sources, files, members, people, recordings
            FROM   episode
            LEFT   JOIN episode_import ON episode_import.episode_id = episode.id
            """;
        var rows = Enumerable.Empty<(string Slug, string ContentHash, string Sources, string? Files, string? Members, string? People, string Recordings)>();
        await ExplainingAsync(async () => rows = await store.ReadAsync(
            connection => connection.QueryAsync<(string, string, string, string?, string?, string?, string)>(new CommandDefinition(
                sql, cancellationToken: cancellationToken)),
            cancellationToken));
        return rows.Select(row => new StoredEpisode(
            EpisodeSlug.From(row.Slug),
            row.ContentHash,
            row.Files is null ? [] : StoredJson.Read<List<SourceFile>>(row.Files),
            StoredJson.Read<List<EpisodeSource>>(row.Sources),
            row.Members is null ? null : StoredJson.Read<EpisodeCast>(row.Members),
            row.People ?? "")
        {
            Recordings = StoredJson.Read<List<Recording>>(row.Recordings),
        }).ToList();
    }

    public async Task<IReadOnlyList<PassedOverFiles>> PassedOverAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<PassedOverFiles> files = [];
        await ExplainingAsync(async () => files = await store.ReadAsync(
            connection => SqlPassedOver.ListAsync(connection, cancellationToken), cancellationToken));
        return files;
    }

    public Task PassOverAsync(PassedOverFiles files, CancellationToken cancellationToken) =>
        InTransactionAsync(transaction => SqlPassedOver.KeepAsync(transaction.Connection, files), cancellationToken);

    public Task ForgetPassedOverAsync(EpisodeSlug slug, CancellationToken cancellationToken) =>
        InTransactionAsync(transaction => SqlPassedOver.ForgetAsync(transaction.Connection, slug), cancellationToken);

    public Task WriteAsync(EpisodeRecord episode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(episode);
        return ChangingAsync(
            async transaction =>
            {
                if (!await SqlEpisodePast.BeforeWritingAsync(transaction.Connection, store.Turns, episode, keepsEarlierWords, cancellationToken))
                {
                    await DeleteAsync(transaction.Connection, episode.Slug);
                }

                await transaction.Episodes.InsertAsync(episode, cancellationToken);
            },
            cancellationToken);
    }

    public Task RemoveAsync(EpisodeSlug slug, CancellationToken cancellationToken) =>
        ChangingAsync(
            async transaction =>
            {
                await SqlEpisodePast.BeforeRemovingAsync(transaction.Connection, store.Turns, slug, keepsEarlierWords, cancellationToken);
                await DeleteAsync(transaction.Connection, slug);
            },
            cancellationToken);

    public Task AssignPeopleAsync(EpisodeSlug slug, PeopleRecord people, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(people);
        return ChangingAsync(transaction => SqlPeopleWriter.ReplaceAsync(transaction.Connection, slug, people, cancellationToken), cancellationToken);
    }

    public Task AssignRecordingsAsync(EpisodeSlug slug, IReadOnlyList<Recording> recordings, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE episode
            SET    recordings = @recordings
            WHERE  slug = @slug
            """;
        return ChangingAsync(
            transaction => transaction.Connection.ExecuteAsync(sql, new { slug = slug.Value, recordings = StoredJson.Write(recordings) }),
            cancellationToken);
    }

    public async Task<bool> HasUnrelatedAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT count(*)
            FROM   (SELECT 1 FROM episode_subject WHERE relatives IS NULL LIMIT 1) unrelated
            """;
        var count = 0;
        await ExplainingAsync(async () => count = await store.ReadAsync(
            connection => connection.ExecuteScalarAsync<int>(new CommandDefinition(sql, cancellationToken: cancellationToken)), cancellationToken));
        return count > 0;
    }

    public async Task<IReadOnlyList<StoredSubject>> SubjectsAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT slug, subject, relatives
            FROM   episode_subject
            JOIN   episode ON episode.id = episode_subject.episode_id
            """;
        var rows = Enumerable.Empty<(string Slug, byte[] Subject, string? Relatives)>();
        await ExplainingAsync(async () => rows = await store.ReadAsync(
            connection => connection.QueryAsync<(string, byte[], string?)>(new CommandDefinition(sql, cancellationToken: cancellationToken)),
            cancellationToken));
        return rows.Select(row => new StoredSubject(
            EpisodeSlug.From(row.Slug), row.Subject, row.Relatives is null ? null : StoredJson.Read<List<Relative>>(row.Relatives))).ToList();
    }

    public Task RelateAsync(EpisodeSlug slug, IReadOnlyList<Relative> relatives, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE episode_subject
            SET    relatives = @relatives
            WHERE  episode_id = (SELECT id FROM episode WHERE slug = @slug)
            """;
        return ChangingAsync(
            transaction => transaction.Connection.ExecuteAsync(sql, new { slug = slug.Value, relatives = StoredJson.Write(relatives) }),
            cancellationToken);
    }

    public Task NoteFilesAsync(EpisodeSlug slug, IReadOnlyList<SourceFile> files, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE episode_import
            SET    files = @files
            WHERE  episode_id = (SELECT id FROM episode WHERE slug = @slug)
            """;
        return InTransactionAsync(
            transaction => transaction.Connection.ExecuteAsync(sql, new { slug = slug.Value, files = StoredJson.Write(files) }),
            cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, string>> FileReportsAsync(CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, string> stamps = new Dictionary<string, string>();
        await ExplainingAsync(async () => stamps = await store.ReadAsync(
            connection => SqlImportReports.StampsAsync(connection, cancellationToken), cancellationToken));
        return stamps;
    }

    public Task ReportFilesAsync(IReadOnlyCollection<StoredFileReport> files, CancellationToken cancellationToken) =>
        InTransactionAsync(transaction => SqlImportReports.KeepAsync(transaction.Connection, files, cancellationToken), cancellationToken);

    public Task ForgetFileReportsAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken) =>
        InTransactionAsync(transaction => SqlImportReports.ForgetAsync(transaction.Connection, paths), cancellationToken);

    public Task ReportImportAsync(ImportReport report, DateTime endedAt, CancellationToken cancellationToken) =>
        InTransactionAsync(transaction => SqlImportReports.KeepImportAsync(transaction.Connection, report, endedAt), cancellationToken);

    public Task CommitAsync(CancellationToken cancellationToken) => open is { } transaction
        ? ExplainingAsync(async () =>
        {
            open = null;
            await using (transaction)
            {
                await transaction.CommitAsync(cancellationToken);
            }
        })
        : Task.CompletedTask;

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await CommitAsync(cancellationToken);
        await ExplainingAsync(() => store.CompleteAsync(cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        if (open is { } transaction)
        {
            open = null;
            await transaction.DisposeAsync();
        }
    }

    private static async Task DeleteAsync(DbConnection connection, EpisodeSlug slug)
    {
        await SqlSearchRuns.DeleteAsync(connection, slug);

        // Foreign keys delete all other rows of the episode.
        const string sql = """
            DELETE FROM episode
            WHERE  slug = @slug
            """;
        await connection.ExecuteAsync(sql, new { slug = slug.Value });
    }

    /// <param name="change">A change that readers see.</param>
    private Task ChangingAsync(Func<SqlTransaction, Task> change, CancellationToken cancellationToken) => InTransactionAsync(
        async transaction =>
        {
            if (!hasNewState)
            {
                await SqlLibraryState.ChangeAsync(transaction.Connection, cancellationToken);
                hasNewState = true;
            }

            await change(transaction);
        },
        cancellationToken);

    private Task InTransactionAsync(Func<SqlTransaction, Task> work, CancellationToken cancellationToken) => ExplainingAsync(async () =>
    {
        try
        {
            if (open is null)
            {
                open = await store.BeginWritingAsync(cancellationToken);
                hasNewState = false;
            }

            await work(open);
            await open.SendAsync(cancellationToken);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    });

    /// <exception cref="UnusableLibraryException">The store cannot be used.</exception>
    private async Task ExplainingAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (DbException error) when (store.ProblemBehind(error) is { } unusable)
        {
            throw unusable;
        }
    }
}
