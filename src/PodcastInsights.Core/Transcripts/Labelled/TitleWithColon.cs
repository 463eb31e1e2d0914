using PodcastInsights.Core.Transcripts.Metadata;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Tells a title with a colon on the first line, which looks like a label, from a label: <c>The Tower: a conversation</c>.</summary>
internal static class TitleWithColon
{
    /// <summary>Longest title, in characters.</summary>
    private const int Longest = 120;

    /// <summary>Fewest characters before the colon where no spaces part words; a key is shorter.</summary>
    private const int ShortestHan = 5;

    /// <summary>Least number of other labels by which a file tells how it ends what is said.</summary>
    private const int FewestSentences = 4;

    /// <summary>Whether the line may be such a title: it stands apart, is no sentence, and no key of the metadata.</summary>
    public static bool MayBe(IReadOnlyList<LabelledLine> lines, int at) =>
        lines[at] is { Text.Length: <= Longest, Label: { Shape: LabelShape.Colon or LabelShape.ColonTight, HasStamp: false, StandsAlone: false, IsListItem: false } label }
        && at + 1 < lines.Count && lines[at + 1].IsBlank
        && !Sentences.AreEndedOrTrailOff(label.Words) && !Link.IsLast(label.Words)
        && IsLongerThanKey(label.Name) && NameForms.Of(label.Name) is not (NameForm.Label or NameForm.Voice);

    /// <summary>Keys are one word, or tell by whom: <c>Warnings: heights</c>, <c>Read by: Ada Quill</c>.</summary>
    private static bool IsLongerThanKey(string name) =>
        !MetadataKeys.IsKnown(name)
        && (ScriptTable.NeedsNoSpace(name[0]) ? name.Length >= ShortestHan : name.Contains(' ', StringComparison.Ordinal) && !name.EndsWith(" by", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether it is one by what stands around it: its name comes once, as others come again, and below it is a line without a label, or all others
    /// who speak end as sentences do.
    /// </summary>
    public static bool Is(IReadOnlyList<LabelledLine> lines, int at)
    {
        if (!MayBe(lines, at))
        {
            return false;
        }

        var below = at + 1;
        while (below < lines.Count && lines[below].IsBlank)
        {
            below++;
        }

        var others = lines.Where(line => line.Label is { StandsAlone: false } && line.Number != lines[at].Number).ToList();
        var areSentences = others.Count >= FewestSentences && others.TrueForAll(static line => Sentences.AreEndedOrTrailOff(line.Label!.Value.Words));
        var names = lines.Where(static line => line.LooksLabelled).CountBy(static line => line.Label!.Value.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        return below < lines.Count && (lines[below].Label is null || areSentences)
            && names.GetValueOrDefault(lines[at].Label!.Value.Name) <= 1 && names.Values.Count(static count => count > 1) > 1;
    }
}
