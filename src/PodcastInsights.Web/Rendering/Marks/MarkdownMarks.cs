using System.Text;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Citation.Styles;

namespace PodcastInsights.Web.Rendering.Marks;

/// <summary>Escapes texts for Markdown (CommonMark), so that nothing in them is taken as markup.</summary>
internal static partial class MarkdownMarks
{
    // Inline syntax of CommonMark and of GitHub's extensions.
    private const string Signs = @"\`*_[]<>|~&";

    /// <summary>On one line, for use within a line.</summary>
    public static string Escaped(string text)
    {
        var line = OneLine.Of(text);
        var escaped = new StringBuilder(line.Length + 8);
        foreach (var c in line)
        {
            escaped.Append(Signs.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>For use at the beginning of a block: also escapes the syntax of headings, lists and thematic breaks.</summary>
    public static string Block(string text) => BlockSign.Replace(Escaped(text), @"$1\$2");

    /// <summary>For use as a heading: also escapes a closing sequence of number signs.</summary>
    public static string Heading(string text) => ClosingSigns.Replace(Escaped(text), @" \$1");

    /// <summary>A link to an encoded address.</summary>
    public static string Link(string text, string address) => $"[{Escaped(text)}]({Address(address)})";

    private static string Address(string encoded) =>
        encoded.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);

    [GeneratedRegex(@"^(\d*)([#+\-=.)])", RegexOptions.CultureInvariant)]
    private static partial Regex BlockSign { get; }

    [GeneratedRegex(@"(?:^| )(#+)$", RegexOptions.CultureInvariant)]
    private static partial Regex ClosingSigns { get; }
}
