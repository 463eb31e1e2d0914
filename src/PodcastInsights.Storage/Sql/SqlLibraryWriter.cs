using PodcastInsights.Core.Importing;

namespace PodcastInsights.Storage.Sql;

/// <summary>Begins imports into the store.</summary>
internal sealed class SqlLibraryWriter(ISqlStore store) : ILibraryWriter
{
    public Task<IImportSession> BeginAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IImportSession>(new SqlImportSession(store));

    public Task<IImportTurn?> TryTakeTurnAsync(CancellationToken cancellationToken) => store.TryTakeTurnAsync(cancellationToken);
}
