using System.Globalization;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Sql;

/// <summary>The columns of <c>episode</c> that a list shows.</summary>
internal record EpisodeSummaryRow
{
    public long Id { get; init; }

    public string Slug { get; init; } = "";

    public string Titles { get; init; } = "";

    public string? Show { get; init; }

    public string Guests { get; init; } = "";

    public string Topics { get; init; } = "";

    public string? PublishedOn { get; init; }

    public int? DurationSeconds { get; init; }

    public string? MediaUrl { get; init; }

    public int TurnCount { get; init; }

    public int WordCount { get; init; }

    public string Sources { get; init; } = "";

    public EpisodeSummary ToSummary() => new(
        EpisodeSlug.From(Slug),
        StoredJson.Read<Dictionary<string, string>>(Titles),
        Show,
        StoredJson.Read<List<string>>(Guests),
        StoredJson.Read<List<string>>(Topics),
        DateOf(PublishedOn),
        DurationSeconds,
        MediaUrl,
        TurnCount,
        WordCount,
        StoredJson.Read<List<EpisodeSource>>(Sources));

    public static DateOnly? DateOf(string? stored) =>
        stored is null ? null : DateOnly.ParseExact(stored, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
