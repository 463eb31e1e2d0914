using PodcastInsights.Core.Transcripts.Labelled;
using PodcastInsights.Core.Transcripts.Turns;
namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>
/// Headings above the first turn: the episode's title, the heading that only says that a transcript follows, and others, which become
/// notes.
/// </summary>
internal static class Preamble
{
    /// <summary>Takes a heading into the draft; false for any other line, which the format keeps as words.</summary>
    public static bool TryRead(string line, int number, EditionDraft draft, TurnBuilder turns)
    {
        if (!Heading.TryRead(line.Trim(), out var level, out var text))
        {
            return false;
        }

        // The front matter and the heading often give the same title.
        var known = text.Length == 0 || text.Equals("Transcript", StringComparison.OrdinalIgnoreCase) || draft.Titles.ContainsValue(text);
        if (!known && !(level == 1 && draft.Titles.TryAdd(TitleLanguage.Of(text), text)))
        {
            turns.Note(text, number);
        }

        return true;
    }
}
