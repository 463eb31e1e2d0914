using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Archive;
using PodcastInsights.Core.Transcripts.CaptionJson;
using PodcastInsights.Core.Transcripts.EpisodeJson;
using PodcastInsights.Core.Transcripts.EpisodeMarkdown;
using PodcastInsights.Core.Transcripts.EpisodeText;
using PodcastInsights.Core.Transcripts.HtmlPage;
using PodcastInsights.Core.Transcripts.Labelled;
using PodcastInsights.Core.Transcripts.PodcastHtml;
using PodcastInsights.Core.Transcripts.PodcastJson;
using PodcastInsights.Core.Transcripts.RecogniserJson;
using PodcastInsights.Core.Transcripts.Segments;
using PodcastInsights.Core.Transcripts.SpeechTable;
using PodcastInsights.Core.Transcripts.SubRip;
using PodcastInsights.Core.Transcripts.SubStation;
using PodcastInsights.Core.Transcripts.SubViewer;
using PodcastInsights.Core.Transcripts.Ttml;
using PodcastInsights.Core.Transcripts.WebVtt;
using PodcastInsights.Core.Transcripts.WhisperJson;

namespace PodcastInsights.Core.Transcripts;

/// <summary>The recognised format of a file, with all votes.</summary>
/// <param name="Format">Null where no format matches enough of the file.</param>
/// <param name="Votes">Votes of all formats, the highest first.</param>
internal sealed record Recognition(ITranscriptFormat? Format, IReadOnlyList<(string Format, FormatVote Vote)> Votes);

/// <summary>Parses a transcript: recognises its format, parses it, and runs the shared passes.</summary>
internal static class TranscriptReader
{
    /// <summary>Increased whenever the same file is parsed differently than before, so that stored episodes are parsed again.</summary>
    public const int Version = 20;

    /// <summary>Least share of lines that a format must match; prose with occasional names is below it.</summary>
    private const double LeastShare = 0.2;

    /// <summary>All formats. With equal votes the first one wins, so stricter formats come first.</summary>
    public static IReadOnlyList<ITranscriptFormat> Formats { get; } =
    [
        new EpisodeMarkdownFormat(),
        new EpisodeTextFormat(),
        new EpisodeJsonFormat(),
        new PodcastJsonFormat(),
        new WhisperJsonFormat(),
        new RecogniserJsonFormat(),
        new CaptionJsonFormat(),
        // The columns of its events are those of a table too.
        new SubStationFormat(),
        new SpeechTableFormat(),
        new WebVttFormat(),
        new SubRipFormat(),
        new SubViewerFormat(),
        new TtmlFormat(),
        new PodcastHtmlFormat(),
        new HtmlPageFormat(),
        new ArchiveFormat(),
        // Any line with a colon resembles one of its shapes.
        new LabelledFormat(),
        // Last, because its lines have no marks at all.
        new SegmentsFormat(),
    ];

    /// <summary>Recognises the format by all lines of the file. The file name is not used.</summary>
    public static Recognition Recognise(SourceText source)
    {
        var votes = Formats
            .Select(format => (Format: format, Vote: Step.Of(() => format.Vote(source), default)))
            .OrderByDescending(vote => vote.Vote.Share)
            .ToList();
        return new Recognition(
            votes is [{ Vote.Share: >= LeastShare } best, ..] ? best.Format : null,
            [.. votes.Select(vote => (vote.Format.Name, vote.Vote))]);
    }

    /// <summary>Parses the edition; null where no format matches or no turn was found.</summary>
    /// <param name="language">Language in the file's name; null to detect it.</param>
    public static Edition? Read(SourceText source, string? language) => Read(source, Recognise(source), language);

    /// <summary>Parses the edition in a known format.</summary>
    /// <param name="problems">Receives the diagnostics where there is no edition; an edition has its own.</param>
    public static Edition? Read(SourceText source, Recognition recognition, string? language, ICollection<Diagnostic>? problems = null)
    {
        if (recognition.Format is not { } format)
        {
            return null;
        }

        if (Step.Of(() => format.Parse(source), null) is not { } draft)
        {
            problems?.Add(new Diagnostic(
                DiagnosticSeverity.Error,
                "format.failed",
                source.Path,
                0,
                $"A fault of the parser of the format '{format.Name}': please report it. The file was not read."));
            return null;
        }

        if (draft.Turns.Count == 0)
        {
            if (draft.Refusal is { } refusal)
            {
                problems?.Add(refusal);
            }

            return null;
        }

        // A file with several languages declares them itself.
        var edition = Complete(draft, draft.Translations.Count == 0 ? language : null);
        return edition is null || draft.Translations.Count == 0
            ? edition
            : edition with { Translations = [.. draft.Translations.Select(translation => Complete(translation, null)).OfType<Edition>()] };

        Edition? Complete(EditionDraft draft, string? given) =>
            EditionPasses.Complete(new EditionBuild(draft, format.Markup, given, source.Catalogued));
    }
}
