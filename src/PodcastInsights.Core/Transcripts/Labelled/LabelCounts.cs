using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Counts all labels of a file by name. The names are judged by <see cref="CastRules"/>.</summary>
internal sealed partial class LabelCounts
{
    /// <summary>Share of the headings of a level that are speakers' names, above which the others are too.</summary>
    private const double MostlySpeakers = 0.75;

    private readonly Dictionary<string, NameEvidence> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> initials = new(StringComparer.Ordinal);
    private readonly List<NameEvidence> order = [];
    private readonly List<bool> endSentences = [];
    private readonly bool labelsAreListItems;
    private readonly bool speechIsQuoted;
    private readonly bool partsLanguages;
    private readonly int speakersLevel;

    /// <param name="lines">All lines below the front matter.</param>
    /// <param name="partsLanguages">Whether labels that name a language part the words of a turn.</param>
    public LabelCounts(IReadOnlyList<LabelledLine> lines, bool partsLanguages)
    {
        this.partsLanguages = partsLanguages;
        labelsAreListItems = lines.Count(line => line.Label is { IsListItem: true }) * 2 > lines.Count(line => line.Label is not null);
        speechIsQuoted = ReportedSpeech.IsTheRule(
            lines.Count(static line => line.Label is { } label && ReportedSpeech.IsQuoted(label.Words)),
            lines.Count(static line => line.Label is { StandsAlone: false }));
        speakersLevel = SpeakersLevel(lines);
        ReadInitials(lines);
        Count(lines);
        Introductions = new Introductions(order.Distinct());
    }

    public IReadOnlyDictionary<string, NameEvidence> Names => names;

    /// <summary>People by the initials that the file gives for them.</summary>
    public IReadOnlyDictionary<string, string> Initials => initials;

    public Introductions Introductions { get; }

    /// <summary>The name in a label on the first line with text, before a sentence; null for none. <c>The Tower: A play in five parts</c> is a title.</summary>
    public NameEvidence? Opening { get; private set; }

    /// <summary>Whether the label is part of somebody's speech: in a list, in a quotation, or before the text in one language.</summary>
    public bool IsAside(in LabelCandidate label) =>
        (label.IsListItem && !labelsAreListItems)
            || (partsLanguages && LanguageLabel.CodeOf(label) is not null)
            || (label.IsQuoted && label.Shape.Evidence() != LabelEvidence.Certain);

    /// <summary>
    /// Names before the first recurring one that occur once, in sequence, and without a sentence after them: keys of the file's own
    /// metadata.
    /// </summary>
    public HashSet<string> Head()
    {
        var head = order.FindIndex(static name => name.Labels > 1);
        return head < 2 || order.Take(head).Any(static name => name.Stamped > 0) || endSentences.Take(head).Any(static ends => ends)
            ? []
            : order.Take(head).Select(static name => name.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Names that occur once, next to another such: <c>Size: …</c>, <c>Weight: …</c> is a list that somebody reads, or metadata before the
    /// first speaker.
    /// </summary>
    public HashSet<string> Listed()
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

    private void ReadInitials(IReadOnlyList<LabelledLine> lines)
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
    }

    private void Count(IReadOnlyList<LabelledLine> lines)
    {
        var firstWords = 0;
        while (firstWords < lines.Count && lines[firstWords].Kind is not (LineKind.Words or LineKind.Foreign))
        {
            firstWords++;
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Label is not { } label || IsAside(label) || !IsEvidence(lines, i, label) || IsReported(label))
            {
                continue;
            }

            var name = initials.GetValueOrDefault(label.Name, NameForms.WithoutManner(label.Name));
            if (!names.TryGetValue(name, out var evidence))
            {
                names[name] = evidence = new NameEvidence(name);
            }

            var endsSentence = (label.StandsAlone && label.Shape != LabelShape.Heading) || Sentences.AreEndedOrTrailOff(LastOfParagraph(lines, i) ?? label.Words);
            Opening = i == firstWords && endsSentence ? evidence : Opening;
            order.Add(evidence);
            endSentences.Add(endsSentence);
            evidence.Add(label, label.Shape.Evidence() switch
            {
                LabelEvidence.Certain => !label.IsQuoted,
                LabelEvidence.Standing => Stands(lines, i),

                // Below the title of a section the language label is not repeated.
                _ when partsLanguages && label.Shape == LabelShape.HeadingStamp => true,
                _ => false,
            });
            evidence.IsHeadedAsOthers |= label is { Shape: LabelShape.HeadingStamp, Start: not null } && Level(lines[i]) == speakersLevel;
            evidence.IsIntroduced |= label.Initials is not null || initials.ContainsKey(label.Name);
        }
    }

    /// <summary>The level of headings with times most of which are names that come again, above words; 0 for none.</summary>
    private static int SpeakersLevel(IReadOnlyList<LabelledLine> lines)
    {
        var headings = Enumerable.Range(0, lines.Count)
            .Where(i => lines[i].Label is { Shape: LabelShape.HeadingStamp, Start: not null } label && IsEvidence(lines, i, label))
            .ToList();
        var often = headings.CountBy(i => lines[i].Label!.Value.Name, StringComparer.OrdinalIgnoreCase)
            .Where(static name => name.Value > 1)
            .Select(static name => name.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return headings.GroupBy(i => Level(lines[i]))
            .Where(level => level.Count(i => often.Contains(lines[i].Label!.Value.Name)) > level.Count() * MostlySpeakers)
            .Select(static level => level.Key)
            .FirstOrDefault();
    }

    private static int Level(LabelledLine heading) => heading.Text.Length - heading.Text.TrimStart('#').Length;

    /// <summary>
    /// Whether the label counts as evidence: speech follows a speaker's label. A link is the value of a key, and below headings and bold
    /// text of manuals there are lists, tables and code.
    /// </summary>
    private static bool IsEvidence(IReadOnlyList<LabelledLine> lines, int at, in LabelCandidate label) =>
        label.Shape.Evidence() != LabelEvidence.Known
            && (label.Shape == LabelShape.StampName ? NextWritten(lines, at) is { Kind: LineKind.Words, Stamp: null, LooksLabelled: false }
                : label.StandsAlone ? NextWritten(lines, at) is null or { Kind: LineKind.Words }
                : !Link.IsAlone(label.Words));

    /// <summary>Whether it is a sentence that reports what somebody said: <c>The old man told me: "Wait."</c></summary>
    private bool IsReported(in LabelCandidate label) =>
        label.Shape == LabelShape.Colon && !speechIsQuoted && ReportedSpeech.IsQuoted(label.Words);

    /// <summary>Whether the label is alone on its line, after a blank line, with text right below.</summary>
    private static bool Stands(IReadOnlyList<LabelledLine> lines, int at) =>
        (at == 0 || lines[at - 1].IsBlank || lines[at - 1].Kind == LineKind.Heading)
            && at + 1 < lines.Count
            && lines[at + 1].Kind is LineKind.Words or LineKind.Foreign or LineKind.Blank
            && NextWritten(lines, at) is { Kind: LineKind.Words, LooksLabelled: false };

    /// <summary>The last line of words of the paragraph that the label begins; null where the label's line is its only one.</summary>
    private static string? LastOfParagraph(IReadOnlyList<LabelledLine> lines, int at)
    {
        var last = at;
        while (last + 1 < lines.Count && lines[last + 1] is { Kind: LineKind.Words, LooksLabelled: false })
        {
            last++;
        }

        return last > at ? lines[last].Text : null;
    }

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

    /// <summary>A list of participants: <c>Ada Quill (AQ), Bo Marsh (BM)</c>.</summary>
    [GeneratedRegex(
        @"(?<name>\p{Lu}[\p{L}'’.-]{1,30}(?: [\p{L}'’.-]{1,30}){1,3}) \((?<initials>\p{Lu}{2,4})\)", RegexOptions.CultureInvariant)]
    private static partial Regex Attendees { get; }
}
