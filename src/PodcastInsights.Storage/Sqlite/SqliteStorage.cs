using Microsoft.Extensions.DependencyInjection;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Search;

namespace PodcastInsights.Storage.Sqlite;

public static class SqliteStorage
{
    /// <summary>Registers the ports for reading, writing and searching over one SQLite file, which is opened at their first use.</summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, string databasePath) => services
        .AddSingleton(_ => new SqliteDatabase(databasePath))
        .AddSingleton<IEpisodeReader, SqliteEpisodeReader>()
        .AddSingleton<IFormerAddresses, SqliteFormerAddresses>()
        .AddSingleton<ILibraryWriter, SqliteLibraryWriter>()
        .AddSingleton<ISearchIndex, SqliteSearchIndex>();
}
