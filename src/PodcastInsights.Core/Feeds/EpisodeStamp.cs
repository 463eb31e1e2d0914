using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Core.Feeds;

/// <summary>
/// Identity of an episode in feeds, with the times that feeds give. It is kept when the episode is written again, when its file is renamed, and
/// when it is removed and comes back.
/// </summary>
/// <param name="Slug">Present slug.</param>
/// <param name="Origin">Unique name that never changes: the first slug of the episode, with a number where that was taken.</param>
/// <param name="SeenAt">Time of the first import that had it, UTC as all others.</param>
/// <param name="IsEarly">Whether it came with the first import of the library, whose episodes are no news.</param>
/// <param name="DatedAt">Its date at the first import; where it had none, the time at which its files were last written.</param>
/// <param name="UpdatedAt">Time of the last change of words.</param>
/// <param name="LatestAt">Time of the last import that brought new words; null where only the first import of the library did.</param>
public sealed record EpisodeStamp(
    EpisodeSlug Slug, string Origin, DateTime SeenAt, bool IsEarly, DateTime DatedAt, DateTime UpdatedAt, DateTime? LatestAt, SpokenStamps Spoken)
{
    /// <summary>Time at which the episode was added; for episodes of the first import their own date.</summary>
    public DateTime ArrivedAt => IsEarly ? DatedAt : SeenAt;

    /// <summary>Stamp of an episode that was not in the library before.</summary>
    public static EpisodeStamp Of(string origin, EpisodeRecord episode, bool isEarly)
    {
        ArgumentNullException.ThrowIfNull(episode);
        var at = episode.ReadAt;
        var dated = MomentOf(episode.Summary.PublishedOn, at) ?? (episode.WrittenAt < at ? episode.WrittenAt.Value : at);
        return new EpisodeStamp(
            episode.Slug, origin, at, isEarly, dated, isEarly ? dated : at, isEarly ? null : at, SpokenStamps.Of(episode.Spoken));
    }

    /// <summary>Stamp after an import has read the files again.</summary>
    /// <param name="at">Start of the import.</param>
    public EpisodeStamp After(SpokenHashes spoken, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(spoken);
        var changed = !Spoken.IsUnknown && Spoken.Words != spoken.Words;
        return this with
        {
            Spoken = Spoken.After(spoken, at),
            UpdatedAt = changed ? at : UpdatedAt,
            LatestAt = changed ? at : LatestAt,
        };
    }

    /// <summary>
    /// Stamp of this episode once it turns out to be another one that was renamed. Of the two identities the older one stays, because more
    /// readers know it.
    /// </summary>
    public EpisodeStamp Succeeds(EpisodeStamp former)
    {
        ArgumentNullException.ThrowIfNull(former);
        return former.SeenAt > SeenAt
            ? this
            : former.After(new SpokenHashes(Spoken.Words, [.. Spoken.Bodies.Select(HashesOf)]), SeenAt) with { Slug = Slug };
    }

    /// <summary>Time at which the episode itself was published, as far as it is known.</summary>
    /// <param name="date">Null for one that is not known.</param>
    public DateTime PublishedAt(DateOnly? date) => MomentOf(date, SeenAt) ?? ArrivedAt;

    /// <summary>
    /// A date as a time: noon UTC, when it is that date nearly everywhere. Never later than the import, because feed readers reject times in the
    /// future.
    /// </summary>
    private static DateTime? MomentOf(DateOnly? date, DateTime seen) =>
        date?.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc) is { } noon ? (noon < seen ? noon : seen) : null;

    private static BodyHashes HashesOf(BodyStamps body) => new(body.Language, [.. body.Turns.Select(static turn => turn.Words)]);
}
