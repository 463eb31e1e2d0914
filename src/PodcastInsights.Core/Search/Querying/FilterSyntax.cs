using System.Buffers;

namespace PodcastInsights.Core.Search.Querying;

/// <summary>The syntax of filters: <c>speaker:lantern</c>, <c>speaker:"Bo Lantern"</c>.</summary>
internal static class FilterSyntax
{
    private const int MaxName = 20;

    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Writes a filter; a value of several words is quoted.</summary>
    public static string Write(string name, string value)
    {
        var plain = new string([.. value.Select(static letter => QuoteMarks.Any.Contains(letter) ? ' ' : letter)]).Trim();
        return plain.All(static letter => char.IsLetterOrDigit(letter) || letter is '-' or '.' or '/') ? $"{name}:{plain}" : $"{name}:\"{plain}\"";
    }

    /// <param name="rest">The rest of the query.</param>
    /// <param name="length">Length of the text up to the next space.</param>
    /// <param name="hints">Receives the reason why text that looks like a filter is not one.</param>
    /// <returns>The filter and its length in characters; null where there is none.</returns>
    public static (SearchFilter Filter, int Length)? TryRead(ReadOnlySpan<char> rest, int length, bool excluded, List<SearchHint> hints)
    {
        var colon = rest[..length].IndexOfAny(':', '：');
        if (colon is <= 0 or > MaxName)
        {
            return null;
        }

        var name = rest[..colon].ToString();
        var field = FilterField.Named(name);
        if (field is null && name.AsSpan().ContainsAnyExcept(NameLetters))
        {
            return null;
        }

        var value = rest[(colon + 1)..length];
        var end = length;
        if (value.IsEmpty && length < rest.Length && QuoteMarks.Any.Contains(rest[length]))
        {
            var close = rest[(length + 1)..].IndexOfAny(QuoteMarks.Any);
            if (close < 0)
            {
                return null;
            }

            value = rest.Slice(length + 1, close);
            end = length + close + 2;
        }

        if (field is not null)
        {
            if (SearchFilter.TryParse(field, value.ToString(), excluded) is { } filter)
            {
                return (filter, end);
            }

            hints.Add(new SearchHint(SearchHintKind.BadFilter, rest[..end].ToString()));
        }
        else if (!value.IsEmpty && !value.StartsWith("//", StringComparison.Ordinal))
        {
            // An address ("https://...") is no filter that went wrong.
            hints.Add(new SearchHint(SearchHintKind.UnknownFilter, name));
        }

        return null;
    }
}
