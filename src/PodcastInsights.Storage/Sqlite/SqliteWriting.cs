using System.Data.Common;
using Microsoft.Data.Sqlite;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>A transaction on the only connection that may write.</summary>
internal sealed class SqliteWriting : SqlTransaction
{
    private readonly SqliteDatabase.Writer writer;
    private readonly SqliteTransaction transaction;
    private readonly SqliteEpisodeWriter episodes;

    public SqliteWriting(SqliteDatabase.Writer writer)
    {
        this.writer = writer;
        transaction = writer.Connection.BeginTransaction(deferred: false);
        episodes = new SqliteEpisodeWriter(writer.Connection);
    }

    public override DbConnection Connection => writer.Connection;

    public override SqlEpisodeWriter Episodes => episodes;

    public override Task CommitAsync(CancellationToken cancellationToken)
    {
        episodes.InsertWaiting();
        return transaction.CommitAsync(cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        episodes.Dispose();
        await transaction.DisposeAsync();
        await writer.DisposeAsync();
    }
}
