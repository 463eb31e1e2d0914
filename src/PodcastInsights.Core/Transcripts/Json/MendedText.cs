using System.Text;
using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Json;

/// <summary>A JSON text as a reader of JSON takes it.</summary>
internal sealed partial class MendedText
{
    private readonly List<int> lines = [];

    public MendedText(string text) => Bytes = Encoding.UTF8.GetBytes(Mend(text, lines));

    /// <summary>UTF-8.</summary>
    public byte[] Bytes { get; }

    /// <summary>Lines with escapes of lone surrogates, which were replaced by U+FFFD.</summary>
    public IReadOnlyList<int> Lines => lines;

    /// <summary>Replaces escapes of lone surrogates by the escape of U+FFFD, which has the same length, so that no position changes.</summary>
    private static string Mend(string text, List<int> lines)
    {
        if (!text.Contains("\\u", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var (counted, line) = (0, 1);
        return Escape.Replace(text, match =>
        {
            if (!match.Groups["lone"].Success)
            {
                return match.Value;
            }

            line += text.AsSpan(counted, match.Index - counted).Count('\n');
            counted = match.Index;
            lines.Add(line);
            return @"\uFFFD";
        });
    }

    // Escaped backslashes, surrogate pairs and other escapes match as a whole, so that only lone surrogates remain.
    [GeneratedRegex(
        @"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<lone>u[dD][89a-fA-F][0-9a-fA-F]{2})|[^u]|u)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Escape { get; }
}
