using PodcastInsights.Core.Transcripts.Labelled;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.SayIt;

/// <summary>
/// The heading over a speech: <c>### Ada Quill:</c> or <c>### 林小明：</c>. The sites that publish these files take any level; here the first
/// is the title's. The blank after the marks may be missing.
/// </summary>
internal static class SpeakerHeading
{
    public static bool TryRead(string line, out string speaker)
    {
        speaker = "";
        var heading = line.AsSpan().Trim();
        var level = heading.Length - heading.TrimStart('#').Length;
        heading = heading[level..].Trim();
        if (level is < 2 or > 6 || heading.Length > SpeakerName.MaxLength || heading.TrimEnd("* ") is not [_, .., ':' or '：'])
        {
            return false;
        }

        speaker = SpeakerName.Clean(heading);
        return SpeakerName.HasLetterOrDigit(speaker);
    }

    /// <summary>All speakers whose headings are whole.</summary>
    public static HashSet<string> CastOf(IEnumerable<string> lines)
    {
        var cast = new HashSet<string>();
        foreach (var line in lines)
        {
            if (TryRead(line, out var speaker))
            {
                cast.Add(speaker);
            }
        }

        return cast;
    }

    /// <summary>
    /// Reads a heading that has another level, no colon, or words after it. Section headings look the same, so the name must be
    /// one that has a whole heading elsewhere in the file.
    /// </summary>
    /// <param name="words">The words after the name.</param>
    public static bool TryReadDamaged(string line, HashSet<string> cast, out string speaker, out string words)
    {
        speaker = words = "";
        if (!Heading.TryRead(line, out _, out var heading))
        {
            return false;
        }

        var colon = heading.AsSpan().IndexOfAny(':', '：');
        speaker = SpeakerName.Clean(colon < 0 ? heading : heading.AsSpan(0, colon));
        words = colon < 0 ? "" : heading[(colon + 1)..].TrimEnd('*').Trim();
        return cast.Contains(speaker);
    }
}
