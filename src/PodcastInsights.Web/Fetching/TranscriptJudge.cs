using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Web.Fetching;

/// <summary>What a transcript has of what one wants of it, the least first.</summary>
internal enum TranscriptGrade
{
    Text,
    WithSpeakers,
    Timed,
    TimedWithSpeakers,
}

/// <param name="Ending">Of a file with this content.</param>
/// <param name="Language">That of the words where the given one cannot be; null where nothing says it.</param>
internal sealed record JudgedTranscript(byte[] Bytes, TranscriptGrade Grade, string Ending, string? Language);

/// <summary>Says what a transcript is by reading it as an import would; what a feed or a header calls it counts for nothing.</summary>
internal static class TranscriptJudge
{
    /// <summary>Characters by whose script the language is told.</summary>
    private const int Sample = 5000;

    /// <param name="language">As the feed has it.</param>
    /// <returns>Null where an import would find no transcript in it, such as a page that asks for a password.</returns>
    public static async Task<JudgedTranscript?> JudgeAsync(byte[] bytes, string? language, FetchLimits limits, CancellationToken cancellationToken)
    {
        var file = new LibraryFile("transcript", "transcript", "transcript", Language: null);
        Edition? edition;
        try
        {
            // As bounded as an import is; a parser that takes longer is left to itself.
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

    /// <summary>Formats are told by content; the ending is for whoever looks into the folder.</summary>
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
