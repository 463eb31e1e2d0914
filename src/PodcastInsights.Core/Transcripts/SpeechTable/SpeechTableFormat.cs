using System.Globalization;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Captions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.SpeechTable;

/// <summary>
/// Tables of speech with a row of names above, separated by commas, semicolons or tabs: Whisper, whisper.cpp, Premiere, and spreadsheets. See
/// <c>docs/formats/speech-table.md</c>.
/// </summary>
internal sealed partial class SpeechTableFormat : ITranscriptFormat
{
    private const string Separators = "\t,;";

    // Longer first lines name no columns.
    private const int LongestHeader = 1000;

    public string Name => "speech-table";

    /// <summary>Counts rows instead of lines, because a field may have several.</summary>
    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (Open(source) is not var (columns, rows))
        {
            return default;
        }

        var read = rows.Skip(1).ToList();
        return new FormatVote(read.Count, read.Count(row => columns.Text < row.Fields.Count
            && (columns.Start is { } start ? Number(row.Fields.ElementAtOrDefault(start)) is not null : SpeakerOf(row, columns) != Utterance.Nobody)));
    }

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        if (Open(source) is not var (columns, rows))
        {
            return draft;
        }

        var header = rows[0];
        var others = Enumerable.Range(0, header.Fields.Count).Where(column => !columns.Reads(column)).Select(column => NameOf(header.Fields[column], column)).ToList();
        if (others.Count > 0)
        {
            draft.Diagnostics.Info($"{Name}.columns-left-out", header.Line, $"These columns were left out: {string.Join(", ", others)}.");
        }

        var speeches = Speeches(rows, columns, draft);
        var unit = columns.InMilliseconds ? 0.001 : rows.Exists(row => Field(row, columns.Start)?.Contains(':', StringComparison.Ordinal) == true) ? 1 : Unit(speeches);
        if (columns.Speaker is null)
        {
            CaptionReader.Join(speeches.ConvertAll(speech => new CaptionCue(Time(speech.Start, unit), Time(speech.End, unit), [.. speech.Words.Split('\n')], speech.Line)), draft);
        }
        else
        {
            Utterance.Join(speeches.Select(speech => new Utterance(speech.Speaker, Time(speech.Start, unit), Time(speech.End, unit), speech.Words, speech.Line)), draft);
        }

        return draft;
    }

    /// <summary>The columns, and all rows with the one that names them; null where the first row does not.</summary>
    internal static (SpeechColumns Columns, List<TableRow> Rows)? Open(SourceText source)
    {
        var length = source.Text.AsSpan().TrimStart().IndexOf('\n');
        if (length is < 0 or > LongestHeader)
        {
            return null;
        }

        foreach (var separator in Separators)
        {
            if (TableRow.ReadAll(source.Text, separator).FirstOrDefault() is { } header && SpeechColumns.Of(header.Fields) is { } columns)
            {
                return (columns, [.. TableRow.ReadAll(source.Text, separator).Select(row => Mended(row, header.Fields.Count, columns.Text, separator))]);
            }
        }

        return null;
    }

    /// <summary>Puts words back together that a separator in a text without quotation marks has parted.</summary>
    private static TableRow Mended(TableRow row, int columns, int text, char separator)
    {
        var more = row.Fields.Count - columns;
        return more <= 0 || row.Fields.Skip(columns).All(string.IsNullOrWhiteSpace)
            ? row
            : row with
            {
                Fields = [.. row.Fields.Take(text), string.Join(separator, row.Fields.Skip(text).Take(more + 1)), .. row.Fields.Skip(text + more + 1)],
            };
    }

    /// <summary>
    /// What each row says. A row that has neither a time, where the table has them, nor a speaker of other rows is what a line break in a
    /// text without quotation marks has parted: all its words belong to the row before.
    /// </summary>
    private List<Speech> Speeches(List<TableRow> rows, SpeechColumns columns, EditionDraft draft)
    {
        var header = rows[0].Fields;
        var cast = rows.Skip(1).Where(row => HasTime(row, columns)).Select(row => SpeakerOf(row, columns)).ToHashSet(StringComparer.Ordinal);
        cast.Remove(Utterance.Nobody);
        var speeches = new List<Speech>();
        foreach (var row in rows.Skip(1).Where(row => !row.Fields.SequenceEqual(header)))
        {
            var speaker = SpeakerOf(row, columns);
            if (row.Fields.Count > columns.Text && (HasTime(row, columns) || cast.Contains(speaker)))
            {
                speeches.Add(new Speech(
                    speaker, Number(Field(row, columns.Start)), Number(Field(row, columns.End)), [row.Fields[columns.Text].Trim()], row.Line));
                continue;
            }

            var words = string.Join(", ", row.Fields.Select(static field => field.Trim()).Where(static field => field.Length > 0));
            draft.Diagnostics.Warning($"{Name}.row-continues", row.Line, "This row has no time and no known speaker; it was read as part of the one before.");
            if (speeches.Count == 0)
            {
                speeches.Add(new Speech(Utterance.Nobody, null, null, [words], row.Line));
            }
            else
            {
                speeches[^1].Parts.Add(words);
            }
        }

        return speeches;
    }

    private static string NameOf(string given, int column) =>
        string.IsNullOrWhiteSpace(given) ? string.Create(CultureInfo.InvariantCulture, $"column {column + 1}") : given.Trim();

    private static double Unit(List<Speech> speeches)
    {
        var rate = new SpeechRate();
        speeches.ForEach(speech => rate.Add(speech.Words, speech.Start, speech.End));
        return rate.Unit;
    }

    private static bool HasTime(TableRow row, SpeechColumns columns) => columns.Start is null || Number(Field(row, columns.Start)) is not null;

    private static string? Field(TableRow row, int? column) => column is { } index ? row.Fields.ElementAtOrDefault(index) : null;

    /// <summary>A number becomes a name: <c>0</c> is <c>Speaker 0</c>.</summary>
    private static string SpeakerOf(TableRow row, SpeechColumns columns) =>
        Field(row, columns.Speaker)?.Trim() is { } given && SpeakerName.HasLetterOrDigit(given)
            ? given.All(char.IsAsciiDigit) ? $"Speaker {given}" : given
            : Utterance.Nobody;

    /// <summary>A time as a number of unknown unit, or as a clock's in seconds; the frames of an editor's time-code are left out.</summary>
    private static double? Number(string? field)
    {
        // Many countries write a comma before the fraction.
        var clock = field?.Trim().Replace(',', '.') ?? "";
        if (double.TryParse(clock, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        return Timestamp.TryParse(TimeCode.Match(clock) is { Success: true } code ? code.Groups["clock"].Value.Replace(';', ':') : clock, out var time)
            ? time.Seconds
            : null;
    }

    private static Timestamp? Time(double? number, double unit) =>
        number * unit is >= 0 and < 1e7 and var seconds ? Timestamp.FromSeconds(seconds) : null;

    [GeneratedRegex("^(?<clock>[0-9]{1,3}[:;][0-9]{2}[:;][0-9]{2})[:;][0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex TimeCode { get; }

    /// <param name="Start">In the table's unit, as <paramref name="End"/>.</param>
    /// <param name="Parts">The words, and those of rows that continue it.</param>
    private sealed record Speech(string Speaker, double? Start, double? End, List<string> Parts, int Line)
    {
        public string Words => string.Join(' ', Parts);
    }
}
