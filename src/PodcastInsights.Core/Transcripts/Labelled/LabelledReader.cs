using PodcastInsights.Core.Transcripts.Turns;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Makes turns from the lines, once the cast is known.</summary>
internal sealed partial class LabelledReader
{
    private readonly LabelledText text;
    private readonly EditionDraft draft;
    private readonly TurnBuilder turns;
    private readonly bool isMarkdown;
    private readonly bool stampsHaveColons;
    private readonly int lastLabel;
    private readonly bool wordsBeginWithTime;
    private readonly LeftOut leftOut;

    // Number of the last line, where it alone is in brackets: what the transcriber says of the text, and no sound. 0 for none.
    private readonly int closingRemark;
    private bool belowHeading;
    private bool belowQuestion;

    public LabelledReader(LabelledText text, EditionDraft draft)
    {
        this.text = text;
        this.draft = draft;
        turns = new TurnBuilder(draft);
        leftOut = new LeftOut(text, draft.Diagnostics);
        var labels = text.Lines.Where(line => line.Label is { } label && text.Cast.TryGet(label, out _)).ToList();
        var shapes = labels.ConvertAll(line => line.Label!.Value.Shape);
        var wordy = labels.Where(line => line.Label is { HasStamp: false, Words.Length: > 0 }).ToList();
        var timed = wordy.Select(line => TimeOfWords(line.Label!.Value)).OfType<Stamp>().ToList();
        wordsBeginWithTime = timed.Count * 2 > wordy.Count && (timed.Count > 1 || !timed[0].IsMarked);
        lastLabel = labels is [.., var last] ? last.Number : 0;
        closingRemark = text.Lines.Where(StageLine.IsInBrackets).Take(2).ToList() is [var remark] && remark.Number > lastLabel && text.Lines.Last(static line => !line.IsBlank).Number == remark.Number ? remark.Number : 0;
        isMarkdown = draft.Markup is null or Markup.Markdown && (shapes.Exists(shape => shape.IsMarkdown()) || text.Questions.Count > 0 || MarkdownWords.AreIn(text.Lines));
        stampsHaveColons = shapes.Contains(LabelShape.StampColon);
        draft.Markup ??= isMarkdown ? Markup.Markdown : Markup.None;
    }

    public void Read()
    {
        var preamble = new Preamble(text, draft, turns);
        var at = preamble.Read(text.FirstLabel());
        if (preamble.StampAbove is { } stamp && at < text.Lines.Count && text.Lines[at].Label is { HasStamp: false } label && text.Cast.TryGet(label, out var speaker))
        {
            Open(speaker, WithStamp(label, stamp), text.Lines[at].Number);
            at++;
        }

        var end = TranscriptEnd.Of(text, at);
        for (; at < end; at++)
        {
            at = ReadLine(at);
        }

        var parts = new PageParts(draft).Read(text.Lines, end, text.Lines.Count);
        for (; at < text.Lines.Count; at++)
        {
            if (!text.Lines[at].IsBlank && !parts.Contains(at))
            {
                turns.Note(Heading.TryRead(text.Lines[at].Text, out _, out var heading) ? heading : text.Lines[at].Text, text.Lines[at].Number);
            }
        }

        turns.Finish();
        leftOut.Tell();
        if (text.PartsLanguages)
        {
            Translations.Part(draft);
        }
    }

    /// <returns>Index of the last line read.</returns>
    private int ReadLine(int at)
    {
        var line = text.Lines[at];
        if (text.Questions.Contains(at))
        {
            turns.EndParagraph();
            if (!belowQuestion)
            {
                turns.Open(null, line.Number, null);
            }

            Add(isMarkdown ? line.Text : line.Text.Trim('*', '_', ' '), line.Number);
            belowQuestion = true;
            return at;
        }

        if (line.Label is { } label && text.HasSpeakers && text.Cast.TryGet(label, out var speaker))
        {
            belowQuestion = false;
            Open(speaker, wordsBeginWithTime && TimeOfWords(label) is { } time ? WithoutTime(label, time) : WithTimeAlone(label, at), line.Number);
            return at;
        }

        if (text.PartsLanguages && line.Label is { } language && LanguageLabel.CodeOf(language) is { } code)
        {
            turns.EndParagraph();
            turns.Language = code;
            Add(language.Words, line.Number);
            return at;
        }

        if (text.Headings.Contains(at))
        {
            turns.Section(new DraftSection(line.Text, null, line.Number));
            return at;
        }

        switch (line.Kind)
        {
            case LineKind.Blank:
                turns.EndParagraph();
                break;
            case LineKind.Comment:
                break;
            case LineKind.Code:
                return ReadCode(at);
            case LineKind.Heading:
                return ReadHeading(at);
            default:
                ReadWords(line);
                break;
        }

        return at;
    }

    private void Open(string speaker, in LabelCandidate label, int number)
    {
        // A timestamp at the start of Markdown text stays in it; pages and search remove it.
        turns.Open(speaker, number, label.Start ?? InlineStamp.Leading(label.Words));
        turns.Language = null;
        belowHeading = label.Shape.IsHeading();
        if (label.HasStamp && label.Start is null)
        {
            draft.Diagnostics.Warning(
                "labelled.time-unreadable", number, "The digits in the brackets are no time; the words were kept without one.");
        }

        if (label.Shape == LabelShape.Stamp && label.LacksColon && stampsHaveColons)
        {
            draft.Diagnostics.Info("labelled.colon-missing", number, $"The label of {speaker} has no colon at its end; it was read as one.");
        }

        if (label.Shape.Evidence() == LabelEvidence.Known)
        {
            draft.Diagnostics.Info(
                "labelled.label-repaired", number, $"The label of {speaker} was read although it is not of the usual form.");
        }

        leftOut.TellRole(speaker, label, number);
        if (label.Words.Length > 0)
        {
            Add(label.Words, number);
        }
    }

    private int ReadCode(int at)
    {
        var last = at;
        while (last + 1 < text.Lines.Count && text.Lines[last + 1].Kind == LineKind.Code)
        {
            last++;
        }

        turns.Note(string.Join('\n', text.Lines.Skip(at).Take(last - at + 1).Select(line => line.Text)), text.Lines[at].Number);
        return last;
    }

    private int ReadHeading(int at)
    {
        var line = text.Lines[at];
        var section = SectionHeading.Read(line);
        if (section.Title.Length == 0)
        {
            turns.Continue(section.Start, line.Number);
            return at;
        }

        turns.Section(section);
        var end = at + 1;
        while (end < text.Lines.Count && text.Lines[end].Kind != LineKind.Heading && !text.IsLabel(text.Lines[end]))
        {
            end++;
        }

        // Lines after a heading for links are not speech.
        var below = text.Lines.Skip(at + 1).Take(end - at - 1).Where(below => !below.IsBlank).ToList();
        if (below.Count == 0 || !below.TrueForAll(line => StageLine.IsNobodys(line) || (line.Number > lastLabel && line.Kind == LineKind.Foreign)))
        {
            return at;
        }

        foreach (var nobodys in below)
        {
            turns.Note(nobodys.Text, nobodys.Number);
        }

        return end - 1;
    }

    private void ReadWords(LabelledLine line)
    {
        if (belowQuestion)
        {
            // The answer of somebody whom no label names.
            turns.Open(null, line.Number, null);
            belowQuestion = false;
        }

        if (StageLine.IsNote(line) || (line.Number > lastLabel && (StageLine.IsItalic(line) || line.Number == closingRemark)) || (belowHeading && line.Text[0] == '>'))
        {
            if (line.Text.TrimStart('>', ' ', '\u3000') is { Length: > 0 } note)
            {
                turns.Note(note, line.Number);
            }

            return;
        }

        if (line.Stamp is { } stamp && IsMoment(line, stamp))
        {
            ReadMoment(line, stamp);
            return;
        }

        if (line.Label is { StandsAlone: false } label && turns.AtParagraphStart && text.Cast.IsNear(label))
        {
            draft.Diagnostics.Info(
                "labelled.label-doubtful",
                line.Number,
                $"'{label.Name}' may be a speaker, but stands as a label nowhere else; the line was read as words.");
        }

        Add(line.Text, line.Number);
    }

    private void Add(string words, int number)
    {
        foreach (var address in Frame.Remove(ref words))
        {
            draft.Diagnostics.Warning("labelled.frame-dropped", number, $"A frame of another site was left out ({address}).");
        }

        if (words.Length == 0)
        {
            return;
        }

        if (text.PartsLanguages && turns.Language is { } language && turns.AtParagraphStart)
        {
            // After "English:" a line in Chinese is the translation, even without a label.
            turns.Language = TextLanguage.Of(words, language);
        }

        turns.Add(words, number);
        if (belowHeading || text.PartsLanguages)
        {
            // Every line there is a paragraph: the sites cite them so.
            turns.EndParagraph();
        }
    }
}
