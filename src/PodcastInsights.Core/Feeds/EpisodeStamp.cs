using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Core.Feeds;

/// <summary>
/// Which episode this is for those who follow feeds, whatever its file is called, and since when it says what it says. It is kept while the
/// episode is written anew, renamed, or gone and back.
/// </summary>
/// <param name="Slug">Of the episode now.</param>
/// <param name="Origin">No other episode has it, and it never changes: the slug that the episode had when it came.</param>
/// <param name="SeenAt">When an import first had it, UTC.</param>
/// <param name="IsEarly">Whether it came with the first import of all, which brings what there was and no news.</param>
/// <param name="DatedAt">The date that it had when it came, else when its files were written, UTC.</param>
/// <param name="UpdatedAt">When its words last changed, UTC.</param>
/// <param name="LatestAt">When an import last found words in it that were new, those of its coming included; null where none were ever news.</param>
public sealed record EpisodeStamp(
    EpisodeSlug Slug, string Origin, DateTime SeenAt, bool IsEarly, DateTime DatedAt, DateTime UpdatedAt, DateTime? LatestAt, SpokenStamps Spoken)
{
    /// <summary>The moment that stands for its coming: of the first import's episodes their own date.</summary>
    public DateTime ArrivedAt => IsEarly ? DatedAt : SeenAt;

    /// <summary>The stamp of an episode that was not there before.</summary>
    public static EpisodeStamp Of(string origin, EpisodeRecord episode, bool isEarly)
    {
        ArgumentNullException.ThrowIfNull(episode);
        var at = episode.ReadAt;
        var dated = MomentOf(episode.Summary.PublishedOn, at) ?? WrittenAt(episode.Files, at);
        return new EpisodeStamp(
            episode.Slug, origin, at, isEarly, dated, isEarly ? dated : at, isEarly ? null : at, SpokenStamps.Of(episode.Spoken));
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

    /// <summary>The moment at which it was published elsewhere, as far as that is known.</summary>
    /// <param name="date">Null for one that is not known.</param>
    public DateTime PublishedAt(DateOnly? date) => MomentOf(date, SeenAt) ?? ArrivedAt;

    /// <summary>
    /// A date as a moment: noon in Greenwich, where it is that date nearly everywhere. Never later than the episode was seen: readers take what is to
    /// come for a mistake.
    /// </summary>
    private static DateTime? MomentOf(DateOnly? date, DateTime seen) =>
        date?.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc) is { } noon ? (noon < seen ? noon : seen) : null;

    /// <summary>When the last of the files was; files that were written just now do not say.</summary>
    private static DateTime WrittenAt(IReadOnlyList<SourceFile> files, DateTime seen) =>
        files.Count > 0 && files.All(file => file.State?.ModifiedAt < seen) ? files.Max(file => file.State!.Value.ModifiedAt) : seen;

    private static BodyHashes HashesOf(BodyStamps body) => new(body.Language, [.. body.Turns.Select(static turn => turn.Words)]);
}
