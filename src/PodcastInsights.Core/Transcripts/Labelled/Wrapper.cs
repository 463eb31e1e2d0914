using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// What stands around speech and is not seen on a page: tags of HTML on a line of their own, and the short codes of site generators, as
/// <c>{{&lt; speaker "Ada" >}}</c>. Some of them say who speaks or when.
/// </summary>
/// <param name="Text">The line without them.</param>
/// <param name="Speaker">Whom an attribute names; null for none.</param>
/// <param name="Start">The time of an attribute; null for none.</param>
internal readonly partial record struct Wrapper(string Text, string? Speaker, Timestamp? Start)
{
    /// <summary>Reads what is around the text of a line; null where nothing is.</summary>
    public static Wrapper? TryRead(string line)
    {
        if (line is ['<', ..])
        {
            return Tags.IsMatch(line) ? Of(line, "")
                : Looks.Match(line) is { Success: true, Index: 0 } ? new Wrapper(Looks.Replace(line, "").Trim(), null, null)
                : null;
        }

        if (!line.StartsWith("{{", StringComparison.Ordinal))
        {
            return null;
        }

        var open = ShortCodesBefore.Match(line);
        var text = line[open.Length..];
        return open.Success ? Of(open.Value, text[..ShortCodesAfter.Match(text).Index].Trim()) : null;
    }

    private static Wrapper Of(string marks, string text)
    {
        var name = Named.Match(marks).Groups["name"].Value.Trim();
        var start = Timed.Match(marks) is { Success: true } match && Timestamp.TryParse(match.Groups["time"].ValueSpan, out var time) ? time : (Timestamp?)null;
        return new Wrapper(text, name.Length > 0 ? name : null, start);
    }

    /// <summary>Tags that hold paragraphs, and nothing else; not those that show something, as <c>img</c> and <c>iframe</c> do.</summary>
    [GeneratedRegex(@"^(?:</?(?:p|div|section|article|main|details|blockquote|center|span|figure|speaker|turn|transcript)(?:\s[^<>]{0,300})?>\s{0,9}){1,9}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tags { get; }

    /// <summary>Tags that only change how words look, empty anchors, and a break at the end, as editors of notes export them.</summary>
    [GeneratedRegex(@"</?(?:font|span|u)(?:\s[^<>]{0,300})?>|<a\s[^<>]{0,300}>\s{0,9}</a>|<br\s?/?>$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Looks { get; }

    [GeneratedRegex(@"^(?:\{\{(?:<[^{}<>]{0,300}>|%[^{}%]{0,300}%)\}\}\s{0,9}){1,9}", RegexOptions.CultureInvariant)]
    private static partial Regex ShortCodesBefore { get; }

    /// <summary>Also matches the end of a line without any.</summary>
    [GeneratedRegex(@"(?:\{\{(?:<\s{0,3}/[^{}<>]{0,300}>|%\s{0,3}/[^{}%]{0,300}%)\}\}\s{0,9}){0,9}$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortCodesAfter { get; }

    /// <summary><c>data-speaker="Ada"</c>, <c>&lt;Speaker name="Ada"></c>, <c>speaker "Ada"</c>.</summary>
    [GeneratedRegex(
        """[\s<%](?:data-)?speaker(?:-?name)?\s{0,3}=\s{0,3}["'](?<name>[^"']{1,100})["']|[<%]\s{0,3}speaker\s{1,3}(?:name\s{0,3}=\s{0,3})?["'](?<name>[^"']{1,100})["']""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Named { get; }

    [GeneratedRegex(
        """\s(?:data-)?(?:start|begin|time|timestamp|start-?time)\s{0,3}=\s{0,3}["'](?<time>[0-9:.,]{3,16})["']""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Timed { get; }
}
