using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Transcripts.Archive;

/// <summary>
/// Reads the takeaways. The converter chose the longest "speakers" with the text after them, so most headings are the first half of a split
/// sentence, headers of later turns are between the paragraphs, and the text is cut at 500 characters.
/// </summary>
internal static class ArchiveTakeaways
{
    private const int CutLength = 500;

    private const string CutMark = "...";

    public static void Read(List<SourceLine> section, EditionDraft draft)
    {
        // The spoken paragraphs, to distinguish half sentences from written headings.
        var said = draft.Turns.SelectMany(turn => turn.Paragraphs).Select(paragraph => paragraph.Text).ToHashSet(StringComparer.Ordinal);
        ReadUnheaded(section.TakeWhile(line => !line.Text.StartsWith("### ", StringComparison.Ordinal)).ToList(), draft);
        for (var i = 0; i < section.Count; i++)
        {
            if (!section[i].Text.StartsWith("### ", StringComparison.Ordinal))
            {
                continue;
            }

            var body = section.Skip(i + 1).TakeWhile(line => !line.Text.StartsWith("### ", StringComparison.Ordinal)).ToList();
            draft.Takeaways.Add(ReadOne(section[i], body, draft, said));
        }
    }

    /// <summary>Reads paragraphs and list items before the first heading as passages.</summary>
    private static void ReadUnheaded(List<SourceLine> lines, EditionDraft draft)
    {
        foreach (var line in lines.Where(line => !line.IsBlank && !ArchiveLine.IsHeader(line.Text)))
        {
            draft.Takeaways.Add(new DraftTakeaway(null, MarkdownLine.WithoutListMark(line.Text.Trim()), Cut: false, line.Number));
        }

        TellRemoved([.. lines.Where(line => ArchiveLine.IsHeader(line.Text)).Select(line => line.Number)], draft);
    }

    private static DraftTakeaway ReadOne(SourceLine heading, List<SourceLine> body, EditionDraft draft, HashSet<string> said)
    {
        var title = heading.Text[4..].Trim();
        var raw = string.Join('\n', body.Select(line => line.Text)).Trim();
        var cut = raw.Length >= CutLength && raw.EndsWith(CutMark, StringComparison.Ordinal);
        var paragraphs = Paragraphs(body, cut, draft);
        if (paragraphs.Count == 0)
        {
            return new DraftTakeaway(null, title, cut, heading.Number);
        }

        var rejoined = SplitLine.Rejoin(title, paragraphs[0]);
        if (!IsSaid(rejoined, cut && paragraphs.Count == 1, said))
        {
            return new DraftTakeaway(title, string.Join("\n\n", paragraphs), cut, heading.Number);
        }

        draft.Diagnostics.Info(
            "archive.takeaway-rejoined", heading.Number, "A takeaway's heading is the first half of its own sentence; both were rejoined.");
        paragraphs[0] = rejoined;
        return new DraftTakeaway(null, string.Join("\n\n", paragraphs), cut, heading.Number);
    }

    /// <summary>The paragraphs of a passage, without copied headers of turns.</summary>
    private static List<string> Paragraphs(List<SourceLine> body, bool cut, EditionDraft draft)
    {
        var last = body.FindLastIndex(line => !line.IsBlank);
        var paragraphs = new List<string>();
        var stray = new List<int>();
        for (var i = 0; i <= last; i++)
        {
            var text = body[i].Text.Trim();
            var isHeader = text.Length > 0
                && (ArchiveLine.IsHeader(text) || (cut && i == last && paragraphs.Count > 0 && IsCutHeader(text, draft)));
            if (isHeader)
            {
                stray.Add(body[i].Number);
            }
            else if (text.Length > 0)
            {
                paragraphs.Add(cut && i == last ? text[..^CutMark.Length].TrimEnd() : text);
            }
        }

        TellRemoved(stray, draft);
        return paragraphs;
    }

    /// <param name="stray">Lines of the removed headers, from 1.</param>
    private static void TellRemoved(List<int> stray, EditionDraft draft)
    {
        if (stray.Count > 0)
        {
            draft.Diagnostics.Info(
                "archive.takeaway-headers-removed", stray[0], $"Headers of turns copied into a takeaway were removed: {stray.Count}.");
        }
    }

    /// <summary>Whether the last line is the cut beginning of a header: <c>Ada Qu...</c> or <c>...</c> alone.</summary>
    private static bool IsCutHeader(string line, EditionDraft draft)
    {
        var rest = line[..^CutMark.Length];
        return draft.Turns.Exists(turn => turn.Speaker is { } name && $"{name} :".StartsWith(rest, StringComparison.Ordinal));
    }

    private static bool IsSaid(string text, bool cut, HashSet<string> said) =>
        said.Contains(text) || (cut && said.Any(paragraph => paragraph.StartsWith(text, StringComparison.Ordinal)));
}
