using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing.Records;

/// <summary>
/// The speakers of an episode according to its own files. It is stored with the episode, so that what other episodes or
/// <c>speakers.yaml</c> say of a name can be applied without reading the files again.
/// </summary>
/// <param name="Editions">In the order of <see cref="EpisodeRecord.Editions"/>.</param>
/// <param name="Bodies">In the order of <see cref="EpisodeRecord.Bodies"/>: all who have a turn in it, ordered by first turn.</param>
public sealed record EpisodeCast(
    string? Show, IReadOnlyList<EditionCast> Editions, IReadOnlyList<IReadOnlyList<CastMember>> Bodies)
{
    /// <summary>Each name once, with the role in the first edition that has it.</summary>
    public IEnumerable<Appearance> Appearances(EpisodeSlug episode) => Editions
        .SelectMany(edition => edition.Speakers)
        .DistinctBy(speaker => speaker.Name)
        .Select(speaker => new Appearance(episode, Show, speaker.Name, speaker.Role));
}

/// <param name="Path">Path of the file.</param>
/// <param name="Body">Index into <see cref="EpisodeCast.Bodies"/>.</param>
public sealed record EditionCast(string Path, int Body, IReadOnlyList<Speaker> Speakers);

/// <summary>A name and how much is said under it in a body.</summary>
public sealed record CastMember(string Name, int TurnCount, int WordCount);
