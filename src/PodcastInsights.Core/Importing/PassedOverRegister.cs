using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>The files in the store that earlier imports read and found to be no transcripts.</summary>
internal sealed class PassedOverRegister
{
    private readonly IImportSession session;
    private readonly Dictionary<EpisodeSlug, PassedOverFiles> stored;

    private PassedOverRegister(IImportSession session, IEnumerable<PassedOverFiles> stored) =>
        (this.session, this.stored) = (session, stored.ToDictionary(files => files.Slug));

    public static async Task<PassedOverRegister> LoadAsync(IImportSession session, CancellationToken cancellationToken) =>
        new(session, await session.PassedOverAsync(cancellationToken));

    /// <returns>Null where no files are kept for this slug.</returns>
    public PassedOverFiles? Find(EpisodeSlug slug) => stored.GetValueOrDefault(slug);

    /// <summary>Replaces the stored files by those that this import passed over.</summary>
    public async Task UpdateAsync(IEnumerable<PassedOverFiles> passedOver, CancellationToken cancellationToken)
    {
        var gone = stored.Keys.ToHashSet();
        foreach (var files in passedOver)
        {
            gone.Remove(files.Slug);
            if (Find(files.Slug) is not { } before || before.ContentHash != files.ContentHash || !before.Files.SequenceEqual(files.Files))
            {
                await session.PassOverAsync(files, cancellationToken);
            }
        }

        foreach (var slug in gone)
        {
            await session.ForgetPassedOverAsync(slug, cancellationToken);
        }
    }
}
