using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Archive;
using PodcastInsights.Core.Transcripts.CaptionJson;
using PodcastInsights.Core.Transcripts.EpisodeJson;
using PodcastInsights.Core.Transcripts.EpisodeMarkdown;
using PodcastInsights.Core.Transcripts.EpisodeText;
using PodcastInsights.Core.Transcripts.Labelled;
using PodcastInsights.Core.Transcripts.PodcastHtml;
using PodcastInsights.Core.Transcripts.PodcastJson;
using PodcastInsights.Core.Transcripts.RecogniserJson;
using PodcastInsights.Core.Transcripts.SubRip;
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
    public const int Version = 15;

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
        new CaptionJsonFormat(),
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
            .Select(format => (Format: format, Vote: Step.Of(() => format.Vote(source), default)))
            .OrderByDescending(vote => vote.Vote.Share)
            .ToList();
        return new Recognition(
            votes is [{ Vote.Share: >= LeastShare } best, ..] ? best.Format : null,
            [.. votes.Select(vote => (vote.Format.Name, vote.Vote))]);
    }

    /// <summary>The edition, or null where no format explains the file or no turn was found in it.</summary>
    /// <param name="language">Of the edition, where the file's name says it; else the words' script decides.</param>
    public static Edition? Read(SourceText source, string? language) => Read(source, Recognise(source), language);

    /// <summary>As above, where the format is known already.</summary>
    /// <param name="problems">Takes the diagnostics of a file that gave no edition; an edition has its own.</param>
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
            return null;
        }

        // A file that holds several languages says itself which they are.
        var edition = Complete(draft, draft.Translations.Count == 0 ? language : null);
        return edition is null || draft.Translations.Count == 0
            ? edition
            : edition with { Translations = [.. draft.Translations.Select(translation => Complete(translation, null)).OfType<Edition>()] };

        Edition? Complete(EditionDraft draft, string? given) =>
            EditionPasses.Complete(new EditionBuild(draft, format.Markup, given, source.Catalogued));
    }
}
