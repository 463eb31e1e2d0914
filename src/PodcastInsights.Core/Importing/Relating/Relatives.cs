using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing.Relating;

/// <summary>An episode similar to another.</summary>
/// <param name="Likeness">From 0 to 1; see <see cref="EpisodeSimilarity"/>.</param>
public sealed record Relative(EpisodeSlug Slug, double Likeness);

/// <summary>The stored subject of an episode.</summary>
/// <param name="Subject">As <see cref="EpisodeSubject.Pack"/> writes it.</param>
/// <param name="Relatives">The most similar first; null where they have not been worked out since the episode was written.</param>
public sealed record StoredSubject(EpisodeSlug Slug, byte[] Subject, IReadOnlyList<Relative>? Relatives);

/// <summary>
/// Works out which episodes are similar, at the end of an import. A new episode is compared with all others. Of the others only those are
/// worked out again that are more similar to it than to one of their relatives, or had it as a relative.
/// </summary>
public static class Relatives
{
    /// <summary>Number of relatives stored: more than a page shows, because it leaves out those that it lists for another reason.</summary>
    private const int Most = 12;

    /// <param name="gone">Episodes that the session has removed. Others may still have them as relatives.</param>
    public static async Task WorkOutAsync(IImportSession session, IReadOnlyCollection<EpisodeSlug> gone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(gone);
        if (gone.Count == 0 && !await session.HasUnrelatedAsync(cancellationToken))
        {
            return;
        }

        var without = gone.ToHashSet();
        var stored = (await session.SubjectsAsync(cancellationToken))
            .Where(subject => !without.Contains(subject.Slug))
            .OrderBy(subject => subject.Slug.Value, StringComparer.Ordinal)
            .ToList();
        var similarity = new EpisodeSimilarity([.. stored.Select(subject => EpisodeSubject.Read(subject.Subject))]);
        foreach (var episode in Touched(stored, without, similarity))
        {
            var relatives = similarity.Of(episode).Take(Most)
                .Select(other => new Relative(stored[other.Episode].Slug, Math.Round(other.Similarity, 3)))
                .ToList();
            if (stored[episode].Relatives is not { } before || !before.SequenceEqual(relatives))
            {
                await session.RelateAsync(stored[episode].Slug, relatives, cancellationToken);
            }
        }
    }

    private static SortedSet<int> Touched(List<StoredSubject> stored, HashSet<EpisodeSlug> gone, EpisodeSimilarity similarity)
    {
        var unrelated = stored.Index().Where(subject => subject.Item.Relatives is null).Select(subject => subject.Index).ToList();
        var moved = unrelated.Select(episode => stored[episode].Slug).Concat(gone).ToHashSet();
        var touched = new SortedSet<int>(unrelated);
        touched.UnionWith(stored.Index()
            .Where(subject => subject.Item.Relatives?.Any(relative => moved.Contains(relative.Slug)) == true)
            .Select(subject => subject.Index));
        foreach (var episode in touched.Count == stored.Count ? [] : unrelated)
        {
            touched.UnionWith(similarity.Of(episode)
                .Where(other => stored[other.Episode].Relatives is { } relatives
                    && (relatives.Count < Most || other.Similarity > relatives[^1].Likeness))
                .Select(other => other.Episode));
        }

        return touched;
    }
}
