using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Holds the one connection that may write from the first change to the commit. Whoever reads meanwhile sees the state before.</summary>
internal sealed class SqliteImportSession(SqliteDatabase database) : IImportSession
{
    private OpenTransaction? open;
    private bool keepsEarlierWords = true;

    public async Task KeepNoEarlierWordsAsync(CancellationToken cancellationToken)
    {
        keepsEarlierWords = false;
        var isEmpty = true;
        await ExplainingAsync(async () =>
        {
            await using var connection = await database.OpenReaderAsync(cancellationToken);
            isEmpty = SqliteTurnMemory.IsEmpty(connection);
        });
        if (!isEmpty)
        {
            await ChangingAsync(transaction => SqliteTurnMemory.ForgetAll(transaction.Connection), cancellationToken);
        }
    }

    public async Task<IReadOnlyList<StoredEpisode>> StoredEpisodesAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            SELECT slug, content_hash, sources, files, members, people
            FROM   episode
            LEFT   JOIN episode_import ON episode_import.episode_id = episode.id
            """;
        var rows = Enumerable.Empty<(string Slug, string ContentHash, string Sources, string? Files, string? Members, string? People)>();
        await ExplainingAsync(async () =>
        {
            await using var connection = await database.OpenReaderAsync(cancellationToken);
            rows = await connection.QueryAsync<(string, string, string, string?, string?, string?)>(new CommandDefinition(
                sql, cancellationToken: cancellationToken));
        });
        return rows.Select(row => new StoredEpisode(
            EpisodeSlug.From(row.Slug),
            row.ContentHash,
            row.Files is null ? [] : StoredJson.Read<List<SourceFile>>(row.Files),
            StoredJson.Read<List<EpisodeSource>>(row.Sources),
            row.Members is null ? null : StoredJson.Read<EpisodeCast>(row.Members),
            row.People ?? "")).ToList();
    }

    public async Task<IReadOnlyList<PassedOverFiles>> PassedOverAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<PassedOverFiles> files = [];
        await ExplainingAsync(async () =>
        {
            await using var connection = await database.OpenReaderAsync(cancellationToken);
            files = await SqlitePassedOver.ListAsync(connection, cancellationToken);
        });
        return files;
    }

    public Task PassOverAsync(PassedOverFiles files, CancellationToken cancellationToken) =>
        UnseenAsync(connection => SqlitePassedOver.Keep(connection, files), cancellationToken);

    public Task ForgetPassedOverAsync(EpisodeSlug slug, CancellationToken cancellationToken) =>
        UnseenAsync(connection => SqlitePassedOver.Forget(connection, slug), cancellationToken);

    public Task WriteAsync(EpisodeRecord episode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(episode);
        return ChangingAsync(
            transaction =>
            {
                SqliteEpisodePast.BeforeWriting(transaction.Connection, episode, keepsEarlierWords, cancellationToken);
                transaction.Delete(episode.Slug);
                transaction.Episodes.Insert(episode, cancellationToken);
            },
            cancellationToken);
    }

    public Task RemoveAsync(EpisodeSlug slug, CancellationToken cancellationToken) =>
        ChangingAsync(
            transaction =>
            {
                SqliteEpisodePast.BeforeRemoving(transaction.Connection, slug, keepsEarlierWords, cancellationToken);
                transaction.Delete(slug);
            },
            cancellationToken);

    public Task AssignPeopleAsync(EpisodeSlug slug, PeopleRecord people, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(people);
        return ChangingAsync(transaction => SqlitePeopleWriter.Replace(transaction.Connection, slug, people), cancellationToken);
    }

    public Task NoteFilesAsync(EpisodeSlug slug, IReadOnlyList<SourceFile> files, CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE episode_import
            SET    files = @files
            WHERE  episode_id = (SELECT id FROM episode WHERE slug = @slug)
            """;
        return UnseenAsync(
            connection => connection.Execute(sql, new { slug = slug.Value, files = StoredJson.Write(files) }), cancellationToken);
    }

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
        await ExplainingAsync(async () =>
        {
            await using var writer = await database.OpenWriterAsync(cancellationToken);
            await SqliteSearchWriter.CompleteAsync(writer.Connection, cancellationToken);
            SqliteTurnMemory.Forget(writer.Connection);

            // The log goes back into the file at once: otherwise every reader until the next import would look in both.
            const string sql = """
                PRAGMA optimize;
                PRAGMA wal_checkpoint (TRUNCATE);
                """;
            await writer.Connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: cancellationToken));
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (open is { } transaction)
        {
            open = null;
            await transaction.DisposeAsync();
        }
    }

    /// <param name="change">Something that readers do not see.</param>
    private Task UnseenAsync(Action<SqliteConnection> change, CancellationToken cancellationToken) => InTransactionAsync(
        transaction =>
        {
            change(transaction.Connection);
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <param name="change">Something that readers see.</param>
    private Task ChangingAsync(Action<OpenTransaction> change, CancellationToken cancellationToken) => InTransactionAsync(
        async transaction =>
        {
            await transaction.NameNewStateAsync(cancellationToken);
            change(transaction);
        },
        cancellationToken);

    private Task InTransactionAsync(Func<OpenTransaction, Task> work, CancellationToken cancellationToken) => ExplainingAsync(async () =>
    {
        try
        {
            await work(open ??= new OpenTransaction(await database.OpenWriterAsync(cancellationToken)));
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    });

    /// <exception cref="UnusableLibraryException">Not a statement was wrong but the file or its disk.</exception>
    private async Task ExplainingAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (SqliteException error) when (database.ProblemBehind(error) is { } unusable)
        {
            throw unusable;
        }
    }

    private sealed class OpenTransaction : IAsyncDisposable
    {
        private readonly SqliteDatabase.Writer writer;
        private readonly SqliteTransaction transaction;
        private bool hasNewState;

        public OpenTransaction(SqliteDatabase.Writer writer)
        {
            this.writer = writer;
            transaction = writer.Connection.BeginTransaction(deferred: false);
            Episodes = new SqliteEpisodeWriter(writer.Connection);
        }

        public SqliteConnection Connection => writer.Connection;

        public SqliteEpisodeWriter Episodes { get; }

        public async Task NameNewStateAsync(CancellationToken cancellationToken)
        {
            if (!hasNewState)
            {
                await SqliteLibraryState.ChangeAsync(Connection, cancellationToken);
                hasNewState = true;
            }
        }

        public void Delete(EpisodeSlug slug)
        {
            SqliteSearchWriter.Delete(Connection, slug);

            // Everything else of the episode goes with its row, by its foreign keys.
            const string sql = """
                DELETE FROM episode
                WHERE  slug = @slug
                """;
            Connection.Execute(sql, new { slug = slug.Value });
        }

        public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

        public async ValueTask DisposeAsync()
        {
            Episodes.Dispose();
            await transaction.DisposeAsync();
            await writer.DisposeAsync();
        }
    }
}
