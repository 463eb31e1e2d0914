namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>A Markdown heading: one to six <c>#</c>, a space, words.</summary>
internal static class Heading
{
    public static bool TryRead(string line, out int level, out string text)
    {
        level = 0;
        while (level < line.Length && line[level] == '#')
        {
            level++;
        }

        var heading = level is >= 1 and <= 6 && level < line.Length && char.IsWhiteSpace(line[level]);
        text = heading ? line[level..].Trim().TrimEnd('#').TrimEnd() : "";
        return heading;
    }
}
