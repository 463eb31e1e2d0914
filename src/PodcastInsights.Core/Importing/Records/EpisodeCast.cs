using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing.Records;

/// <summary>
/// Who speaks in an episode, as its own files say, before anything is known of other episodes. It is stored beside the episode, so that
/// what another episode or <c>speakers.yaml</c> says of a name can be applied without reading the files again.
/// </summary>
/// <param name="Editions">In the order of <see cref="EpisodeRecord.Editions"/>.</param>
/// <param name="Bodies">In the order of <see cref="EpisodeRecord.Bodies"/>: everybody who has a turn in it, by their first turns.</param>
public sealed record EpisodeCast(
    string? Show, IReadOnlyList<EditionCast> Editions, IReadOnlyList<IReadOnlyList<CastMember>> Bodies)
{
    /// <summary>Each name once, as the first edition has it.</summary>
    public IEnumerable<Appearance> Appearances(EpisodeSlug episode) => Editions
        .SelectMany(edition => edition.Speakers)
        .DistinctBy(speaker => speaker.Name)
        .Select(speaker => new Appearance(episode, Show, speaker.Name, speaker.Role));
}

/// <param name="Path">Of its file.</param>
/// <param name="Body">Index into <see cref="EpisodeCast.Bodies"/>.</param>
public sealed record EditionCast(string Path, int Body, IReadOnlyList<Speaker> Speakers);

/// <summary>A name and what is said under it in a body.</summary>
public sealed record CastMember(string Name, int TurnCount, int WordCount);
