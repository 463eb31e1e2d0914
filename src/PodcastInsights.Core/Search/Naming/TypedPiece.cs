using System.Buffers;
using PodcastInsights.Core.Search.Querying;

namespace PodcastInsights.Core.Search.Naming;

/// <summary>The last part of a text being typed, which is to be completed.</summary>
/// <param name="Field">The filter of which it is the value; null for none.</param>
/// <param name="FieldName">The filter's name as typed.</param>
/// <param name="Value">The typed part of the value; without a filter, the whole text.</param>
/// <param name="Start">Start of the part to be completed, in characters of the whole text.</param>
internal readonly record struct TypedPiece(FilterField? Field, string FieldName, string Value, int Start)
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\u00A0\u3000)）");

    public static TypedPiece Of(string typed)
    {
        var opened = OpenQuote(typed);
        if (opened > 0 && typed[opened - 1] is ':' or '：' && FilterBefore(typed, opened - 1) is { } quoted)
        {
            return quoted with { Value = typed[(opened + 1)..] };
        }

        var colon = typed.AsSpan().LastIndexOfAny(':', '：');
        if (opened < 0 && colon > 0 && !typed.AsSpan(colon + 1).ContainsAny(Ends) && FilterBefore(typed, colon) is { } filter)
        {
            return filter with { Value = typed[(colon + 1)..] };
        }

        return new TypedPiece(null, "", typed, LastWord(typed));
    }

    /// <summary>Start of a quotation that is still open at the end; -1 for none.</summary>
    private static int OpenQuote(string typed)
    {
        var open = -1;
        for (var i = 0; i < typed.Length; i++)
        {
            if (QuoteMarks.Any.Contains(typed[i]))
            {
                open = open < 0 ? i : -1;
            }
        }

        return open;
    }

    private static TypedPiece? FilterBefore(string typed, int colon)
    {
        var start = colon;
        while (start > 0 && char.IsLetter(typed[start - 1]))
        {
            start--;
        }

        return FilterField.Named(typed[start..colon]) is { } field ? new TypedPiece(field, typed[start..colon], "", start) : null;
    }

    private static int LastWord(string typed)
    {
        var start = typed.Length;
        var reader = new TokenReader(typed, stackalloc char[TokenReader.MaxLength]);
        while (reader.MoveNext())
        {
            start = reader.Start;
        }

        return start;
    }
}
