using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Reads a list of chapters above the transcript: lines of a time and a title, three at least, with times that run forward:
/// <c>- 01:10 Soup</c>, <c>(01:10) – Soup</c>, <c>[01:10 - Soup](#soup)</c>.
/// </summary>
internal static class ChapterLines
{
    private const int Fewest = 3;

    private const int LongestTitle = 150;

    /// <summary>The chapters of the list that begins on the line; none where none does.</summary>
    public static IReadOnlyList<DraftSection> At(IReadOnlyList<LabelledLine> lines, int from, int to)
    {
        var chapters = new List<DraftSection>();
        for (var i = from; i < to; i++)
        {
            if (lines[i].IsBlank)
            {
                continue;
            }

            if (Read(lines[i]) is not { } chapter || (chapters is [.., var last] && chapter.Start!.Value < last.Start!.Value))
            {
                break;
            }

            chapters.Add(chapter);
        }

        return chapters.Count >= Fewest ? chapters : [];
    }

    private static DraftSection? Read(LabelledLine line)
    {
        if (line.Kind is not (LineKind.Words or LineKind.Foreign))
        {
            return null;
        }

        var text = MarkdownLine.WithoutListMark(line.Text);
        if (text is ['[', ..] && text.IndexOf("](", StringComparison.Ordinal) is > 0 and var close && !Stamp.TryReadMarked(text, 0, out _))
        {
            text = text[1..close];
        }

        if (!Stamp.TryReadMarked(text, 0, out var stamp) || stamp.Time is not { } start)
        {
            return null;
        }

        var title = SpeakerName.Clean(text[stamp.Length..].TrimStart(' ', '\t', '-', '–', '—', ':', '|', '·'));
        return title.Length is > 0 and <= LongestTitle && !Sentences.AreEnded(title) ? new DraftSection(title, start, line.Number) : null;
    }
}
