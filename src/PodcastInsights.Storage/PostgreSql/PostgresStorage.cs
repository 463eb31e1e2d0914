using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.PostgreSql;

public static class PostgresStorage
{
    /// <summary>Whether a setting names a PostgreSQL server, and not a file.</summary>
    public static bool IsNamedBy(string database) => PostgresSettings.IsServer(database);

    /// <returns>What is wrong with a setting that names a server, without any of its values; null where it is valid.</returns>
    public static string? ProblemOf(string database) => PostgresSettings.TryParse(database, out _, out var problem) ? null : problem;

    /// <summary>Registers the ports of a store on PostgreSQL servers, which are connected to on first use.</summary>
    /// <param name="database">See <see cref="PostgresSettings"/>.</param>
    /// <exception cref="ArgumentException">The setting is invalid; see <see cref="ProblemOf"/>.</exception>
    public static IServiceCollection AddPostgresStorage(this IServiceCollection services, string database)
    {
        if (!PostgresSettings.TryParse(database, out var settings, out var problem))
        {
            throw new ArgumentException(problem, nameof(database));
        }

        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(provider => new PostgresDatabase(settings, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<ISearchSource, PostgresSearchSource>()
            .AddSingleton<ILibraryStore, PostgresLibraryStore>()
            .AddSqlPorts(provider => provider.GetRequiredService<PostgresDatabase>());
    }
}
