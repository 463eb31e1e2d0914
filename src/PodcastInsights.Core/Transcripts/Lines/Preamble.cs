namespace PodcastInsights.Core.Transcripts.Lines;

/// <summary>Headings above the first turn: the episode's title, and the heading that only says that a transcript follows.</summary>
internal static class Preamble
{
    /// <summary>Takes a title into the draft; false for a line that is neither, which the format keeps as words.</summary>
    public static bool TryRead(string line, TranscriptDraft draft)
    {
        if (!Heading.TryRead(line, out var level, out var text))
        {
            return false;
        }

        if (text.Equals("Transcript", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // The front matter and the heading often give the same title; a second, different one is words like any other.
        return level == 1 && (draft.Titles.TryAdd(TitleLanguage.Of(text), text) || draft.Titles.ContainsValue(text));
    }
}
