using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Captions;

/// <summary>
/// Distinguishes names (<c>[Mara] words</c>) from sounds (<c>[Laughter]</c>) by where brackets occur in a file. A name is followed by
/// words, recurs so, and is neither alone in a cue nor in the middle of words.
/// </summary>
internal static class BracketedNames
{
    /// <param name="cues">The lines of each cue.</param>
    /// <param name="lines">The same lines, unparsed.</param>
    /// <param name="known">Names that occur before a colon; in brackets they are names too.</param>
    public static HashSet<string> Of(List<List<CaptionLabel>> cues, List<string> lines, IReadOnlySet<string> known)
    {
        var labels = Tally(cues, lines);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var label in labels.Values.Where(label => label.IsProven || known.Contains(label.Name)))
        {
            names.Add(label.Name);
        }

        // One that only recurs may be a manner ("(Video) words"), unless there are several or it begins the file.
        var recurring = labels.Values.Where(label => label.Recurs && !names.Contains(label.Name)).ToList();
        var others = labels.Values.Count(label => label.MayName && !label.Recurs && !names.Contains(label.Name));
        if (recurring.Count + names.Count + others > 1 || recurring.Exists(label => label.Opens))
        {
            names.UnionWith(recurring.Select(label => label.Name));
        }

        // One that occurs once is a name where it has the brackets of other names, or where somebody is called so.
        var usual = labels.Values.Where(label => names.Contains(label.Name)).Select(label => label.Bracket).ToHashSet();
        foreach (var label in labels.Values.Where(label => label.MayName && !names.Contains(label.Name)))
        {
            if (usual.Contains(label.Bracket) || (label.Opens && (label.IsFull || IsCalled(label.Name, lines))))
            {
                names.Add(label.Name);
            }
        }

        return names;
    }

    private static Dictionary<string, Label> Tally(List<List<CaptionLabel>> cues, List<string> lines)
    {
        var labels = new Dictionary<string, Label>(StringComparer.Ordinal);
        foreach (var cue in cues)
        {
            for (var i = 0; i < cue.Count; i++)
            {
                if (cue[i].Kind is CaptionLabelKind.Bracket or CaptionLabelKind.BracketColon)
                {
                    var last = i + 1 == cue.Count;
                    Of(cue[i].Name).AddHead(cue[i], alone: cue[i].Words.Length == 0 && last, opens: cue == cues[0] && i == 0);
                }
            }
        }

        foreach (var name in lines.SelectMany(CaptionLabel.BracketsWithin).Where(labels.ContainsKey))
        {
            labels[name].Within++;
        }

        return labels;

        Label Of(string name) => labels.TryGetValue(name, out var label) ? label : labels[name] = new Label(name);
    }

    /// <summary>Whether the name or a part of it occurs in the text with capitals.</summary>
    private static bool IsCalled(string name, List<string> lines) =>
        name.Split(' ').Where(word => word.Length > 2).Any(word => lines.Exists(line =>
            Regex.IsMatch(line, $@"(?<![\[(])\b{Regex.Escape(word)}\b(?!\s*[\w\s]{{0,30}}[\])])", RegexOptions.CultureInvariant)));

    private sealed class Label(string name)
    {
        private int heads;
        private int alone;
        private int marked;
        private int withColon;

        public string Name { get; } = name;

        public char Bracket { get; private set; }

        /// <summary>Whether the file's first line begins with it.</summary>
        public bool Opens { get; private set; }

        public int Within { get; set; }

        private bool IsNameShaped =>
            CaptionLabel.IsNumbered(Name)
            || (SpeakerName.IsPlausible(Name) && !char.IsDigit(Name[0]) && !SpeakerName.IsLabel(Name) && !StageNote.IsSound(Name));

        /// <summary>Whether a colon after the bracket or a mark before it proves that it is a speaker.</summary>
        public bool IsProven => IsNameShaped && (withColon > 0 || (marked > 0 && heads > alone));

        public bool Recurs => IsNameShaped && heads > 1 && heads > 2 * (alone + Within);

        public bool MayName =>
            IsNameShaped
            && heads > 0
            && alone + Within == 0
            && (CaptionLabel.IsNumbered(Name) || Name.Split(' ').All(word => word.Length > 0 && !char.IsLower(word[0])));

        /// <summary>First and last name; "Siren Wailing" and "Engine Starts" end with a verb.</summary>
        public bool IsFull => SpeakerName.IsFullLatin(Name) && !Name.EndsWith("ing", StringComparison.OrdinalIgnoreCase)
            && !Name.EndsWith("s", StringComparison.OrdinalIgnoreCase);

        public void AddHead(CaptionLabel shape, bool alone, bool opens)
        {
            heads += alone ? 0 : 1;
            this.alone += alone ? 1 : 0;
            marked += shape.IsMarked && !alone ? 1 : 0;
            withColon += shape.Kind == CaptionLabelKind.BracketColon ? 1 : 0;
            Bracket = shape.Bracket;
            Opens |= opens;
        }
    }
}
