using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>A speaker's name as somebody gives it: whole or in part, in whatever case, width and form.</summary>
internal sealed class GivenName
{
    private readonly HashSet<string> words;

    public GivenName(string name) => words = WordsOf(name);

    public bool IsEmpty => words.Count == 0;

    /// <summary>
    /// Whether the one who speaks may be meant. A voice without a name may be anybody; "Ada" may be "Ada Quill", and the other way round.
    /// </summary>
    public bool MayBe(string? speaker)
    {
        if (speaker is null || SpeakerRoles.IsNobody(speaker))
        {
            return true;
        }

        var own = WordsOf(speaker);
        return own.Count == 0 || own.IsSubsetOf(words) || words.IsSubsetOf(own);
    }

    private static HashSet<string> WordsOf(string name)
    {
        var read = new List<ComparedWord>();
        ComparedWord.Read(name, 0, 0, read);
        return [.. read.Select(static word => word.Folded)];
    }
}
