using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Archive;

/// <summary>
/// Reads the conversation: rejoins the lines that were split at a colon, then takes each line as a header, a continuation
/// or a paragraph. Every word of every line ends up in a paragraph or a name.
/// </summary>
internal static class ArchiveConversation
{
    public static void Read(List<SourceLine> section, EditionDraft draft)
    {
        var start = SkipNotices(section);
        var cast = ArchiveCast.Of(section, draft.NamedGuests);
        var turns = new TurnList(draft);
        for (var i = start; i < section.Count; i++)
        {
            var line = section[i];
            if (line.IsBlank)
            {
                continue;
            }

            if (ArchiveLine.TryHalf(line.Text, out var half))
            {
                if (cast.Contains(half))
                {
                    turns.Open(half.Trim(), null, line.Number);
                    continue;
                }

                var rest = NextNonBlank(section, i + 1);
                if (rest < 0 || ArchiveLine.IsHeader(section[rest].Text) || ArchiveLine.IsHalf(section[rest].Text))
                {
                    // The line ended with its colon: there is no other half.
                    turns.Add(half + ":", line.Number, cast);
                    draft.Diagnostics.Warning(
                        "archive.half-alone",
                        line.Number,
                        "A sentence set in bold ends with a colon and nothing that follows is its other half; it was kept as it is.");
                    continue;
                }

                turns.Add(SplitLine.Rejoin(half, section[rest].Text), line.Number, cast);
                draft.Diagnostics.Info(
                    "archive.sentence-rejoined",
                    line.Number,
                    $"A sentence split at its colon was rejoined with its other half in line {section[rest].Number}.");
                i = rest;
                continue;
            }

            if (ArchiveLine.TryHeader(line.Text, out var header))
            {
                turns.Open(header.Name, header.Start, line.Number);
            }
            else if (ArchiveLine.TryBareName(line.Text, out var name) && cast.Contains(name))
            {
                turns.Open(name, null, line.Number);
                draft.Diagnostics.Info(
                    "archive.header-without-colon",
                    line.Number,
                    $"'{name}' stands alone on its line with a blank after it: taken as the header of a turn that lost its colon.");
            }
            else
            {
                turns.Add(line.Text, line.Number, cast);
            }
        }
    }

    /// <summary>The converter wrote notices in italics above the first words, in one or both languages; nobody says them.</summary>
    private static int SkipNotices(List<SourceLine> section)
    {
        var i = 0;
        while (i < section.Count && (section[i].IsBlank || IsNotice(section[i].Text.Trim())))
        {
            i++;
        }

        return i;
    }

    private static bool IsNotice(string line) => line.Length > 2 && line[0] == '*' && line[1] != '*' && line[^1] == '*' && line[^2] != '*';

    private static int NextNonBlank(List<SourceLine> section, int from)
    {
        for (var i = from; i < section.Count; i++)
        {
            if (!section[i].IsBlank)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The turns read so far; a paragraph goes to the last of them.</summary>
    private sealed class TurnList(EditionDraft draft)
    {
        private Timestamp? nextStart;

        /// <summary>Opens a turn; without a name the same speaker goes on and the time is that of the next paragraph.</summary>
        public void Open(string? name, Timestamp? start, int line)
        {
            nextStart = start;
            if (name is not null)
            {
                draft.Turns.Add(new DraftTurn(name, line) { Start = start });
            }
        }

        public void Add(string text, int line, ArchiveCast cast)
        {
            if (ArchiveLine.TryDoubtfulHeader(text, out var header, out var said) && cast.Contains(header.Name!))
            {
                Open(header.Name, header.Start, line);
                if (said.Length == 0)
                {
                    return;
                }

                text = said;
            }

            if (draft.Turns.Count == 0)
            {
                draft.Turns.Add(new DraftTurn(null, line) { Start = nextStart, SpeakerLost = true });
                draft.Diagnostics.Warning("archive.speaker-lost", line, "The first words have lost their speaker.");
            }

            draft.Turns[^1].Paragraphs.Add(new DraftParagraph(text.Trim(), line) { Start = nextStart });
            nextStart = null;
        }
    }
}
