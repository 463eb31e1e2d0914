using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>A speaker's name as given by a person: whole or in part, in any case, width and form.</summary>
internal sealed class GivenName
{
    private readonly HashSet<string> words;

    public GivenName(string name) => words = WordsOf(name);

    public bool IsEmpty => words.Count == 0;

    /// <summary>Whether the speaker is unknown: no name, or a machine's <c>Speaker 3</c>.</summary>
    public static bool IsUnknown(string? speaker) => speaker is null || SpeakerRoles.IsNobody(speaker) || WordsOf(speaker).Count == 0;

    /// <summary>Whether the name may mean that speaker: "Ada" may be "Ada Quill", and the reverse.</summary>
    public bool MayBe(string speaker) => WordsOf(speaker) is var own && (own.IsSubsetOf(words) || words.IsSubsetOf(own));

    private static HashSet<string> WordsOf(string name)
    {
        var read = new List<ComparedWord>();
        ComparedWord.Read(name, 0, 0, read);
        return [.. read.Select(static word => word.Folded)];
    }
}
