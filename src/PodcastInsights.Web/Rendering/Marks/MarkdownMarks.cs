using System.Text;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Citation.Styles;

namespace PodcastInsights.Web.Rendering.Marks;

/// <summary>Puts texts of the library into Markdown (CommonMark), in which they stay the words that they are.</summary>
internal static partial class MarkdownMarks
{
    // What means something within a line. A backslash before it is its end in CommonMark and in what GitHub makes of it.
    private const string Signs = @"\`*_[]<>|~&";

    /// <summary>On one line, for any place within one.</summary>
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

    /// <summary>The same where a block begins with it, which heads, items and lines across have signs of their own for.</summary>
    public static string Block(string text) => BlockSign.Replace(Escaped(text), @"$1\$2");

    /// <summary>The text of a heading, whose end is no row of number signs.</summary>
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
