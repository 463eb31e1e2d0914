using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Recognises web addresses in lines and values.</summary>
internal static partial class Link
{
    /// <summary>Whether the text is only an address: <c>https://…</c>, <c>&lt;https://…&gt;</c>, <c>[words](https://…)</c>.</summary>
    public static bool IsAlone(string words) => Alone.IsMatch(words);

    /// <summary>Whether the words end in an address.</summary>
    public static bool IsLast(string words) => Last.IsMatch(words);

    [GeneratedRegex(@"^[-*+ \t]{0,9}(?:<?https?://\S{1,2000}|www\.\S{1,500}|!?\[[^\[\]]{0,500}\]\(\S{1,2000}\))[.,;]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Alone { get; }

    [GeneratedRegex(@"(?:^|[\s<(])https?://[^\s<>]{1,2000}[>)]?$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Last { get; }
}
