using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace PodcastInsights.Storage.Sql;

/// <summary>
/// A connection on which statements without a result wait for the next one with a result, and are sent together with it. Each round trip to a
/// server costs an import about half a millisecond, and an episode has thirty statements. Not thread-safe.
/// </summary>
/// <param name="inner">An open connection, which the caller owns. Its driver has batches.</param>
internal sealed class BatchingConnection(DbConnection inner) : DbConnection
{
    private DbBatch? waiting;

    [AllowNull]
    public override string ConnectionString
    {
        get => inner.ConnectionString;
        set => inner.ConnectionString = value;
    }

    public override string Database => inner.Database;

    public override string DataSource => inner.DataSource;

    public override string ServerVersion => inner.ServerVersion;

    public override ConnectionState State => inner.State;

    public bool IsWaiting => waiting is not null;

    /// <summary>Sends the statements that wait. Until then, their errors are not known.</summary>
    /// <exception cref="DbException">One of them failed.</exception>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        if (Take() is { } batch)
        {
            await using (batch)
            {
                await batch.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    /// <summary>Adds statements to those that wait.</summary>
    /// <param name="sql">Statements separated by semicolons. There are none within a statement.</param>
    /// <param name="parameters">Parameters of all of the statements; copied.</param>
    public void Add(string sql, DbParameterCollection parameters)
    {
        waiting ??= inner.CreateBatch();
        foreach (var statement in sql.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var command = waiting.CreateBatchCommand();
            command.CommandText = statement;
            foreach (ICloneable parameter in parameters)
            {
                command.Parameters.Add(parameter.Clone());
            }

            waiting.BatchCommands.Add(command);
        }
    }

    /// <returns>The statements that wait, which the caller then sends and disposes; null for none.</returns>
    public DbBatch? Take() => Interlocked.Exchange(ref waiting, null);

    public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

    public override void Close() => inner.Close();

    public override void Open() => inner.Open();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => inner.BeginTransaction(isolationLevel);

    protected override DbCommand CreateDbCommand() => new BatchingCommand(this, inner.CreateCommand());
}
