using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Captions;

/// <summary>
/// The speakers of a captions file, decided once from all its lines. A label of the cast names the speaker wherever it is; any other is
/// text or a sound. See <c>docs/formats/captions.md</c>.
/// </summary>
internal sealed class CaptionCast
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    private readonly HashSet<string> bracketed;

    // The marks of a change of speaker. A dash may be text where neither a name nor another dash goes with it.
    private readonly HashSet<string> marks = new(StringComparer.Ordinal);

    // Where nine of ten lines begin with a text and a colon, all of these are speakers; single clauses are not, unless all lines begin so.
    private readonly bool anyName;
    private readonly HashSet<string> anyNames = [];

    /// <param name="cues">For each cue, the lines that are in no voice tag.</param>
    /// <param name="voices">Whether voice tags name speakers. A name before a colon then needs more evidence.</param>
    public CaptionCast(IReadOnlyList<IReadOnlyList<string>> cues, bool voices)
    {
        var written = cues.Select(cue => cue.Where(line => line.Length > 0).ToList()).Where(cue => cue.Count > 0).ToList();
        var lines = written.SelectMany(cue => cue).ToList();
        var shapes = written.ConvertAll(cue => cue.ConvertAll(CaptionLabel.Read));
        var any = lines.Select(CaptionLabel.ReadAnyName).OfType<CaptionLabel>().ToList();
        anyName = !voices && any.Count * 10 >= lines.Count * 9;
        anyNames.UnionWith(any
            .GroupBy(label => label.Name, StringComparer.Ordinal)
            .Where(name => name.Count() > 1 || any.Count == lines.Count || !IsClause(name.Key, name.First().Words))
            .Select(name => name.Key));
        AddNames(shapes.SelectMany(cue => cue).ToList(), voices);
        bracketed = BracketedNames.Of(shapes, lines, names);
        AddMarks(shapes);
    }

    /// <summary>Splits a line into parts by speaker.</summary>
    /// <returns>The speaker, or null where none is named; whether another speaker begins here; the words without label and mark.</returns>
    public IEnumerable<(string? Speaker, bool ByAnother, string Words)> Read(string line)
    {
        if (anyName && CaptionLabel.ReadAnyName(line) is { } any && anyNames.Contains(any.Name))
        {
            return [(any.Name, false, any.Words)];
        }

        return CaptionLabel.Parts(line, bracketed.Contains, marks.Contains).Select(ReadPart);
    }

    private (string? Speaker, bool ByAnother, string Words) ReadPart(string part)
    {
        var shape = CaptionLabel.Read(part);
        var another = marks.Contains(shape.Mark);
        if (Names(shape))
        {
            return (shape.Name.EndsWith('?') ? Utterance.Nobody : SpeakerName.Clean(shape.Name), another, shape.Words);
        }

        // "(Video) Mara: words": a sound may come before the name.
        if (shape.Kind == CaptionLabelKind.Bracket
            && CaptionLabel.Read(shape.Words) is { Kind: CaptionLabelKind.Colon } behind
            && Names(behind))
        {
            return (behind.Name, another, behind.Words);
        }

        return (null, another, another ? shape.AfterMark : part);
    }

    private bool Names(CaptionLabel shape) => shape.Kind switch
    {
        CaptionLabelKind.Colon => names.Contains(shape.Name),
        CaptionLabelKind.Bracket or CaptionLabelKind.BracketColon => bracketed.Contains(shape.Name),
        _ => false,
    };

    /// <summary>
    /// Adds names before a colon: those that recur, are full names, occur where nearly all lines begin so, or are alone on a line and
    /// recur. Where the first words have one, names mark changes of speaker and may occur once.
    /// </summary>
    private void AddNames(List<CaptionLabel> lines, bool voices)
    {
        var labels = lines.Where(line => line.Kind == CaptionLabelKind.Colon && !SpeakerName.IsLabel(line.Name)).ToList();
        if (!ReportedSpeech.IsTheRule(labels.Count(label => ReportedSpeech.IsQuoted(label.Words)), labels.Count))
        {
            labels.RemoveAll(label => ReportedSpeech.IsQuoted(label.Words));
        }

        var counts = labels.CountBy(label => label.Name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var alone = labels.Where(label => label.Words.Length == 0).Select(label => label.Name).ToHashSet(StringComparer.Ordinal);
        var changes = labels.Where(label => label.Mark == CaptionLabel.Chevrons).Select(label => label.Name).ToHashSet();
        var recurring = counts.Values.Where(count => count > 1).Sum();
        var dense = labels.Count * 4 >= lines.Count * 3 || recurring * 2 >= lines.Count;
        var opened = !voices && labels is [var first, ..] && first == lines[0] && IsCapitalised(first.Name);
        var onOwnLines = alone.Any(name => counts[name] > 1);
        var inCapitals = counts.Any(pair => pair.Value > 1 && IsInCapitals(pair.Key));
        foreach (var (name, count) in counts)
        {
            if (count > 1
                || dense
                || changes.Contains(name)
                || SpeakerName.IsFullLatin(name)
                || (onOwnLines && alone.Contains(name))
                || (opened && IsCapitalised(name))
                || (inCapitals && IsInCapitals(name)))
            {
                names.Add(name);
            }
        }
    }

    /// <summary>Whether the text before the colon tells what somebody said: <c>The old man said: "Wait."</c></summary>
    private static bool IsClause(string name, string words) =>
        ReportedSpeech.IsQuoted(words) && NameForms.Of(name) == NameForm.Phrase && char.IsLower(name[name.LastIndexOf(' ') + 1]);

    private void AddMarks(List<List<CaptionLabel>> cues)
    {
        var lines = cues.Sum(cue => cue.Count);
        foreach (var mark in cues.SelectMany(cue => cue).Where(line => line.IsMarked).GroupBy(line => line.Mark))
        {
            // Two dashes in one cue are two speakers; a dash before every line means nothing.
            var parts = mark.Any(Names) || cues.Any(cue => cue.Count(line => line.Mark == mark.Key) > 1);
            if (mark.Key == CaptionLabel.Chevrons || (parts && (mark.Count() * 10 < lines * 9 || mark.Any(Names))))
            {
                marks.Add(mark.Key);
            }
        }
    }

    private static bool IsCapitalised(string name) => name.Split(' ').All(word => word.Length > 0 && !char.IsLower(word[0]));

    private static bool IsInCapitals(string name) => name.Count(char.IsUpper) > 1 && !name.Any(char.IsLower);
}
