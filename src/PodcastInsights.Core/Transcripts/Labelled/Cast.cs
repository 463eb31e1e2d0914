using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// The speakers of a file of labelled speech. They are decided once, from all labels and the metadata; then each label of theirs begins a
/// turn, whatever its shape.
/// </summary>
internal sealed class Cast
{
    private readonly LabelCounts counts;
    private readonly HashSet<string> speakers = new(StringComparer.OrdinalIgnoreCase);

    private Cast(LabelCounts counts) => this.counts = counts;

    /// <param name="lines">All lines below the front matter.</param>
    /// <param name="named">People in the metadata: speakers, hosts or guests.</param>
    /// <param name="partsLanguages">Whether labels with the name of a language separate the languages of a turn.</param>
    public static Cast Of(IReadOnlyList<LabelledLine> lines, NamedPeople named, bool partsLanguages)
    {
        var counts = new LabelCounts(lines, partsLanguages);
        var rules = new CastRules(counts, lines);
        var cast = new Cast(counts);
        cast.speakers.UnionWith(counts.Names.Values.Where(name => rules.IsSpeaker(name, named)).Select(name => name.Name));

        // A single speaker is named once, before all speech.
        if (cast.IsEmpty && counts.Opening is { Form: NameForm.Full, Labels: 1 } opening)
        {
            cast.IsOpeningAlone = true;
            cast.speakers.Add(opening.Name);
        }

        return cast;
    }

    public bool IsEmpty => speakers.Count == 0;

    /// <summary>Whether all speakers are voices such as <c>Q</c> and <c>Speaker 2</c>, without names.</summary>
    /// <remarks>Two single letters mean question and answer, in any language.</remarks>
    public bool AreAllVoices => speakers.All(name => counts.Names[name].Form == NameForm.Voice)
        || (speakers.Count == 2 && speakers.All(name => name.Length == 1));

    /// <summary>Whether the only speaker label is a plain one on the first line.</summary>
    public bool IsOpeningAlone { get; private set; }

    /// <summary>Whether the file gives initials for the name.</summary>
    public bool IsIntroduced(string name) => counts.Names.TryGetValue(name, out var evidence) && evidence.IsIntroduced;

    /// <summary>Whether the label is a speaker's; if so, the speaker's name.</summary>
    public bool TryGet(in LabelCandidate label, out string speaker)
    {
        var isSpeaker = TryGetAsWritten(label, out speaker);
        speaker = counts.Introductions.People.GetValueOrDefault(speaker, speaker);
        return isSpeaker;
    }

    private bool TryGetAsWritten(in LabelCandidate label, out string speaker)
    {
        speaker = label.Name;
        if (counts.IsAside(label))
        {
            return false;
        }

        if (counts.Initials.TryGetValue(label.Name, out var introduced))
        {
            speaker = introduced;
            return true;
        }

        // "Ada Quill (Quill & Sons)" is "Ada Quill"; but the voice "Audience (back row)" may be another than "Audience". In "The Minister
        // (Ada Quill)" the person is in the brackets.
        var open = label.Name is [.., ')'] ? label.Name.IndexOf(" (", StringComparison.Ordinal) : -1;
        if (open > 0 && counts.Names.TryGetValue(label.Name[..open], out var bare) && bare.Form != NameForm.Voice && speakers.Contains(bare.Name))
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

    /// <summary>Whether the label says, behind a name that other labels have a part of, what somebody is: <c>ADA QUILL, HOST</c>.</summary>
    public bool SaysMoreThanName(in LabelCandidate label) =>
        counts.Introductions.People.ContainsKey(NameForms.WithoutManner(label.Name))
        && NameForms.Person(label.Name) is { } person && person.Length < label.Name.Length;

    /// <summary>Whether the name was almost accepted as a speaker.</summary>
    public bool IsNear(in LabelCandidate label) =>
        !counts.IsAside(label) && counts.Names.TryGetValue(label.Name, out var evidence) && evidence.Form is NameForm.Full or NameForm.Voice;
}
