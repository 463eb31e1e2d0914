using Microsoft.Extensions.DependencyInjection;
using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Feeds;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Storage.Sql;

internal static class SqlPorts
{
    /// <summary>Registers the ports with SQL shared by all engines.</summary>
    public static IServiceCollection AddSqlPorts(this IServiceCollection services, Func<IServiceProvider, ISqlStore> store) => services
        .AddSingleton<IEpisodeReader>(provider => new SqlEpisodeReader(store(provider)))
        .AddSingleton<IFormerAddresses>(provider => new SqlFormerAddresses(store(provider)))
        .AddSingleton<IFeedReader>(provider => new SqlFeedReader(store(provider)))
        .AddSingleton<IImportReports>(provider => new SqlImportReports(store(provider)))
        .AddSingleton<ILibraryWriter>(provider => new SqlLibraryWriter(store(provider)));
}
