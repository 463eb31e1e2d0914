using System.Buffers;
using PodcastInsights.Core.Search.Querying;

namespace PodcastInsights.Core.Search.Naming;

/// <summary>The end of what is being typed, which may go on.</summary>
/// <param name="Field">The filter whose value it is; null where it is none's.</param>
/// <param name="FieldName">The filter's name as typed.</param>
/// <param name="Value">What of the value has been typed; of a text without a filter, all of it.</param>
/// <param name="Start">Where what is to be completed begins, in characters of the whole text.</param>
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

    /// <summary>Where the quotation begins that the text ends in; -1 where it ends in none.</summary>
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
