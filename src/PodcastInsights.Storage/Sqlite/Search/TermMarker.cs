using System.Globalization;
using System.Text;
using PodcastInsights.Core.Search;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Finds a query's words in a paragraph, in any of their English forms, and cuts a snippet around them.</summary>
internal sealed class TermMarker(SearchQuery query)
{
    /// <summary>Characters of a snippet, about three lines of a page.</summary>
    private const int SnippetLength = 240;

    private readonly HashSet<string> wanted = query.Terms.SelectMany(term => term.Words).Select(Stem).ToHashSet();

    public int DistinctTerms(string text) => Words(text).Select(word => Stem(text[word])).Where(wanted.Contains).Distinct().Count();

    public List<SnippetPart> Snippet(string text)
    {
        var words = Words(text).ToList();
        var marks = words.Where(word => wanted.Contains(Stem(text[word]))).Select(word => word.GetOffsetAndLength(text.Length)).ToList();
        var (start, end) = Cut(text, words, marks.Count == 0 ? 0 : Densest(marks));
        var parts = new List<SnippetPart>();
        void Add(int from, int to, bool match)
        {
            if (from < to)
            {
                parts.Add(new SnippetPart(text[from..to], match));
            }
        }

        var at = start;
        foreach (var (offset, length) in marks.Where(mark => mark.Offset >= start && mark.Offset + mark.Length <= end))
        {
            Add(at, offset, match: false);
            Add(offset, offset + length, match: true);
            at = offset + length;
        }

        Add(at, end, match: false);
        return parts;
    }

    /// <summary>Where the stretch of a snippet's length begins that holds the most marks.</summary>
    private static int Densest(List<(int Offset, int Length)> marks) =>
        marks.MaxBy(first => marks.Count(mark => mark.Offset >= first.Offset && mark.Offset + mark.Length <= first.Offset + SnippetLength - 60)).Offset;

    /// <summary>A snippet's bounds at the edges of words, with some words before the first mark.</summary>
    private static (int Start, int End) Cut(string text, List<Range> words, int mark)
    {
        if (text.Length <= SnippetLength || words.Count == 0)
        {
            return (0, text.Length);
        }

        var earliest = Math.Max(0, Math.Min(mark - 60, text.Length - SnippetLength));
        var start = words.Select(word => word.Start.Value).First(offset => offset >= Math.Min(earliest, mark));
        start = earliest == 0 ? 0 : start;
        var end = words.Select(word => word.End.Value).LastOrDefault(offset => offset <= start + SnippetLength, text.Length);
        return end <= mark ? (mark, text.Length) : (start, text.Length - end < 8 ? text.Length : end);
    }

    private static IEnumerable<Range> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length;)
        {
            var rune = default(Rune);
            var length = 1;
            if (i < text.Length && !Rune.TryGetRuneAt(text, i, out rune))
            {
                rune = Rune.ReplacementChar;
            }
            else if (i < text.Length)
            {
                length = rune.Utf16SequenceLength;
            }

            var inWord = i < text.Length && (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark);
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (!inWord && start >= 0)
            {
                yield return start..i;
                start = -1;
            }

            i += length;
        }
    }

    /// <summary>A word without case, accents and the endings that the index's stemmer takes most often.</summary>
    private static string Stem(string word)
    {
        var folded = string.Concat(word.Normalize(NormalizationForm.FormD)
            .Where(character => char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
        foreach (var ending in (ReadOnlySpan<string>)["ing", "ed", "ies", "es", "ly", "s", "e", "y"])
        {
            if (folded.Length >= ending.Length + 3 && folded.EndsWith(ending, StringComparison.Ordinal))
            {
                var stem = folded[..^ending.Length];
                return stem.Length > 3 && stem[^1] == stem[^2] ? stem[..^1] : stem;
            }
        }

        return folded;
    }
}
