using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Storage.PostgreSql;

/// <summary>Gives sessions over posting lists in tables.</summary>
internal sealed class PostgresSearchSource(PostgresDatabase database) : ISearchSource
{
    public Task<T> ReadAsync<T>(Func<ISearchSession, Task<T>> work, CancellationToken cancellationToken) => database.ReadOnNodeAsync(
        async (node, letGo) =>
        {
            try
            {
                await using var session = new PostgresSearchSession(node, database.Segments, isStrict: false, letGo);
                return await work(session);
            }
            catch (PostgresSearchSession.OtherStateException)
            {
                await using var session = new PostgresSearchSession(node, database.Segments, isStrict: true, letGo);
                return await work(session);
            }
        },
        cancellationToken);
}
