using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Labelled;
using PodcastInsights.Core.Transcripts.Metadata;
using PodcastInsights.Core.Transcripts.Speakers;
using PodcastInsights.Core.Transcripts.Turns;

namespace PodcastInsights.Core.Transcripts.Timed;

/// <summary>
/// Headers that name a speaker and a time, the words below: <c>Ada Quill (00:01:05):</c>. See <c>docs/formats/timed.md</c>.
/// </summary>
public sealed partial class TimedFormat : ITranscriptFormat
{
    public string Name => "timed";

    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var first = FrontMatter.End(source);
        var vote = new VoteCount();
        foreach (var (line, index) in TimedLines.Read(source, first).Select((line, index) => (line, index)))
        {
            vote.Add(
                source.Lines[first + index],
                line.Kind != TimedLineKind.Text,
                line.Kind == TimedLineKind.Header ? VoteCount.ToTheNext : VoteCount.Reach);
        }

        return vote.Result();
    }

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        var first = FrontMatter.Read(source, draft);
        var lines = TimedLines.Read(source, first);
        var cast = TimedLines.CastOf(lines);
        var wholeHeaders = lines.Exists(line => line.Kind == TimedLineKind.Header);
        var turns = new TurnBuilder(draft);
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
                draft.Diagnostics.Warning(
                    "timed.time-unreadable", number, "The digits in the brackets are no time; the words were kept without one.");
            }

            if (line.Kind == TimedLineKind.HeaderWithoutColon && wholeHeaders)
            {
                draft.Diagnostics.Info(
                    "timed.colon-missing", number, $"The header of {line.Name} has no colon at its end; it was read as one.");
            }

            if (line.Text.Length > 0)
            {
                turns.Add(line.Text, number);
            }
        }

        turns.Finish();
        return draft;
    }

    private static void ReadText(string text, int number, HashSet<string> cast, EditionDraft draft, TurnBuilder turns)
    {
        if (text.Length == 0)
        {
            turns.EndParagraph();
        }
        else if (draft.Turns.Count == 0 && Preamble.TryRead(text, number, draft, turns))
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

    [GeneratedRegex(@"^Transcribed by https?://\S{1,100}$", RegexOptions.CultureInvariant)]
    private static partial Regex Footer { get; }
}
