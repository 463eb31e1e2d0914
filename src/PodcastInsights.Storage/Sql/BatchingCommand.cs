using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace PodcastInsights.Storage.Sql;

/// <summary>A command of a <see cref="BatchingConnection"/>.</summary>
/// <param name="inner">The driver's command, which holds text and parameters.</param>
internal sealed class BatchingCommand(BatchingConnection connection, DbCommand inner) : DbCommand
{
    [AllowNull]
    public override string CommandText
    {
        get => inner.CommandText;
        set => inner.CommandText = value;
    }

    public override int CommandTimeout
    {
        get => inner.CommandTimeout;
        set => inner.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => inner.CommandType;
        set => inner.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource
    {
        get => inner.UpdatedRowSource;
        set => inner.UpdatedRowSource = value;
    }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException();
    }

    protected override DbParameterCollection DbParameterCollection => inner.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => inner.Transaction;
        set => inner.Transaction = value;
    }

    public override void Cancel() => inner.Cancel();

    public override void Prepare() => inner.Prepare();

    /// <returns>Always -1, for unknown: the statements are sent later.</returns>
    public override int ExecuteNonQuery()
    {
        connection.Add(CommandText, Parameters);
        return -1;
    }

    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) => Task.FromResult(ExecuteNonQuery());

    public override object? ExecuteScalar()
    {
        using var reader = ExecuteReader();
        return reader.Read() ? reader.GetValue(0) : null;
    }

    public override async Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken)
    {
        await using var reader = await ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetValue(0) : null;
    }

    protected override DbParameter CreateDbParameter() => inner.CreateParameter();

    // The results are those of this command: statements that return no rows have none.
    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Batch()?.ExecuteReader(behavior) ?? inner.ExecuteReader(behavior);

    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        await (Batch()?.ExecuteReaderAsync(behavior, cancellationToken) ?? inner.ExecuteReaderAsync(behavior, cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <returns>What waits, with this command at its end; null where nothing waits.</returns>
    private DbBatch? Batch()
    {
        if (!connection.IsWaiting)
        {
            return null;
        }

        connection.Add(CommandText, Parameters);
        return connection.Take();
    }
}
