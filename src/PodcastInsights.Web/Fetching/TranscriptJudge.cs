using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Web.Fetching;

/// <summary>The quality of a transcript, lowest first.</summary>
internal enum TranscriptGrade
{
    Text,
    WithSpeakers,
    Timed,
    TimedWithSpeakers,
}

/// <param name="Ending">File name extension for this content.</param>
/// <param name="Language">The given language, or the detected one where that is wrong; null for unknown.</param>
internal sealed record JudgedTranscript(byte[] Bytes, TranscriptGrade Grade, string Ending, string? Language);

/// <summary>Judges a transcript by parsing it as an import would; declared types are ignored.</summary>
internal static class TranscriptJudge
{
    /// <summary>Number of characters for detecting the language.</summary>
    private const int Sample = 5000;

    /// <param name="language">Language in the feed.</param>
    /// <returns>Null where an import would find no transcript, as in a login page.</returns>
    public static async Task<JudgedTranscript?> JudgeAsync(byte[] bytes, string? language, FetchLimits limits, CancellationToken cancellationToken)
    {
        var file = new LibraryFile("transcript", "transcript", "transcript", Language: null);
        Edition? edition;
        try
        {
            // Bounded like an import; a parser that takes too long is abandoned.
            edition = (await Task.Run(() => TranscriptFile.Read(file, bytes), CancellationToken.None)
                .WaitAsync(ImportLimits.Default.FileTime, cancellationToken)).Edition;
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            return null;
        }

        if (edition is null || bytes.Length > limits.TranscriptBytes)
        {
            return null;
        }

        var timed = edition.Turns.Any(turn => turn.Start is not null);
        var named = edition.Turns.Any(turn => turn.Speaker is not null);
        return new JudgedTranscript(
            bytes,
            timed && named ? TranscriptGrade.TimedWithSpeakers : timed ? TranscriptGrade.Timed : named ? TranscriptGrade.WithSpeakers : TranscriptGrade.Text,
            EndingOf(edition.Format),
            language is null ? null : TextLanguage.Of(WordsOf(edition), language));
    }

    /// <summary>Formats are recognised by content; the extension is for people.</summary>
    private static string EndingOf(string format) => format switch
    {
        "webvtt" => ".vtt",
        "subrip" => ".srt",
        "podcast-html" => ".html",
        "episode-markdown" or "archive" => ".md",
        _ when format.EndsWith("json", StringComparison.Ordinal) => ".json",
        _ => ".txt",
    };

    private static string WordsOf(Edition edition)
    {
        var words = string.Join(' ', edition.Turns.Take(20).SelectMany(turn => turn.Paragraphs).Select(paragraph => paragraph.Text));
        return words.Length <= Sample ? words : words[..Sample];
    }
}
