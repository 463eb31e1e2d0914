using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Archive;
using PodcastInsights.Core.Transcripts.EpisodeJson;
using PodcastInsights.Core.Transcripts.EpisodeMarkdown;
using PodcastInsights.Core.Transcripts.EpisodeText;
using PodcastInsights.Core.Transcripts.Labelled;
using PodcastInsights.Core.Transcripts.Metadata;
using PodcastInsights.Core.Transcripts.PodcastHtml;
using PodcastInsights.Core.Transcripts.PodcastJson;
using PodcastInsights.Core.Transcripts.RecogniserJson;
using PodcastInsights.Core.Transcripts.Speakers;
using PodcastInsights.Core.Transcripts.Sponsors;
using PodcastInsights.Core.Transcripts.SubRip;
using PodcastInsights.Core.Transcripts.Takeaways;
using PodcastInsights.Core.Transcripts.Turns;
using PodcastInsights.Core.Transcripts.WebVtt;
using PodcastInsights.Core.Transcripts.WhisperJson;

namespace PodcastInsights.Core.Transcripts;

/// <summary>Which format a file is in, and by how much.</summary>
/// <param name="Format">Null where no format explains enough of the file.</param>
/// <param name="Votes">Of all formats, the best first.</param>
public sealed record Recognition(ITranscriptFormat? Format, IReadOnlyList<(string Format, FormatVote Vote)> Votes);

/// <summary>Reads a transcript: recognises its format, parses it, and runs the passes that all formats share.</summary>
public static class TranscriptReader
{
    /// <summary>Raised by one whenever the same file gives another episode than before, so that stored ones are made anew.</summary>
    public const int Version = 8;

    /// <summary>What a format must explain of a file's lines to be taken; prose with a name here and there stays below it.</summary>
    private const double LeastShare = 0.2;

    /// <summary>Of two formats that explain as much, the first one wins: the stricter grammar stands first.</summary>
    public static IReadOnlyList<ITranscriptFormat> Formats { get; } =
    [
        new EpisodeMarkdownFormat(),
        new EpisodeTextFormat(),
        new EpisodeJsonFormat(),
        new PodcastJsonFormat(),
        new WhisperJsonFormat(),
        new RecogniserJsonFormat(),
        new WebVttFormat(),
        new SubRipFormat(),
        new PodcastHtmlFormat(),
        new ArchiveFormat(),
        // Any line with a colon has something of its shapes.
        new LabelledFormat(),
    ];

    /// <summary>Looks at all lines of the file; its name has no vote.</summary>
    public static Recognition Recognise(SourceText source)
    {
        var votes = Formats
            .Select(format => (Format: format, Vote: format.Vote(source)))
            .OrderByDescending(vote => vote.Vote.Share)
            .ToList();
        return new Recognition(
            votes is [{ Vote.Share: >= LeastShare } best, ..] ? best.Format : null,
            [.. votes.Select(vote => (vote.Format.Name, vote.Vote))]);
    }

    /// <summary>The transcript, or null where no format explains the file or no turn was found in it.</summary>
    /// <param name="language">Of the edition, where the file's name says it; else the words' script decides.</param>
    public static Edition? Read(SourceText source, string? language) => Read(source, Recognise(source), language);

    /// <summary>As above, where the format is known already.</summary>
    public static Edition? Read(SourceText source, Recognition recognition, string? language)
    {
        if (recognition.Format is not { } format || format.Parse(source) is not { Turns.Count: > 0 } draft)
        {
            return null;
        }

        // What the file says itself comes first.
        source.Catalogued?.SupplyTo(draft);
        draft.PublishedOn ??= FileName.Of(source.Path).Date;
        return Complete(draft, draft.Markup ?? format.Markup, language);
    }

    private static Edition Complete(EditionDraft draft, Markup markup, string? language)
    {
        LostSpeaker.Infer(draft);
        TurnJoiner.Join(draft);
        var reads = SponsorPass.Mark(draft.Turns, draft.Show);
        var roles = SpeakerRoles.Of(draft);
        var opening = draft.Turns.Take(20).SelectMany(turn => turn.Paragraphs).Select(paragraph => paragraph.Text);
        var edition = language ?? draft.Language ?? Scripts.LanguageOf(string.Join(' ', opening), "en");
        var spoken = draft.Turns.Select(turn => ParagraphsOf(turn, edition, markup)).ToList();
        var ids = TurnId.OfAll(spoken.ConvertAll(
            static paragraphs => string.Join(' ', paragraphs.Select(static paragraph => paragraph.Plain))));
        var turns = draft.Turns
            .Select((turn, index) => new Turn(ids[index], index + 1, turn.Speaker, turn.SpeakerInferred, turn.Start, spoken[index]))
            .ToList();
        if (draft.DurationSeconds is { } seconds && turns.LastStart() is { } last && last.Seconds > seconds)
        {
            draft.Diagnostics.Warning(
                "media.shorter-than-transcript",
                0,
                $"The recording is said to last {seconds} s, but words are said at {last}: times do not link to it.");
        }

        var takeaways = TakeawayLinks.Link(draft, ids);
        return new Edition(
            draft.Path,
            edition,
            draft.Format,
            draft.Titles,
            draft.About,
            draft.Show,
            draft.Description,
            draft.Topics,
            draft.PublishedOn,
            draft.DurationSeconds,
            draft.MediaUrl,
            SpeakersOf(turns, roles),
            turns,
            [.. draft.Turns.SelectMany((turn, index) => turn.Notes.Select(note => new Note(ids[index], note.AfterParagraph, note.Text)))],
            SectionList.Of(draft, ids),
            takeaways,
            [.. reads.Select(read => new SponsorRead(read.Name, read.Url, ids[read.Turn], read.FirstParagraph, read.LastParagraph))],
            [.. draft.Diagnostics.Items.OrderBy(diagnostic => diagnostic.Line)])
        {
            Metadata = draft.Metadata,
        };
    }

    private static List<Paragraph> ParagraphsOf(DraftTurn turn, string edition, Markup markup) =>
        turn.Paragraphs.ConvertAll(paragraph => new Paragraph(
            paragraph.Text, paragraph.Start, paragraph.Sponsor, Scripts.LanguageOf(paragraph.Text, edition), markup));

    private static List<Speaker> SpeakersOf(List<Turn> turns, IReadOnlyDictionary<string, SpeakerRole> roles) =>
    [
        .. turns.Where(turn => turn.Speaker is not null)
            .GroupBy(turn => turn.Speaker!, StringComparer.Ordinal)
            .Select(group => new Speaker(
                group.Key,
                EpisodeSlug.From(group.Key),
                roles[group.Key],
                group.Count(),
                group.Sum(WordCount.Of))),
    ];
}
