using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Storage.Tests;

/// <summary>Single changes, each committed.</summary>
internal static class WriterSteps
{
    public static Task WriteAsync(this ILibraryWriter writer, ImportedEpisode episode, CancellationToken cancellationToken) =>
        StepAsync(writer, session => session.WriteAsync(EpisodeRecordBuilder.Build(episode), cancellationToken));

    public static Task RemoveAsync(this ILibraryWriter writer, EpisodeSlug slug, CancellationToken cancellationToken) =>
        StepAsync(writer, session => session.RemoveAsync(slug, cancellationToken));

    public static Task CompleteAsync(this ILibraryWriter writer, CancellationToken cancellationToken) =>
        StepAsync(writer, session => session.CompleteAsync(cancellationToken));

    public static async Task<IReadOnlyList<StoredEpisode>> StoredEpisodesAsync(this ILibraryWriter writer, CancellationToken cancellationToken)
    {
        await using var session = await writer.BeginAsync(cancellationToken);
        return await session.StoredEpisodesAsync(cancellationToken);
    }

    private static async Task StepAsync(ILibraryWriter writer, Func<IImportSession, Task> step)
    {
        await using var session = await writer.BeginAsync(CancellationToken.None);
        await step(session);
        await session.CommitAsync(CancellationToken.None);
    }
}
