using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>Finds names in a list of people: <c>Ada Quill &amp; Bo (Founder of Harbour)</c>.</summary>
internal static partial class PersonNames
{
    /// <summary>Longest list in characters; longer texts are sentences.</summary>
    private const int Longest = 120;

    /// <summary>
    /// The names, without text in brackets after them. A comma separates names only where each part looks like one: in <c>Ada Quill,
    /// PhD</c> and <c>Bo, head of ropes</c> the text after the comma is dropped.
    /// </summary>
    public static IEnumerable<string> In(string text)
    {
        foreach (var part in Conjunction.Split(Bracketed.Replace(text, " ")).Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            var pieces = part.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            foreach (var name in pieces is [] ? [] : pieces.All(IsName) ? pieces : pieces.Take(1))
            {
                if (name.Length <= Longest)
                {
                    yield return name;
                }
            }
        }
    }

    /// <summary>Whether each word begins like a name, and none is only an abbreviation of a degree or office.</summary>
    private static bool IsName(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= 5
            && !char.IsLower(words[^1][0])
            && !(words is [var only] && (only.Skip(1).Any(char.IsUpper) || only.EndsWith('.')))
            && !words.Any(word => word is "of" or "at" or "for" or "the");
    }

    [GeneratedRegex(@"\s+(?:&|\+|and|with|und|et|y)\s+|\s*[;、，/]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Conjunction { get; }

    [GeneratedRegex(@"\s*(?:\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）|<[^<>]*>)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed { get; }
}
