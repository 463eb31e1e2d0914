using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Feeds;

namespace PodcastInsights.Storage.Sql;

/// <summary>A row of <c>episode_stamp</c>.</summary>
internal sealed record EpisodeStampRow
{
    public string Slug { get; init; } = "";

    public string Origin { get; init; } = "";

    public long Arrival { get; init; }

    public long Seen { get; init; }

    public long Dated { get; init; }

    public long Updated { get; init; }

    public long? Latest { get; init; }

    public byte[] Spoken { get; init; } = [];

    public EpisodeStamp ToStamp() => new(
        EpisodeSlug.From(Slug),
        Origin,
        StoredMoment.Of(Seen),
        IsEarly: Arrival == 0,
        StoredMoment.Of(Dated),
        StoredMoment.Of(Updated),
        Latest is { } latest ? StoredMoment.Of(latest) : null,
        SpokenStamps.Unpack(Spoken));
}
