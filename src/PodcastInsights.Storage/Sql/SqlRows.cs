using System.Data.Common;
using System.Globalization;
using System.Text;

namespace PodcastInsights.Storage.Sql;

/// <summary>Inserts many rows with one statement, to avoid a round trip for each.</summary>
internal static class SqlRows
{
    /// <summary>Largest number of values in a statement: SQLite's driver searches all parameter names for each value, which is quadratic.</summary>
    private const int MostValues = 500;

    /// <param name="insert">The statement up to the word VALUES.</param>
    /// <param name="rows">Rows with a value for every column, in order.</param>
    public static async Task InsertAsync(DbConnection connection, string insert, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
    {
        foreach (var part in rows.Count == 0 ? [] : rows.Chunk(MostValues / rows[0].Length))
        {
            await using var command = connection.CreateCommand();
            var sql = new StringBuilder(insert);
            foreach (var (index, row) in part.Index())
            {
                sql.Append(index == 0 ? " (" : "), (").AppendJoin(", ", row.Select(value => ParameterFor(command, value)));
            }

            command.CommandText = sql.Append(')').ToString();
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static string ParameterFor(DbCommand command, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return parameter.ParameterName;
    }
}
