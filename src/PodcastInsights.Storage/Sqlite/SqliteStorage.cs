using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.Sqlite;

public static class SqliteStorage
{
    /// <summary>Registers the ports of a store in one SQLite file, which is opened on first use.</summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, string databasePath)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(_ => new SqliteDatabase(databasePath))
            .AddSingleton<ISearchSource, SqliteSearchSource>()
            .AddSingleton<ILibraryStore, SqliteLibraryStore>()
            .AddSqlPorts(services => services.GetRequiredService<SqliteDatabase>());
    }
}
