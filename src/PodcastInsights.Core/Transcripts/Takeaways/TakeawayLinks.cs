using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Takeaways;

/// <summary>Finds the turn of a takeaway, and completes a passage that was cut off in the file.</summary>
internal static class TakeawayLinks
{
    /// <summary>Length in characters below which a heading occurs by chance.</summary>
    private const int ShortestHeading = 25;

    public static IReadOnlyList<Takeaway> Link(EditionDraft draft, IReadOnlyList<TurnId> ids)
    {
        var takeaways = new List<Takeaway>(draft.Takeaways.Count);
        var conversation = new ParagraphIndex(draft.Turns);
        foreach (var passage in draft.Takeaways)
        {
            var paragraphs = passage.Text.Split("\n\n").ToList();
            var turn = TurnOf(paragraphs, passage.Cut, conversation);
            if (turn < 0)
            {
                draft.Diagnostics.Warning(
                    "takeaway.unlinked", passage.Line, "No turn holds the words of this takeaway, so it has no link.");
            }
            else if (passage.Cut)
            {
                Complete(paragraphs, turn, passage, conversation, draft.Diagnostics);
            }

            takeaways.Add(new Takeaway(
                takeaways.Count + 1,
                passage.Heading ?? Opening(paragraphs),
                string.Join("\n\n", paragraphs),
                turn < 0 ? null : ids[turn]));
        }

        return takeaways;
    }

    private static int TurnOf(List<string> paragraphs, bool cut, ParagraphIndex conversation)
    {
        var first = paragraphs[0];
        var exact = conversation.TurnWith(first);

        // A passage that was cut, or that was completed and exported, is only the start of a paragraph.
        return exact >= 0 || paragraphs.Count > 1 || !(cut || Sentences.AreEnded(first))
            ? exact
            : conversation.FirstBeginningWith(first, fromTurn: 0)?.Turn ?? -1;
    }

    /// <summary>Completes the passage from the cut to the end of the sentence, from the conversation.</summary>
    private static void Complete(
        List<string> paragraphs, int turn, DraftTakeaway passage, ParagraphIndex conversation, DiagnosticList diagnostics)
    {
        if (conversation.FirstBeginningWith(paragraphs[^1], turn) is not { Paragraph: var whole })
        {
            diagnostics.Warning(
                "takeaway.cut", passage.Line, "The file cuts this takeaway off and its end was not found in the conversation.");
            paragraphs[^1] += "...";
            return;
        }

        paragraphs[^1] = whole.Text[..SentenceEnd(whole.Text, paragraphs[^1].Length)];
        diagnostics.Info(
            "takeaway.completed",
            passage.Line,
            $"The file cuts this takeaway off; its last sentence was completed from line {whole.Line}.");
    }

    /// <summary>The first sentence of a paragraph with content, and more sentences where it is as short as "Yeah."</summary>
    private static string Opening(List<string> paragraphs)
    {
        var text = paragraphs.Find(paragraph => paragraph.Length >= ShortestHeading) ?? paragraphs[0];
        var end = SentenceEnd(text, 0);
        while (end < Math.Min(text.Length, ShortestHeading))
        {
            end = SentenceEnd(text, end + 2);
        }

        return text[..end];
    }

    /// <summary>End of the sentence that contains the character before <paramref name="from"/>; the end of the text where there is none.</summary>
    private static int SentenceEnd(string text, int from)
    {
        for (var i = Math.Max(0, from - 1); i < text.Length; i++)
        {
            if (Sentences.EndOf(text, i) is > 0 and var end)
            {
                return end;
            }
        }

        return text.Length;
    }
}
