using System.Text;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Turns;

/// <summary>
/// Builds a draft's turns from lines in file order. Text before the first speaker becomes a turn without a speaker. A time that runs
/// backwards gives a diagnostic; text and order stay.
/// </summary>
internal sealed class TurnBuilder(EditionDraft draft)
{
    /// <summary>Tolerance in milliseconds for times that run backwards: programs round times, and speakers overlap.</summary>
    private const long Rounding = 2000;

    private readonly StringBuilder text = new();
    private readonly List<(string Text, int Line)> early = [];
    private readonly List<DraftSection> sections = [];
    private DraftTurn? turn;
    private int textLine;
    private Timestamp? pending;
    private Timestamp? latest;

    public bool AtParagraphStart => text.Length == 0;

    /// <summary>Whether names may have been lost by damage, so that a missing speaker should be inferred.</summary>
    public bool LosesSpeakers { get; init; }

    /// <summary>Language of the following paragraphs; null for none.</summary>
    public string? Language { get; set; }

    /// <summary>Begins a turn; its time is also that of its first paragraph.</summary>
    public void Open(string? speaker, int line, Timestamp? start)
    {
        EndParagraph();

        // A time on its own line before a label without one belongs to the turn.
        start ??= pending;
        Begin(new DraftTurn(speaker, line) { Start = start });
        pending = start;
        Follow(start, line);
    }

    /// <summary>Continues the turn at this time.</summary>
    public void Continue(Timestamp? start, int line)
    {
        EndParagraph();
        pending = start;
        Follow(start, line);
    }

    /// <summary>Adds one line of text. Lines not separated by <see cref="EndParagraph"/> form one paragraph and keep their line breaks.</summary>
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

    /// <summary>Begins a section with the next turn; a new turn begins there even for the same speaker.</summary>
    public void Section(DraftSection section)
    {
        EndParagraph();
        sections.Add(section);
    }

    /// <summary>Adds a stage note. One before all turns or right after a heading belongs to the next turn.</summary>
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
        // A heading without text after it begins no section.
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
