using PodcastInsights.Core.Transcripts.Turns;

namespace PodcastInsights.Core.Transcripts.Archive;

/// <summary>
/// Parses the conversation: rejoins lines that were split at a colon, then classifies each line as header, continuation or paragraph. Every
/// word ends up in a paragraph or a name.
/// </summary>
internal static class ArchiveConversation
{
    /// <param name="preface">Text before all sections, which nobody says.</param>
    public static void Read(List<SourceLine> section, List<SourceLine> preface, EditionDraft draft)
    {
        var start = SkipNotices(section);
        var cast = ArchiveCast.Of(section, draft.NamedGuests);
        var turns = new TurnBuilder(draft) { LosesSpeakers = true };
        foreach (var line in preface.Where(line => !line.IsBlank))
        {
            turns.Note(line.Text.Trim(), line.Number);
        }

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
                    turns.Open(half.Trim(), line.Number, null);
                    continue;
                }

                var rest = NextNonBlank(section, i + 1);
                if (rest < 0 || ArchiveLine.IsHeader(section[rest].Text) || ArchiveLine.IsHalf(section[rest].Text))
                {
                    // The colon was at the end of the line, so there is no second half.
                    Add(turns, half + ":", line.Number, cast);
                    draft.Diagnostics.Warning(
                        "archive.half-alone",
                        line.Number,
                        "A sentence set in bold ends with a colon and nothing that follows is its other half; it was kept as it is.");
                    continue;
                }

                Add(turns, SplitLine.Rejoin(half, section[rest].Text), line.Number, cast);
                draft.Diagnostics.Info(
                    "archive.sentence-rejoined",
                    line.Number,
                    $"A sentence split at its colon was rejoined with its other half in line {section[rest].Number}.");
                i = rest;
                continue;
            }

            if (ArchiveSections.KindOf(line.Text) is not null)
            {
                turns.Section(new DraftSection(line.Text.Trim('#', ' '), null, line.Number));
            }
            else if (ArchiveLine.TryHeader(line.Text, out var header))
            {
                Open(turns, header, line.Number);
            }
            else if (ArchiveLine.TryBareName(line.Text, out var name) && cast.Contains(name))
            {
                turns.Open(name, line.Number, null);
                draft.Diagnostics.Info(
                    "archive.header-without-colon",
                    line.Number,
                    $"'{name}' stands alone on its line with a blank after it: taken as the header of a turn that lost its colon.");
            }
            else
            {
                Add(turns, line.Text, line.Number, cast);
            }
        }

        turns.Finish();
    }

    /// <summary>Skips the converter's notices in italics before the first words, in one or both languages.</summary>
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

    /// <summary>Begins a turn. Without a name the speaker stays the same, and the time belongs to the next paragraph.</summary>
    private static void Open(TurnBuilder turns, in ArchiveHeader header, int line)
    {
        if (header.Name is null)
        {
            turns.Continue(header.Start, line);
        }
        else
        {
            turns.Open(header.Name, line, header.Start);
        }
    }

    /// <summary>Adds a line of speech; a line that begins with a name of the cast begins a turn.</summary>
    private static void Add(TurnBuilder turns, string text, int line, ArchiveCast cast)
    {
        if (ArchiveLine.TryDoubtfulHeader(text, out var header, out var said) && cast.Contains(header.Name!))
        {
            turns.Open(header.Name, line, header.Start);
            text = said;
        }

        if (text.Trim() is { Length: > 0 } words)
        {
            turns.Add(words, line);
            turns.EndParagraph();
        }
    }
}
