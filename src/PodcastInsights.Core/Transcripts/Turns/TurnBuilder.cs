using System.Text;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Turns;

/// <summary>
/// Builds a draft's turns from lines handed over in the order of the file. Text before the first speaker becomes a turn of nobody,
/// and a time that runs backwards is noted; neither changes a word or the order.
/// </summary>
internal sealed class TurnBuilder(EditionDraft draft)
{
    /// <summary>Milliseconds by which a time may step back: programs round them, and speakers overlap.</summary>
    private const long Rounding = 2000;

    private readonly StringBuilder text = new();
    private readonly List<(string Text, int Line)> early = [];
    private readonly List<DraftSection> sections = [];
    private DraftTurn? turn;
    private int textLine;
    private Timestamp? pending;
    private Timestamp? latest;

    public bool AtParagraphStart => text.Length == 0;

    /// <summary>Whether the file's damage loses the names of speakers, so that one who is missing is worth guessing.</summary>
    public bool LosesSpeakers { get; init; }

    /// <summary>Code of the language of the paragraphs that follow; null where the file names none.</summary>
    public string? Language { get; set; }

    /// <summary>Begins a turn; its first paragraph has the turn's time.</summary>
    public void Open(string? speaker, int line, Timestamp? start)
    {
        EndParagraph();

        // A time alone above a label that has none is the turn's.
        start ??= pending;
        Begin(new DraftTurn(speaker, line) { Start = start });
        pending = start;
        Follow(start, line);
    }

    /// <summary>The same speaker goes on at this time.</summary>
    public void Continue(Timestamp? start, int line)
    {
        EndParagraph();
        pending = start;
        Follow(start, line);
    }

    /// <summary>
    /// Adds one line of text; lines not parted by <see cref="EndParagraph"/> are one paragraph and keep their line breaks.
    /// </summary>
    public void Add(string line, int number)
    {
        if (text.Length == 0)
        {
            textLine = number;
        }
        else
        {
            text.Append('\n');
        }

        text.Append(line);
    }

    public void EndParagraph()
    {
        if (text.Length == 0)
        {
            return;
        }

        var paragraph = new DraftParagraph(text.ToString(), textLine) { Start = pending, Language = Language };
        TurnAt(textLine).Paragraphs.Add(paragraph);
        text.Clear();
        pending = null;
    }

    /// <summary>Begins a section with the next turn; where the same speaker goes on below its heading, that is a turn of its own.</summary>
    public void Section(DraftSection section)
    {
        EndParagraph();
        sections.Add(section);
    }

    /// <summary>
    /// Adds a stage note, which is nobody's words. One before all turns, or below the heading of a section, goes to the turn that follows.
    /// </summary>
    public void Note(string note, int line)
    {
        EndParagraph();
        if (turn is null || sections.Count > 0)
        {
            early.Add((note, line));
        }
        else
        {
            turn.Notes.Add((turn.Paragraphs.Count, note));
        }
    }

    /// <summary>Call after the last line.</summary>
    public void Finish()
    {
        EndParagraph();
        // A heading below which nobody speaks begins no section.
        var rest = sections.Select(section => (Text: section.Title, section.Line)).Concat(early).OrderBy(note => note.Line).ToList();
        sections.Clear();
        early.Clear();
        if (rest.Count > 0)
        {
            turn ??= Begin(new DraftTurn(null, rest[0].Line));
            turn.Notes.AddRange(rest.Select(note => (turn.Paragraphs.Count, note.Text)));
        }
    }

    private DraftTurn TurnAt(int line)
    {
        if (turn is not null)
        {
            return sections.Count == 0 ? turn
                : Begin(new DraftTurn(turn.Speaker, line) { Start = pending, SpeakerInferred = turn.SpeakerInferred });
        }

        if (LosesSpeakers)
        {
            draft.Diagnostics.Warning($"{draft.Format}.speaker-lost", line, "The first words have lost their speaker.");
        }
        else
        {
            draft.Diagnostics.Warning(
                $"{draft.Format}.no-speaker", line, "These words stand before the first speaker's name; nobody is named for them.");
        }

        return Begin(new DraftTurn(null, line) { Start = pending, SpeakerLost = LosesSpeakers });
    }

    private DraftTurn Begin(DraftTurn next)
    {
        turn = next;
        draft.Turns.Add(next);
        next.Notes.AddRange(early.Select(note => (0, note.Text)));
        early.Clear();
        next.Sections.AddRange(sections);
        sections.Clear();
        return next;
    }

    private void Follow(Timestamp? start, int line)
    {
        if (start is not { } time)
        {
            return;
        }

        if (latest is { } before && before.Milliseconds - time.Milliseconds > Rounding)
        {
            draft.Diagnostics.Warning(
                $"{draft.Format}.time-backwards",
                line,
                $"The time {time} comes after {before}: something was inserted or cut here. The order of the text is kept.");
        }

        latest = time;
    }
}
