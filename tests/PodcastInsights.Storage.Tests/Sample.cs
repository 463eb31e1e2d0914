using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Storage.Tests;

/// <summary>An invented episode: by default one English edition in which a host greets and a guest answers.</summary>
public sealed record Sample(string Name)
{
    public string? Title { get; init; }

    public string Language { get; init; } = "en";

    /// <summary>Language of the paragraphs; null for the edition's.</summary>
    public string? SpokenLanguage { get; init; }

    public string? Show { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public int? DurationSeconds { get; init; }

    public string? MediaUrl { get; init; }

    public string Guest { get; init; } = "Ada Byron";

    /// <summary>When the import began that reads it.</summary>
    public DateTime ReadAt { get; init; } = DateTime.UnixEpoch;

    public DateTime? WrittenAt { get; init; }

    public string[] Aliases { get; init; } = [];

    public string[] Topics { get; init; } = [];

    /// <summary>The turns in order. A paragraph that begins with <c>ad:</c> belongs to a sponsor read.</summary>
    public (string? Speaker, string[] Paragraphs)[] Turns { get; init; } =
    [
        ("Mina Host", ["Welcome to the workshop, everyone."]),
        ("Ada Byron", ["Thank you for having me on the show."]),
    ];

    public Edition[] FurtherEditions { get; init; } = [];

    public EpisodeSlug Slug => EpisodeSlug.From(Name);

    public ImportedEpisode Build() => new(Slug, $"hash of {Name}", [Edition(), .. FurtherEditions]);

    public EpisodeRecord BuildRecord() => EpisodeRecordBuilder.Build(Build()) with
    {
        ReadAt = ReadAt,
        WrittenAt = WrittenAt,
        Aliases = [.. Aliases.Select(EpisodeSlug.From)],
    };

    public Edition Edition()
    {
        var turns = Turns.Select((turn, index) => TurnOf(index + 1, turn.Speaker, turn.Paragraphs)).ToList();
        return new Edition(
            Language == "en" ? $"{Name}.md" : $"{Name}.{Language}.md",
            Language,
            "sample",
            Title is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [Language] = Title },
            new Dictionary<string, string>(),
            Show,
            Description: null,
            Topics,
            PublishedOn,
            DurationSeconds,
            MediaUrl,
            SpeakersOf(turns),
            turns,
            Notes: [],
            Sections: [],
            Takeaways: [],
            Sponsors: [],
            Diagnostics: []);
    }

    private Turn TurnOf(int number, string? speaker, string[] paragraphs) => new(
        TurnId.Of(number, string.Join('\n', paragraphs)),
        number,
        speaker,
        SpeakerInferred: false,
        new Timestamp(number * 10_000),
        paragraphs.Select(text => new Paragraph(text, null, text.StartsWith("ad:", StringComparison.Ordinal), SpokenLanguage ?? Language)).ToList());

    private List<Speaker> SpeakersOf(List<Turn> turns) => turns.Where(turn => turn.Speaker is not null)
        .GroupBy(turn => turn.Speaker!)
        .Select(said => new Speaker(
            said.Key,
            EpisodeSlug.From(said.Key),
            said.Key == Guest ? SpeakerRole.Guest : SpeakerRole.Host,
            said.Count(),
            said.Sum(turn => turn.Paragraphs.Sum(paragraph => paragraph.Text.Split(' ').Length))))
        .ToList();
}
