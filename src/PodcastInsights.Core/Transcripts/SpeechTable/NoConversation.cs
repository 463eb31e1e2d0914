using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Transcripts.SpeechTable;

/// <summary>Tells tables with columns of speech that are no episode: data sets, quotations, answers of a survey, schedules.</summary>
internal static class NoConversation
{
    /// <summary>Least rate in characters a second of speech with pauses; a schedule has a few words for half an hour.</summary>
    private const double LeastRate = 1.5;

    // Fewer rows do not show a rate.
    private const int FewRows = 3;

    /// <summary>Least share of rows in direct speech, where the table has no times.</summary>
    private const double Spoken = 0.3;

    // The last column of every table that this app writes, see Table of the web project.
    private const string OwnMark = "apostrophes";

    /// <summary>Why the table is no episode; null where it is one.</summary>
    /// <param name="ofClock">Whether the times are a clock's, so that their unit is known.</param>
    public static Diagnostic? In(string path, TableOfSpeech table, List<TableSpeech> speeches, bool ofClock)
    {
        var columns = table.Columns;
        if (table.Header.Fields[^1].Trim() == OwnMark)
        {
            return Problem("speech-table.own-table", "This app wrote the table for spreadsheets. It is not read, because the episode would be there twice; the exports as Markdown, text and JSON can be read again.");
        }

        if (table.Rows.Select(row => row.At(columns.Recording)).Where(static name => !string.IsNullOrEmpty(name)).Distinct(StringComparer.Ordinal).Skip(1).Any())
        {
            return Problem("speech-table.several-recordings", $"The column '{table.Header.At(columns.Recording)}' names several recordings. A file of each can be read.");
        }

        if (ofClock && speeches.Count > FewRows && Rate(speeches) < LeastRate)
        {
            return Problem("speech-table.no-speech", "The words are too few for the times to be speech.");
        }

        return columns.Start is null && !IsConversation(speeches)
            ? Problem("speech-table.no-conversation", "Nobody speaks again after another, or nobody speaks to another: the rows are quotations or answers, and no conversation.")
            : null;

        Diagnostic Problem(string code, string message) => new(DiagnosticSeverity.Warning, code, path, table.Header.Line, message);
    }

    /// <summary>Characters a second between the times of rows; null where less than two have one.</summary>
    private static double? Rate(List<TableSpeech> speeches)
    {
        var (characters, time) = (0.0, 0.0);
        for (var i = 0; i + 1 < speeches.Count; i++)
        {
            if (speeches[i + 1].Start - speeches[i].Start is > 0 and var between)
            {
                // Words end before a pause, where the table says so.
                characters += speeches[i].Words.Length;
                time += Math.Min(between, speeches[i].End - speeches[i].Start is > 0 and var spoken ? spoken : between);
            }
        }

        return time > 0 ? characters / time : null;
    }

    /// <summary>Whether those who speak do so again after another, and to somebody.</summary>
    private static bool IsConversation(List<TableSpeech> speeches)
    {
        var runs = speeches.Where((speech, at) => at == 0 || speech.Speaker != speeches[at - 1].Speaker).Select(static speech => speech.Speaker).ToList();
        var again = runs.CountBy(static speaker => speaker).Where(static speaker => speaker.Value > 1).Sum(static speaker => speaker.Value);
        var said = speeches.ConvertAll(static speech => speech.Words);
        return again * 2 >= runs.Count && again > 1
            && (!SpokenWords.AreKnown(said) || (SpokenWords.Share(said) ?? 1) + ((double)SpokenWords.Questions(said) / said.Count) >= Spoken);
    }
}
