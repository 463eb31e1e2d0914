using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Who speaks in a file. It is decided once, from all labels together and from what the file says of its speakers; then each label of
/// theirs opens a turn, whatever its shape.
/// </summary>
internal sealed partial class Cast
{
    /// <summary>Of all lines with words: where more begin with a label, the labels need not come again.</summary>
    private const double Dense = 0.75;

    /// <summary>Labels of a phrase that a show repeats, such as <c>Clip of the day</c>.</summary>
    private const int OftenEnough = 3;

    /// <summary>A word of the file's text (<c>Will</c>, <c>Size</c>) is a name where it is a label as often as this.</summary>
    private const int OftenForAWord = 5;

    /// <summary>Labels from which on a file that gives all names in full means no name by a single word.</summary>
    private const int ManyLabels = 8;

    private readonly Dictionary<string, NameEvidence> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> speakers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> initials = new(StringComparer.Ordinal);
    private readonly List<NameEvidence> order = [];
    private readonly List<bool> endSentences = [];
    private NameEvidence? opening;
    private readonly bool labelsAreListItems;
    private readonly bool partsLanguages;

    private Cast(IReadOnlyList<LabelledLine> lines, bool partsLanguages)
    {
        this.partsLanguages = partsLanguages;
        labelsAreListItems = lines.Count(line => line.Label is { IsListItem: true }) * 2 > lines.Count(line => line.Label is not null);
    }

    /// <param name="lines">All lines below the front matter.</param>
    /// <param name="named">Whom the file's metadata name as speakers, hosts or guests.</param>
    /// <param name="partsLanguages">Whether labels that name a language part the words of a turn.</param>
    public static Cast Of(IReadOnlyList<LabelledLine> lines, NamedPeople named, bool partsLanguages)
    {
        var cast = new Cast(lines, partsLanguages);
        cast.Gather(lines);
        cast.Decide(lines, named);
        return cast;
    }

    public bool IsEmpty => speakers.Count == 0;

    /// <summary>Whether nobody has a name: all speakers are voices such as <c>Q</c> and <c>Speaker 2</c>.</summary>
    /// <remarks>Two single letters are a question and its answer in whatever language.</remarks>
    public bool AreAllVoices => speakers.All(name => names[name].Form == NameForm.Voice)
        || (speakers.Count == 2 && speakers.All(name => name.Length == 1));

    /// <summary>Whether a plain label on the first line is all that names a speaker.</summary>
    public bool IsOpeningAlone { get; private set; }

    /// <summary>Whether the file introduces initials for the name.</summary>
    public bool IsIntroduced(string name) => names.TryGetValue(name, out var evidence) && evidence.IsIntroduced;

    /// <summary>Whether the label is that of a speaker; if so, the name that the turn bears.</summary>
    public bool TryGet(in LabelCandidate label, out string speaker)
    {
        speaker = label.Name;
        if (IsAside(label))
        {
            return false;
        }

        if (initials.TryGetValue(label.Name, out var introduced))
        {
            speaker = introduced;
            return true;
        }

        // "Ada Quill (Quill & Sons)" once, and "Ada Quill" from then on; the voice "Audience (back row)" may be another than "Audience".
        // "The Minister (Ada Quill)" is who stands in the brackets.
        var open = label.Name is [.., ')'] ? label.Name.IndexOf(" (", StringComparison.Ordinal) : -1;
        if (open > 0 && names.TryGetValue(label.Name[..open], out var bare) && bare.Form != NameForm.Voice && speakers.Contains(bare.Name))
        {
            speaker = bare.Name;
            return true;
        }

        if (speakers.Contains(label.Name) || open < 0)
        {
            return speakers.Contains(label.Name);
        }

        speaker = label.Name[(open + 2)..^1];
        return speakers.Contains(speaker);
    }

    /// <summary>Whether labels of the name came near to being a speaker's.</summary>
    public bool IsNear(in LabelCandidate label) =>
        !IsAside(label) && names.TryGetValue(label.Name, out var evidence) && evidence.Form is NameForm.Full or NameForm.Voice;

    /// <summary>Whether the label is part of what somebody says: in a list, in a quotation, or before the words in one language.</summary>
    private bool IsAside(in LabelCandidate label) =>
        (label.IsListItem && !labelsAreListItems)
            || (partsLanguages && LanguageLabel.CodeOf(label) is not null)
            || (label.IsQuoted && label.Shape.Evidence() != LabelEvidence.Certain);

    private void Gather(IReadOnlyList<LabelledLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.Label is { Initials: { } letters, Name: var name })
            {
                initials.TryAdd(letters, name);
            }
            else if (Attendees.Matches(line.Text) is { Count: > 1 } attendees)
            {
                foreach (Match attendee in attendees)
                {
                    initials.TryAdd(attendee.Groups["initials"].Value, attendee.Groups["name"].Value);
                }
            }
        }

        var firstWords = 0;
        while (firstWords < lines.Count && lines[firstWords].Kind is not (LineKind.Words or LineKind.Foreign))
        {
            firstWords++;
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Label is not { } label || IsAside(label) || !IsEvidence(lines, i, label))
            {
                continue;
            }

            var name = initials.GetValueOrDefault(label.Name, label.Name);
            if (!names.TryGetValue(name, out var evidence))
            {
                names[name] = evidence = new NameEvidence(name);
            }

            opening = i == firstWords ? evidence : opening;
            order.Add(evidence);
            endSentences.Add(label.StandsAlone || Sentences.AreEndedOrTrailOff(label.Words));
            evidence.Add(label, label.Shape.Evidence() switch
            {
                LabelEvidence.Certain => !label.IsQuoted,
                LabelEvidence.Standing => Stands(lines, i),

                // Below the title of a section nobody says in which language.
                _ when partsLanguages && label.Shape == LabelShape.HeadingStamp => true,
                _ => false,
            });
            evidence.IsIntroduced |= label.Initials is not null || initials.ContainsKey(label.Name);
        }
    }

    private void Decide(IReadOnlyList<LabelledLine> lines, NamedPeople named)
    {
        var written = lines.Count(line => line.Kind is LineKind.Words or LineKind.Foreign);
        var likely = names.Values.Where(name => name.Form >= NameForm.Word).ToList();
        var recurring = likely.Where(name => name.Labels > 1).ToList();
        var openLines = recurring.Where(name => name.OpensLines > 0).ToList();
        var established = recurring
            .SelectMany(name => name.Shapes)
            .GroupBy(shape => shape.Key, shape => shape.Value)
            .Where(shape => shape.Sum() > 1)
            .Select(shape => shape.Key)
            .ToHashSet();
        var certain = names.Values.Sum(name => name.Certain);
        var evidence = new Measure(
            Dense: likely.Sum(name => name.OpensLines) >= written * Dense || openLines.Sum(name => name.OpensLines) * 2 >= written,
            HasArticles: recurring.Exists(name => NameForms.BeginsWithArticle(name.Name)),
            OfHandles: names.Values.Count(name => name is { Form: NameForm.Handle, Labels: > 1 }) > 2 && recurring.Count == 0,
            ByInitials: initials.Count > 0 || recurring.Count(name => IsInitials(name.Name)) > 1,
            InFull: openLines.Count > 1
                && openLines.All(name => name.Form == NameForm.Full)
                && openLines.Sum(name => name.OpensLines) >= ManyLabels,
            Listed: Listed(),
            Head: Head(),
            Established: established,
            LeastOfAWord: Math.Max(2, certain / 20),
            HeadingsAreCertain: certain == 0 && !established.Contains(LabelShape.Colon),
            Voices: names.Values
                .Where(name => name.Form == NameForm.Voice)
                .GroupBy(name => NameForms.KindOfVoice(name.Name)!)
                .ToDictionary(kind => kind.Key, kind => kind.Sum(name => name.Labels)),
            WordsOfText: WordsOfText.Among(
                names.Values
                    .Where(name => name is { Form: NameForm.Word or NameForm.Handle, Certain: 0, Labels: > 1 and < OftenForAWord })
                    .Select(name => name.Name),
                lines));
        foreach (var name in names.Values)
        {
            if (name.Form != NameForm.Label
                && !evidence.Head.Contains(name.Name)
                && (name.IsIntroduced || named.Has(name.Name) || Speaks(name, evidence)))
            {
                speakers.Add(name.Name);
            }
        }

        // One speaker throughout is named once, before all else that is said.
        if (speakers.Count == 0 && opening is { Form: NameForm.Full, Labels: 1 })
        {
            IsOpeningAlone = true;
            speakers.Add(opening.Name);
        }
    }

    /// <summary>
    /// Names that stand once, one after the other and before no sentence, above the first that comes again: keys of what the file says of
    /// itself.
    /// </summary>
    private HashSet<string> Head()
    {
        var head = order.FindIndex(static name => name.Labels > 1);
        return head < 2 || order.Take(head).Any(static name => name.Stamped > 0) || endSentences.Take(head).Any(static ends => ends)
            ? []
            : order.Take(head).Select(static name => name.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Names that stand once, right after or before another that does: <c>Size: …</c>, <c>Weight: …</c> is a list that somebody reads out,
    /// and above the first speaker it is what the file says of itself.
    /// </summary>
    private HashSet<string> Listed()
    {
        var listed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var head = order.FindIndex(static name => name.Labels > 1);
        for (var i = 1; i < order.Count; i++)
        {
            var once = order[i].Labels == 1 && order[i - 1].Labels == 1;
            if (once && (i < head || (order[i].Form <= NameForm.Word && order[i - 1].Form <= NameForm.Word)))
            {
                listed.Add(order[i].Name);
                listed.Add(order[i - 1].Name);
            }
        }

        return listed;
    }

    private static bool IsInitials(string name) => name.Length is 2 or 3 && name.All(char.IsUpper);

    private static bool Speaks(NameEvidence name, Measure file)
    {
        var headings = file.HeadingsAreCertain ? name.Shapes.GetValueOrDefault(LabelShape.HeadingColon) : 0;
        var certain = name.Certain + headings;
        var recurring = name.Recurring - headings;
        return name.Form switch
        {
            NameForm.Label => false,
            NameForm.Phrase => name.Stamped > 0 || certain >= OftenEnough,
            NameForm.Numbered => name.Stamped > 0
                || certain >= OftenEnough
                || (certain + headings > 0 && name.Shapes.Keys.Any(file.Established.Contains)),
            NameForm.Handle => certain > 0
                || recurring >= OftenEnough
                || (recurring > 1 && !file.WordsOfText.Contains(name.Name))
                || file.OfHandles,
            NameForm.Voice => certain > 0 || file.Voices[NameForms.KindOfVoice(name.Name)!] > 1
                || (!file.Listed.Contains(name.Name) && IsOfTheFilesShape(name, file)),
            NameForm.Full => certain > 0 || recurring > 1
                || (!file.Listed.Contains(name.Name)
                    && (file.HasArticles || !NameForms.BeginsWithArticle(name.Name))
                    && IsOfTheFilesShape(name, file)),
            _ => certain > 0
                || (recurring >= file.LeastOfAWord && (!file.WordsOfText.Contains(name.Name) || (file.Dense && recurring >= OftenEnough)))
                || (recurring == 1
                    && !file.Listed.Contains(name.Name)
                    && (!name.Shapes.ContainsKey(LabelShape.Colon)
                        || (file.Dense && !file.InFull)
                        || (file.ByInitials && IsInitials(name.Name)))
                    && IsOfTheFilesShape(name, file)),
        };
    }

    /// <summary>
    /// A single label counts where its shape is that of labels that come again. A heading or bold words without a colon is a title more
    /// often.
    /// </summary>
    private static bool IsOfTheFilesShape(NameEvidence name, Measure file) => name.Shapes.Keys.Any(shape =>
        shape.Evidence() == LabelEvidence.Recurring
        && shape is not (LabelShape.Heading or LabelShape.Bold)
        && (file.Established.Contains(shape) || (file.Dense && shape is LabelShape.Colon or LabelShape.StampFirst)));

    /// <summary>
    /// Whether the label tells anything: below or after one that names a speaker stands speech. A link is the value of a key, and below
    /// the headings and bold words of manuals stand lists, tables and code.
    /// </summary>
    private static bool IsEvidence(IReadOnlyList<LabelledLine> lines, int at, in LabelCandidate label) =>
        label.Shape.Evidence() != LabelEvidence.Known
            && (label.StandsAlone ? NextWritten(lines, at) is null or { Kind: LineKind.Words } : !Link.IsAlone(label.Words));

    /// <summary>On a line of its own after a gap, with words right below.</summary>
    private static bool Stands(IReadOnlyList<LabelledLine> lines, int at) =>
        (at == 0 || lines[at - 1].IsBlank || lines[at - 1].Kind == LineKind.Heading)
            && at + 1 < lines.Count
            && lines[at + 1].Kind is LineKind.Words or LineKind.Foreign or LineKind.Blank
            && NextWritten(lines, at) is { Kind: LineKind.Words, Label: null };

    private static LabelledLine? NextWritten(IReadOnlyList<LabelledLine> lines, int at)
    {
        for (var i = at + 1; i < lines.Count; i++)
        {
            if (!lines[i].IsBlank)
            {
                return lines[i];
            }
        }

        return null;
    }

    /// <summary>What the whole file says about labels, for judging each name.</summary>
    private sealed record Measure(
        bool Dense,
        bool HasArticles,
        bool OfHandles,
        bool ByInitials,
        bool InFull,
        HashSet<string> Listed,
        HashSet<string> Head,
        HashSet<LabelShape> Established,
        int LeastOfAWord,
        bool HeadingsAreCertain,
        Dictionary<string, int> Voices,
        HashSet<string> WordsOfText);

    /// <summary>A list of those present: <c>Ada Quill (AQ), Bo Marsh (BM)</c>.</summary>
    [GeneratedRegex(
        @"(?<name>\p{Lu}[\p{L}'’.-]{1,30}(?: [\p{L}'’.-]{1,30}){1,3}) \((?<initials>\p{Lu}{2,4})\)", RegexOptions.CultureInvariant)]
    private static partial Regex Attendees { get; }
}
