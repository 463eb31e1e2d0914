using System.Text;
using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Removes <c>iframe</c> elements, which embed other sites.</summary>
internal static partial class Frame
{
    private const string Open = "<iframe";
    private const string Close = "</iframe>";

    // Longest tag: more than any embedding code has, so that an unclosed tag does not remove the rest of the line.
    private const int LongestTag = 2000;

    /// <summary>Removes all frames from a line.</summary>
    /// <returns>Addresses of the frames as written; <c>no address</c> for one without.</returns>
    public static List<string> Remove(ref string line)
    {
        var addresses = new List<string>();
        var words = new StringBuilder();
        var rest = 0;
        for (var at = Find(line, Open, 0); at >= 0; at = Find(line, Open, at + Open.Length))
        {
            var length = line.AsSpan(at, Math.Min(LongestTag, line.Length - at)).IndexOf('>') + 1;
            if (length == 0)
            {
                continue;
            }

            var address = Address.Match(line.Substring(at, length));
            addresses.Add(address.Success ? address.Groups["address"].Value : "no address");
            words.Append(line, rest, at - rest);
            rest = at + length;
            if (line.AsSpan(rest).StartsWith(Close, StringComparison.OrdinalIgnoreCase))
            {
                rest += Close.Length;
            }

            at = rest - Open.Length;
        }

        line = addresses.Count == 0 ? line : words.Append(line, rest, line.Length - rest).ToString().Trim();
        return addresses;
    }

    private static int Find(string line, string text, int from) => line.IndexOf(text, from, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\ssrc\s?=\s?[""']?(?<address>[^""'\s>]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address { get; }
}
