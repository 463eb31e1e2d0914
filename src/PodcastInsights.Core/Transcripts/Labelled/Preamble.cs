using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Metadata;
using PodcastInsights.Core.Transcripts.Speakers;
using PodcastInsights.Core.Transcripts.Turns;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Reads the text before the first label: title, metadata and notes, which nobody says; or a talk, followed by labelled questions.</summary>
internal sealed partial class Preamble(LabelledText text, EditionDraft draft, TurnBuilder turns)
{
    /// <summary>Longest first line that may be a title, in characters.</summary>
    private const int LongestTitle = 120;

    /// <summary>Number of words before the first label above which they are speech and not a description.</summary>
    private const int WordsOfTalk = 300;

    /// <summary>In characters a second: a summary above is longer than what could be said before the first time.</summary>
    private const double FastestSpeech = 30;

    // Titles already known, because front matter and heading often repeat the title.
    private readonly HashSet<string> given = [.. draft.Titles.Values];

    /// <summary>A time alone on the line before the first label, as written; null for none.</summary>
    public string? StampAbove { get; private set; }

    /// <summary>Adds titles, notes and headings to the draft.</summary>
    /// <param name="first">Index of the first line with a speaker's label; the number of lines where there is none.</param>
    /// <returns>Index of the first line of speech.</returns>
    public int Read(int first)
    {
        var speech = text.Told is { } told ? told.First : IsTalk(first) ? FirstProse(first) : text.HasSpeakers || text.Questions.Count > 0 ? first : FirstTime() ?? FirstProse(first);
        var titleLine = TitleLine(speech);
        var lastLine = LastLine(speech);
        var page = new PageParts(draft);
        var parts = page.Read(text.Lines, 0, speech);
        page.ReadChapters(text.Lines, speech);
        for (var i = 0; i < speech; i++)
        {
            var line = text.Lines[i];
            if (parts.Contains(i))
            {
                continue;
            }

            if (i == titleLine)
            {
                TakeTitle(line);
            }
            else if (text.Headings.Contains(i))
            {
                turns.Section(new DraftSection(line.Text, null, line.Number));
            }
            else if (line.Kind == LineKind.Heading)
            {
                TakeHeading(line, isLast: i > lastLine);
            }
            else if (line.Stamp is not null && line.AfterStamp.Length == 0 && NextWritten(i) == speech)
            {
                // The time of the first words, on a line of its own before the speaker's name.
                StampAbove = line.Text;
            }
            else if (!line.IsBlank && line.Text.AsSpan().TrimStart("> \u3000").Length > 0)
            {
                turns.Note(line.Text.TrimStart('>', ' ', '\u3000'), line.Number);
            }
        }

        if (speech < first && text.HasSpeakers)
        {
            OpenTalk(text.Lines[speech].Number);
        }

        return speech;
    }

    /// <summary>
    /// Whether the text is a talk before its questions: all labels are voices without names, or there is more prose than a description has.
    /// </summary>
    private bool IsTalk(int first)
    {
        if (!text.HasSpeakers || first == text.Lines.Count)
        {
            return false;
        }

        // What stands above the heading of the transcript is about it.
        var heading = text.TranscriptHeading(first);
        var above = text.Lines.Take(first).Skip(heading + 1).Where(IsProse).ToList();
        if (text.Lines[first].Label is { Start: { } start } && AreTooMuchFor(above, start))
        {
            return false;
        }

        var prose = above.Sum(static line => line.Text.Count(character => character == ' ') + 1);
        return prose >= WordsOfTalk || (prose > 0 && text.Cast.AreAllVoices);
    }

    /// <summary>Begins the talk's turn. Its speaker is the only one in the metadata, unless a label names that person; else unknown.</summary>
    private void OpenTalk(int line)
    {
        var speaker = text.Named.Names is [var only] && text.Cast.AreAllVoices ? only : null;
        turns.Open(speaker, line, null);
        if (speaker is null)
        {
            draft.Diagnostics.Warning(
                "labelled.no-speaker", line, "These words stand before the first speaker's name; nobody is named for them.");
        }
        else
        {
            draft.Turns[^1].SpeakerInferred = true;
            draft.Diagnostics.Info(
                "labelled.talk-attributed", line, $"The words before the questions are taken to be {speaker}'s, the one speaker whom the file names.");
        }
    }

    private static bool AreTooMuchFor(IEnumerable<LabelledLine> above, Timestamp start) => above.Sum(static line => line.Text.Length) > start.Seconds * FastestSpeech;

    /// <summary>The first time that stands above words, where nobody could say before it what is above it; null where somebody could.</summary>
    private int? FirstTime()
    {
        var first = Enumerable.Range(0, text.Lines.Count).FirstOrDefault(i => TimedWords.IsAbove(text.Lines, i), -1);
        return first > 0 && text.Lines[first].Stamp!.Value.Time is { } start && AreTooMuchFor(text.Lines.Take(first).Where(IsProse), start) ? first : null;
    }

    private int FirstProse(int first)
    {
        var prose = 0;
        while (prose < first && !IsProse(text.Lines[prose]))
        {
            prose++;
        }

        // The heading before the talk belongs to it.
        while (prose > 0 && (text.Lines[prose - 1].IsBlank || (text.Lines[prose - 1].Kind == LineKind.Heading && !IsTitleHeading(prose - 1))))
        {
            prose--;
        }

        return prose;
    }

    private bool IsTitleHeading(int at) =>
        Heading.TryRead(text.Lines[at].Text, out var level, out var title) && (level == 1 || IsRepeatedTitle(title) || SectionHeading.SaysTranscript(title));

    private static bool IsProse(LabelledLine line) =>
        line.Kind == LineKind.Words && !StageLine.IsNobodys(line) && (line.Label is null or { StandsAlone: false } || line.Stamp is not null)
        && (line.Stamp is not null || (!line.LooksLabelled && (line.Text.Length > LongestTitle || Sentences.AreEndedOrTrailOff(line.Text))));

    /// <summary>The line with the title: a heading of level one, or a short first line that is not a sentence.</summary>
    private int TitleLine(int speech)
    {
        var first = Enumerable.Range(0, speech).FirstOrDefault(i => !text.Lines[i].IsBlank, -1);
        if (first < 0 || draft.Titles.Count > 0)
        {
            return -1;
        }

        var headings = Enumerable.Range(0, speech).Where(i => text.Lines[i].Kind == LineKind.Heading).ToList();
        if (text.Lines[first].Kind == LineKind.Heading && (headings.Count > 1 || IsAboveAllHeadings(first)))
        {
            return first;
        }

        if (headings.FirstOrDefault(i => Heading.TryRead(text.Lines[i].Text, out var level, out _) && level == 1, -1) is >= 0 and var heading)
        {
            return heading;
        }

        if (TitleKey(first, speech) is >= 0 and var key)
        {
            return key;
        }

        return text.Lines[first] is { Kind: LineKind.Words, Stamp: null } line && line.Text.Length <= LongestTitle && !Sentences.AreEndedOrTrailOff(line.Text)
            && !StageLine.IsNobodys(line) && (!line.LooksLabelled || (TitleWithColon.MayBe(text.Lines, first) && NextWritten(first) is var next && next < text.Lines.Count && !IsKey(text.Lines[next]))) && !text.Headings.Contains(first)
            ? first
            : -1;
    }

    /// <summary>Whether no other heading of the file is of the level of this one: the title of a section is one of several.</summary>
    private bool IsAboveAllHeadings(int first) =>
        Heading.TryRead(text.Lines[first].Text, out var level, out _) && SectionHeading.Read(text.Lines[first]).Title.Length > 0
        && !text.Lines.Skip(first + 1).Any(line => line.Kind == LineKind.Heading && Heading.TryRead(line.Text, out var other, out _) && other <= level
            && !(line.Label is { } label && text.Cast.TryGet(label, out _)));

    /// <summary>Index of the line with the title among the keys that the file begins with, as of a mail; -1 for none.</summary>
    private int TitleKey(int first, int speech)
    {
        for (var i = first; i < speech && IsKey(text.Lines[i]); i++)
        {
            if (Key.Match(text.Lines[i].Text) is { Success: true } key && MetadataKeys.IsTitleOfMessage(key.Groups["key"].Value)
                && SpeakerName.HasLetterOrDigit(key.Groups["value"].Value))
            {
                return i;
            }
        }

        return -1;
    }

    private bool IsKey(LabelledLine line) =>
        line.Kind == LineKind.Words && Key.IsMatch(line.Text) && !(line.Label is { } label && text.Cast.TryGet(label, out _));

    private void TakeTitle(LabelledLine line)
    {
        var title = SpeakerName.Clean(
            Heading.TryRead(line.Text, out _, out var heading) ? heading
            : Key.Match(line.Text) is { Success: true } key && MetadataKeys.IsTitleOfMessage(key.Groups["key"].Value) ? key.Groups["value"].Value
            : line.Text);
        if (!SectionHeading.SaysTranscript(title))
        {
            draft.Titles.TryAdd(TextLanguage.OfTitle(title), title);
        }
    }

    /// <summary>The last line before speech that is not a heading; -1 where there is none.</summary>
    private int LastLine(int speech)
    {
        var last = speech - 1;
        while (last >= 0 && (text.Lines[last].IsBlank || text.Lines[last].Kind == LineKind.Heading))
        {
            last--;
        }

        return last;
    }

    /// <summary>Adds a heading: directly before speech it begins a section; with other lines after it, it is a note as they are.</summary>
    private void TakeHeading(LabelledLine heading, bool isLast)
    {
        var section = SectionHeading.Read(heading);
        if (section.Title.Length == 0 && isLast)
        {
            turns.Continue(section.Start, section.Line);
        }

        if (section.Title.Length == 0 || SectionHeading.SaysTranscript(section.Title) || IsRepeatedTitle(section.Title))
        {
            return;
        }

        if (isLast)
        {
            turns.Section(section);
        }
        else
        {
            turns.Note(section.Title, section.Line);
        }
    }

    private int NextWritten(int at)
    {
        var next = at + 1;
        while (next < text.Lines.Count && text.Lines[next].IsBlank)
        {
            next++;
        }

        return next;
    }

    private bool IsRepeatedTitle(string line) => given.Contains(SpeakerName.Clean(Heading.TryRead(line, out _, out var title) ? title : line));

    /// <summary>A key and its value; the name of a mailing list before a subject is no part of it.</summary>
    [GeneratedRegex(@"^\*{0,2}(?<key>\p{L}[^:：*0-9]{0,30}?)\*{0,2} ?[:：]\*{0,2}\s{0,9}(?:\[[^\[\]]{1,60}\]\s{0,3})?(?<value>\S.{0,300})$", RegexOptions.CultureInvariant)]
    private static partial Regex Key { get; }
}
