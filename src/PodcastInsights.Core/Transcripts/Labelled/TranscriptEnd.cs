namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Finds where the transcript ends and the rest of its page begins: takeaways, show notes, links, comments of readers.</summary>
internal static class TranscriptEnd
{
    /// <summary>Length of what follows a rule and is none of the conversation, as a share of the conversation's.</summary>
    private const double RestOfPage = 0.5;

    /// <param name="first">Index of the first line that may be speech.</param>
    /// <returns>Index of the first line below the transcript; the number of lines where it goes to the end.</returns>
    public static int Of(LabelledText text, int first)
    {
        if (text.Told is { } told)
        {
            return told.End;
        }

        var last = text.Lines.Count - 1;
        while (last > first && !BeginsTurn(last))
        {
            last--;
        }

        if (text.Rows is { } rows && rows.Last >= last)
        {
            return rows.Last + 1;
        }

        if (last <= first)
        {
            return text.Lines.Count;
        }

        // A talk may have parts; in what two people say, less ends the transcript.
        var isConversation = text.Lines.Select(line => line.Label is { } label && text.Cast.TryGet(label, out var speaker) ? speaker : null)
            .OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any();
        if (text.Questions.Count == 0 && isConversation)
        {
            last = PageFoot.LastSpeaker(text.Lines, first, last, BeginsTurn);
        }

        var end = Below(text.Lines, first, last, isConversation);
        return isConversation ? PageFoot.In(text.Lines, first, last, end, BeginsTurn) : end;

        bool BeginsTurn(int at) => text.IsLabel(text.Lines[at]) || text.Questions.Contains(at);
    }

    private static int Below(IReadOnlyList<LabelledLine> lines, int first, int last, bool isConversation)
    {
        var level = LevelOfTranscript(lines, first, last);
        var isFolded = lines.Take(first).Any(static line => line.Text.StartsWith("<details", StringComparison.OrdinalIgnoreCase));
        var ruled = !isConversation || lines.Skip(first).Take(last - first).Any(static line => line.IsRule);
        var said = lines.Skip(first).Take(last + 1 - first).Sum(static line => line.Text.Length);
        for (var i = last + 1; i < lines.Count; i++)
        {
            if ((isFolded && lines[i].Text.StartsWith("</details", StringComparison.OrdinalIgnoreCase))
                || (lines[i].Kind == LineKind.Heading && (LevelOf(lines[i]) <= level || PageParts.Of(lines[i]) != PagePart.None))
                || (!ruled && lines[i].IsRule && lines.Skip(i).Sum(static line => line.Text.Length) < said * RestOfPage))
            {
                return i;
            }
        }

        return lines.Count;
    }

    /// <summary>
    /// Level of the heading "Transcript" above the first label, where the headings within the conversation are below it; else 0.
    /// </summary>
    private static int LevelOfTranscript(IReadOnlyList<LabelledLine> lines, int first, int last)
    {
        var heading = first;
        while (heading >= 0 && !(lines[heading].Kind == LineKind.Heading && SectionHeading.SaysTranscript(lines[heading])))
        {
            heading--;
        }

        var level = heading < 0 ? 0 : LevelOf(lines[heading]);
        return lines.Skip(heading + 1).Take(last - heading).Any(line => line.Kind == LineKind.Heading && line.Label is null && LevelOf(line) <= level) ? 0 : level;
    }

    private static int LevelOf(LabelledLine line) => Heading.TryRead(line.Text, out var level, out _) ? level : 6;
}
