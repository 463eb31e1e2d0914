using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Who speaks in a file. It is decided once, from all labels together and from what the file says of its speakers; then each label of
/// theirs opens a turn, whatever its shape.
/// </summary>
internal sealed class Cast
{
    private readonly LabelCensus census;
    private readonly HashSet<string> speakers = new(StringComparer.OrdinalIgnoreCase);

    private Cast(LabelCensus census) => this.census = census;

    /// <param name="lines">All lines below the front matter.</param>
    /// <param name="named">Whom the file's metadata name as speakers, hosts or guests.</param>
    /// <param name="partsLanguages">Whether labels that name a language part the words of a turn.</param>
    public static Cast Of(IReadOnlyList<LabelledLine> lines, NamedPeople named, bool partsLanguages)
    {
        var census = new LabelCensus(lines, partsLanguages);
        var rules = new CastRules(census, lines);
        var cast = new Cast(census);
        cast.speakers.UnionWith(census.Names.Values.Where(name => rules.IsSpeaker(name, named)).Select(name => name.Name));

        // One speaker throughout is named once, before all else that is said.
        if (cast.IsEmpty && census.Opening is { Form: NameForm.Full, Labels: 1 } opening)
        {
            cast.IsOpeningAlone = true;
            cast.speakers.Add(opening.Name);
        }

        return cast;
    }

    public bool IsEmpty => speakers.Count == 0;

    /// <summary>Whether nobody has a name: all speakers are voices such as <c>Q</c> and <c>Speaker 2</c>.</summary>
    /// <remarks>Two single letters are a question and its answer in whatever language.</remarks>
    public bool AreAllVoices => speakers.All(name => census.Names[name].Form == NameForm.Voice)
        || (speakers.Count == 2 && speakers.All(name => name.Length == 1));

    /// <summary>Whether a plain label on the first line is all that names a speaker.</summary>
    public bool IsOpeningAlone { get; private set; }

    /// <summary>Whether the file introduces initials for the name.</summary>
    public bool IsIntroduced(string name) => census.Names.TryGetValue(name, out var evidence) && evidence.IsIntroduced;

    /// <summary>Whether the label is that of a speaker; if so, the name that the turn bears.</summary>
    public bool TryGet(in LabelCandidate label, out string speaker)
    {
        speaker = label.Name;
        if (census.IsAside(label))
        {
            return false;
        }

        if (census.Initials.TryGetValue(label.Name, out var introduced))
        {
            speaker = introduced;
            return true;
        }

        // "Ada Quill (Quill & Sons)" once, and "Ada Quill" from then on; the voice "Audience (back row)" may be another than "Audience".
        // "The Minister (Ada Quill)" is who stands in the brackets.
        var open = label.Name is [.., ')'] ? label.Name.IndexOf(" (", StringComparison.Ordinal) : -1;
        if (open > 0 && census.Names.TryGetValue(label.Name[..open], out var bare) && bare.Form != NameForm.Voice && speakers.Contains(bare.Name))
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
        !census.IsAside(label) && census.Names.TryGetValue(label.Name, out var evidence) && evidence.Form is NameForm.Full or NameForm.Voice;
}
