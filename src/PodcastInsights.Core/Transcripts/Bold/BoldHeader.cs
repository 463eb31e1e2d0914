using PodcastInsights.Core.Transcripts.Lines;

namespace PodcastInsights.Core.Transcripts.Bold;

/// <summary>A name in bold with a colon inside or right after the bold, at the beginning of a line.</summary>
internal static class BoldHeader
{
    private const string Mark = "**";

    /// <param name="text">The words after the header on its line, trimmed.</param>
    public static bool TryRead(string line, out string speaker, out string text)
    {
        speaker = text = "";
        var rest = line.AsSpan().Trim();
        if (!rest.StartsWith(Mark, StringComparison.Ordinal))
        {
            return false;
        }

        rest = rest[Mark.Length..];
        var window = rest[..Math.Min(rest.Length, SpeakerName.MaxLength + Mark.Length)];
        var close = window.IndexOf(Mark, StringComparison.Ordinal);
        if (close <= 0)
        {
            return false;
        }

        var bold = rest[..close].Trim();
        rest = rest[(close + Mark.Length)..].TrimStart();
        if (!bold.IsEmpty && bold[^1] is not (':' or '：'))
        {
            if (rest.IsEmpty || rest[0] is not (':' or '：'))
            {
                return false;
            }

            rest = rest[1..].TrimStart();
        }

        speaker = SpeakerName.Clean(bold);
        text = rest.ToString();
        return SpeakerName.HasLetterOrDigit(speaker);
    }
}
