using System.Net;
using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Captions;

/// <summary>Removes tags from cue text. Programs mix the tags of WebVTT and SubRip, so both are known.</summary>
internal static partial class CueText
{
    // Directional marks and zero-width spaces around a line are added by players; within a line they belong to the text.
    private static readonly char[] Unseen =
        [' ', '\t', '\u00A0', '\u200B', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u2060', '\uFEFF'];

    /// <summary>The lines of a cue with their voices. A voice lasts to its end tag, the next voice or the end of the cue.</summary>
    public static IEnumerable<CaptionLine> Lines(CaptionCue cue)
    {
        var text = string.Join('\n', cue.Text);
        var at = 0;
        string? voice = null;
        for (var tag = Voice.Match(text); tag.Success; tag = tag.NextMatch())
        {
            foreach (var line in Lines(text[at..tag.Index], voice))
            {
                yield return line;
            }

            var ends = tag.ValueSpan.StartsWith("</", StringComparison.Ordinal);
            voice = ends ? null : WebUtility.HtmlDecode(tag.Groups["name"].Value).Trim();
            at = tag.Index + tag.Length;
        }

        foreach (var line in Lines(text[at..], voice))
        {
            yield return line;
        }
    }

    /// <summary>Removes tags and decodes entities. Text that only resembles a tag, such as <c>a &lt; b</c>, stays.</summary>
    private static string Plain(string text) => WebUtility.HtmlDecode(Tag.Replace(text, ""));

    private static IEnumerable<CaptionLine> Lines(string marked, string? voice)
    {
        var opens = voice is not null;
        foreach (var line in Plain(marked).Split('\n'))
        {
            if (opens || !string.IsNullOrWhiteSpace(line))
            {
                yield return new CaptionLine(voice, opens, line.Trim(Unseen));
                opens = false;
            }
        }
    }

    [GeneratedRegex(
        @"</v>|<v(?:\.[^\s<>]{1,100})?(?:[ \t\n]+(?<name>[^<>]{0,200}))?>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Voice { get; }

    // After a name may come classes, then a language or attributes. Other words make it text that resembles a tag, such as <b and c>.
    [GeneratedRegex(
        """
        </?(?:[bciuv]|ruby|rt|lang|font)(?:\.[^\s<>]{0,100})?(?:\s[^<>=]{0,200}=[^<>]{0,200})?\s{0,9}>
        |<lang(?:\.[^\s<>]{0,100})?\s[a-z0-9-]{2,35}>
        |<[0-9:.]{5,16}>
        |\{\\[^{}]{1,100}\}
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Tag { get; }
}
