using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Lines;

namespace PodcastInsights.Core.Transcripts.Timed;

/// <summary>Headers that name a speaker and a time, the words below: <c>Ada Quill (00:01:05):</c>. See <c>docs/formats/timed.md</c>.</summary>
public sealed partial class TimedFormat : ITranscriptFormat
{
    public string Name => "timed";

    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var first = FrontMatter.End(source);
        var vote = new VoteCount();
        foreach (var (line, index) in Settled(source, first).Select((line, index) => (line, index)))
        {
            vote.Add(source.Lines[first + index], line.Kind != TimedLineKind.Text);
        }

        return vote.Result();
    }

    public TranscriptDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new TranscriptDraft(source.Path, Name);
        var first = FrontMatter.Read(source, draft);
        var lines = Settled(source, first);
        var cast = CastOf(lines);
        var wholeHeaders = lines.Exists(line => line.Kind == TimedLineKind.Header);
        var turns = new TurnCollector(draft);
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, number) = (lines[i], first + i + 1);
            switch (line.Kind)
            {
                case TimedLineKind.Text:
                    ReadText(line.Text.Trim(), number, cast, draft, turns);
                    continue;
                case TimedLineKind.Continuation:
                    turns.Continue(line.Time, number);
                    break;
                default:
                    turns.Open(line.Name, number, line.Time);
                    break;
            }

            if (line.Time is null)
            {
                draft.Diagnostics.Warning("timed.time-unreadable", number, "The digits in the brackets are no time; the words were kept without one.");
            }

            if (line.Kind == TimedLineKind.HeaderWithoutColon && wholeHeaders)
            {
                draft.Diagnostics.Info("timed.colon-missing", number, $"The header of {line.Name} has no colon at its end; it was read as one.");
            }

            if (line.Text.Length > 0)
            {
                turns.Add(line.Text, number);
            }
        }

        turns.Finish();
        return draft;
    }

    private static void ReadText(string text, int number, HashSet<string> cast, TranscriptDraft draft, TurnCollector turns)
    {
        if (text.Length == 0)
        {
            turns.EndParagraph();
        }
        else if (draft.Turns.Count == 0 && Preamble.TryRead(text, draft))
        {
            turns.EndParagraph();
        }
        else if (Footer.IsMatch(text))
        {
            turns.Note(text, number);
        }
        else if (text[^1] is ':' or '：' && text.Length <= SpeakerName.MaxLength && cast.Contains(SpeakerName.Clean(text)))
        {
            turns.Open(SpeakerName.Clean(text), number, null);
        }
        else
        {
            turns.Add(text, number);
        }
    }

    /// <summary>The lines, each doubtful one decided by what the whole file holds.</summary>
    private static List<TimedLine> Settled(SourceText source, int first)
    {
        var lines = source.Lines.Skip(first).Select(TimedLine.Read).ToList();
        var cast = CastOf(lines);
        var timeFirst = !lines.Exists(line => line.Kind == TimedLineKind.Header);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Kind is TimedLineKind.HeaderWithoutColon or TimedLineKind.BareTime && !cast.Contains(line.Name) && !StandsAsHeader(lines, i))
            {
                lines[i] = TimedLine.Words(source.Lines[first + i]);
            }
            else if (line.Kind == TimedLineKind.TimeFirst && !timeFirst && !cast.Contains(line.Name))
            {
                lines[i] = line with { Kind = TimedLineKind.Continuation, Name = "", Text = line.AfterStamp };
            }
        }

        return lines;
    }

    /// <summary>Names that a whole header gives, and names that stand before or after a time more than once.</summary>
    private static HashSet<string> CastOf(List<TimedLine> lines)
    {
        var cast = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            if (line.Kind == TimedLineKind.Header || (line.Name.Length > 0 && !seen.Add(line.Name)))
            {
                cast.Add(line.Name);
            }
        }

        return cast;
    }

    // On a line of its own after a gap, with words right below: a header of someone who speaks but once.
    private static bool StandsAsHeader(List<TimedLine> lines, int at) =>
        (at == 0 || lines[at - 1].IsBlank) && at + 1 < lines.Count && lines[at + 1].Kind == TimedLineKind.Text && !lines[at + 1].IsBlank;

    [GeneratedRegex(@"^Transcribed by https?://\S{1,100}$", RegexOptions.CultureInvariant)]
    private static partial Regex Footer { get; }
}
