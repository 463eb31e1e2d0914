using System.Globalization;
using PodcastInsights.Core.Transcripts.Captions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.SpeechTable;

/// <summary>
/// Tables of speech with a header that names the columns, separated by commas, semicolons or tabs: Whisper, whisper.cpp, Premiere, Sonix and
/// spreadsheets. See <c>docs/formats/speech-table.md</c>.
/// </summary>
internal sealed class SpeechTableFormat : ITranscriptFormat
{
    public string Name => "speech-table";

    /// <summary>Counts rows instead of lines, because a field may have several.</summary>
    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return TableOfSpeech.In(source) is not { Columns: var columns } table
            ? default
            : new FormatVote(
                table.Rows.Count,
                table.Rows.Count(row => columns.Text < row.Fields.Count && (columns.Start is null ? SpeakerOf(row, columns) != Utterance.Nobody : HasTime(row, columns))));
    }

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        if (TableOfSpeech.In(source) is not { Columns: var columns } table)
        {
            return draft;
        }

        var speeches = Speeches(table, draft);
        var ofClock = table.Rows.Any(row => row.At(columns.Start)?.Contains(':', StringComparison.Ordinal) == true);
        var unit = columns.InMilliseconds ? 0.001 : ofClock ? 1 : Unit(speeches);
        if (NoConversation.In(source.Path, table, speeches, ofClock) is { } refusal)
        {
            return new EditionDraft(source.Path, Name) { Refusal = refusal };
        }

        ReadHead(table, draft);
        if (columns.Speaker is null)
        {
            CaptionReader.Join(
                speeches.ConvertAll(speech => new CaptionCue(
                    TableSpeech.Time(speech.Start, unit), TableSpeech.Time(speech.End, unit), [.. speech.Words.Split('\n')], speech.Line)),
                draft);
        }
        else
        {
            Utterance.Join(
                speeches.Select(speech => new Utterance(
                    speech.Speaker, TableSpeech.Time(speech.Start, unit), TableSpeech.Time(speech.End, unit), speech.Words, speech.Line)),
                draft);
        }

        return draft;
    }

    /// <summary>Reads the rows above the header, the first of which is the title where it has one field, and names the columns that are not read.</summary>
    private void ReadHead(TableOfSpeech table, EditionDraft draft)
    {
        foreach (var row in table.Above)
        {
            var filled = row.Fields.Select(static field => field.Trim()).Where(static field => field.Length > 0).ToList();
            if (filled is not [var only])
            {
                draft.Diagnostics.Info($"{Name}.row-left-out", row.Line, $"This row above the names of the columns was left out: {string.Join(", ", filled)}.");
            }
            else if (draft.Titles.Count == 0 && !only.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            {
                draft.Titles.Add(TextLanguage.OfTitle(only), only);
            }
        }

        var others = Enumerable.Range(0, table.Header.Fields.Count)
            .Where(column => !table.Columns.Reads(column))
            .Select(column => string.IsNullOrWhiteSpace(table.Header.Fields[column])
                ? string.Create(CultureInfo.InvariantCulture, $"column {column + 1}")
                : table.Header.Fields[column].Trim())
            .ToList();
        if (others.Count > 0)
        {
            draft.Diagnostics.Info($"{Name}.columns-left-out", table.Header.Line, $"These columns were left out: {string.Join(", ", others)}.");
        }
    }

    /// <summary>
    /// What each row says. A row that has neither a time, where the table has them, nor a speaker of other rows is what a line break in a
    /// text without quotation marks has parted: all its words belong to the row before.
    /// </summary>
    private List<TableSpeech> Speeches(TableOfSpeech table, EditionDraft draft)
    {
        var columns = table.Columns;
        var cast = table.Rows.Where(row => HasTime(row, columns)).Select(row => SpeakerOf(row, columns)).ToHashSet(StringComparer.Ordinal);
        cast.Remove(Utterance.Nobody);
        var speeches = new List<TableSpeech>();
        foreach (var row in table.Rows)
        {
            var speaker = SpeakerOf(row, columns);
            if (row.Fields.Count > columns.Text && (HasTime(row, columns) || cast.Contains(speaker)))
            {
                if (!HasTime(row, columns) && row.At(columns.Start) is { Length: > 0 } given)
                {
                    draft.Diagnostics.Warning($"{Name}.time-unreadable", row.Line, $"'{given}' is no time; the words were read without one.");
                }

                speeches.Add(new TableSpeech(
                    speaker, TableTime.Read(row.At(columns.Start)), TableTime.Read(row.At(columns.End)), [row.At(columns.Text)!], row.Line));
                continue;
            }

            var words = string.Join(", ", row.Fields.Select(static field => field.Trim()).Where(static field => field.Length > 0));
            draft.Diagnostics.Warning($"{Name}.row-continues", row.Line, "This row has no time and no known speaker; it was read as part of the one before.");
            if (speeches.Count == 0)
            {
                speeches.Add(new TableSpeech(Utterance.Nobody, null, null, [words], row.Line));
            }
            else
            {
                speeches[^1].Parts.Add(words);
            }
        }

        return speeches;
    }

    private static double Unit(List<TableSpeech> speeches)
    {
        var rate = new SpeechRate();
        speeches.ForEach(speech => rate.Add(speech.Words, speech.Start, speech.End));
        return rate.Unit;
    }

    private static bool HasTime(TableRow row, SpeechColumns columns) => columns.Start is null || TableTime.Read(row.At(columns.Start)) is not null;

    /// <summary>A number becomes a name: <c>0</c> is <c>Speaker 0</c>.</summary>
    private static string SpeakerOf(TableRow row, SpeechColumns columns) =>
        row.At(columns.Speaker) is { } given && SpeakerName.HasLetterOrDigit(given)
            ? given.All(char.IsAsciiDigit) ? $"Speaker {given}" : given
            : Utterance.Nobody;
}
