using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Feeds;

/// <summary>
/// Which episode this is for those who follow feeds, whatever its file is called, and since when it says what it says. It is kept while the
/// episode is written anew, renamed, or gone and back.
/// </summary>
/// <param name="Slug">Of the episode now.</param>
/// <param name="Origin">No other episode has it, and it never changes: the slug that the episode had when it came.</param>
/// <param name="SeenAt">When an import first had it, UTC.</param>
/// <param name="IsEarly">Whether it came with the first import of all, which brings what there was and no news.</param>
/// <param name="Dated">The date that it had when it came.</param>
/// <param name="UpdatedAt">When its words last changed, UTC.</param>
/// <param name="LatestAt">When an import last found words in it that were new, those of its coming included; null where none were ever news.</param>
public sealed record EpisodeStamp(
    EpisodeSlug Slug, string Origin, DateTime SeenAt, bool IsEarly, DateOnly? Dated, DateTime UpdatedAt, DateTime? LatestAt, SpokenStamps Spoken)
{
    /// <summary>The moment that stands for its coming: of the first import's episodes their own date.</summary>
    public DateTime ArrivedAt => IsEarly ? At(Dated) : SeenAt;

    /// <summary>The stamp of an episode that was not there before.</summary>
    /// <param name="at">When the import began, UTC.</param>
    public static EpisodeStamp Of(EpisodeSlug slug, string origin, SpokenHashes spoken, DateOnly? dated, DateTime at, bool isEarly)
    {
        var stamp = new EpisodeStamp(slug, origin, at, isEarly, dated, at, isEarly ? null : at, SpokenStamps.Of(spoken));
        return stamp with { UpdatedAt = stamp.ArrivedAt };
    }

    /// <summary>The same after an import has read its files again.</summary>
    /// <param name="at">When the import began, UTC.</param>
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
    /// What the stamp of an episode becomes that turns out to be this one under another name. The older of the two is known to more readers.
    /// </summary>
    public EpisodeStamp Succeeds(EpisodeStamp former)
    {
        ArgumentNullException.ThrowIfNull(former);
        return former.SeenAt > SeenAt
            ? this
            : former.After(new SpokenHashes(Spoken.Words, [.. Spoken.Bodies.Select(HashesOf)]), SeenAt) with { Slug = Slug };
    }

    /// <summary>
    /// A date as a moment: noon in Greenwich, which has that date nearly everywhere. Never later than it was seen: readers take what is to come for a
    /// mistake.
    /// </summary>
    /// <param name="date">Null for one that is not known.</param>
    public DateTime At(DateOnly? date) =>
        date?.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc) is { } noon && noon < SeenAt ? noon : SeenAt;

    private static BodyHashes HashesOf(BodyStamps body) => new(body.Language, [.. body.Turns.Select(static turn => turn.Words)]);
}
