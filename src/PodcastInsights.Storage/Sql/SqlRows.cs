using System.Data.Common;
using System.Globalization;
using System.Text;

namespace PodcastInsights.Storage.Sql;

/// <summary>Inserts many rows by one statement: with one for each row, each would wait for the server's answer.</summary>
internal static class SqlRows
{
    /// <summary>Values in one statement: SQLite's driver looks through all names for each, so that many more would take the longer.</summary>
    private const int MostValues = 500;

    /// <param name="insert">The statement as far as the word VALUES.</param>
    /// <param name="rows">Each with a value for every column, in their order.</param>
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
