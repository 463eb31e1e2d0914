using System.Buffers;

namespace PodcastInsights.Core.Search.Querying;

/// <summary>Parses the query language; see <c>docs/search.md</c>. Reads once from left to right and never fails.</summary>
internal sealed class QueryParser
{
    // Deeper nesting is not a person's query; such brackets are ignored.
    private const int MaxDepth = 20;

    private static readonly SearchValues<char> ChunkEnds = SearchValues.Create("\"“”„‟«»「」『』＂()（）|");

    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\r\n\u00A0\u3000");

    private readonly string text;
    private readonly List<SearchFilter> filters = [];
    private readonly List<SearchHint> hints = [];
    private int next;
    private int depth;

    public QueryParser(string typed)
    {
        text = typed.Trim();
        if (text.Length > SearchQuery.MaxLength)
        {
            text = text[..SearchQuery.MaxLength];
            Hint(SearchHintKind.TooLong, "");
        }
    }

    public SearchQuery Parse()
    {
        var nodes = new List<SearchNode>();
        while (next < text.Length)
        {
            nodes.AddRange(Sequence());

            // Only a closing bracket that nothing opened stops the sequence before the end.
            if (next < text.Length)
            {
                Hint(SearchHintKind.LoneBracket, text[next].ToString());
                next++;
            }
        }

        return new SearchQuery(text, Join(nodes), filters, hints);
    }

    private List<SearchNode> Sequence()
    {
        var nodes = new List<SearchNode>();
        var orPending = false;
        while (SkipSpace() && text[next] is not (')' or '）'))
        {
            var start = next;
            if (TakeOperator("OR") || TakeOperator("|"))
            {
                if (nodes.Count > 0 && nodes[^1] is not Not && !orPending)
                {
                    orPending = true;
                }
                else
                {
                    nodes.AddRange(AsWord(start));
                }

                continue;
            }

            if (nodes.Count > 0 && TakeOperator("AND"))
            {
                if (!SkipSpace() || text[next] is ')' or '）')
                {
                    nodes.AddRange(AsWord(start));
                }

                continue;
            }

            var item = Item();
            if (orPending && Join(item) is { } alternative)
            {
                orPending = false;
                if (alternative is Not)
                {
                    nodes.Add(alternative);
                    continue;
                }

                var left = nodes[^1];
                nodes[^1] = left is AnyOf any ? new AnyOf([.. any.Nodes, alternative]) : new AnyOf([left, alternative]);
            }
            else
            {
                nodes.AddRange(item);
            }
        }

        if (orPending)
        {
            Hint(SearchHintKind.LoneOperator, "OR");
        }

        return nodes;
    }

    /// <summary>Parses one item. Several nodes where text without spaces contains several words.</summary>
    private List<SearchNode> Item()
    {
        var start = next;
        var excluded = text[next] is '-' or '−' or '－'
            && next + 1 < text.Length
            && !char.IsWhiteSpace(text[next + 1])
            && text[next + 1] != '-';
        if (excluded)
        {
            next++;
        }
        else if (TakeOperator("NOT"))
        {
            if (!SkipSpace() || text[next] is ')' or '）')
            {
                return AsWord(start);
            }

            excluded = true;
        }

        var nodes = Positive(excluded);
        return excluded && Join(nodes) is { } node ? [node is Not not ? not.Node : new Not(node)] : nodes;
    }

    private List<SearchNode> Positive(bool excluded)
    {
        if (QuoteMarks.Any.Contains(text[next]))
        {
            return Quoted();
        }

        if (text[next] is '(' or '（')
        {
            return Bracketed();
        }

        var start = next;
        var rest = text.AsSpan(next);
        if (NearSyntax.TryRead(rest, next) is { } near)
        {
            next += near.Length;
            return [near.Group];
        }

        var length = rest.IndexOfAny(ChunkEnds);
        var space = rest[..(length < 0 ? rest.Length : length)].IndexOfAny(Spaces);
        length = space >= 0 ? space : length < 0 ? rest.Length : length;
        if (FilterSyntax.TryRead(rest, length, excluded, hints) is { } filter)
        {
            filters.Add(filter.Filter);
            next += filter.Length;
            return [];
        }

        next = start + Math.Max(1, length);
        return Words(start, next);
    }

    private List<SearchNode> Quoted()
    {
        var open = next++;
        var close = text.AsSpan(next).IndexOfAny(QuoteMarks.Any);
        if (close < 0)
        {
            Hint(SearchHintKind.LoneQuote, text[open].ToString());
            return [];
        }

        var start = next;
        next += close + 1;
        var tokens = QueryTerms.Phrase(text.AsSpan(start, close), start);
        return tokens.Count == 0 ? [] : [new SearchTerm(text.Substring(start, close).Trim(), tokens, TermMatch.Exact)];
    }

    private List<SearchNode> Bracketed()
    {
        var open = next++;
        if (depth == MaxDepth)
        {
            return [];
        }

        depth++;
        var nodes = Sequence();
        depth--;
        if (next < text.Length)
        {
            next++;
        }
        else
        {
            Hint(SearchHintKind.LoneBracket, text[open].ToString());
        }

        return nodes.Count > 1 ? [new AllOf(nodes)] : nodes;
    }

    private List<SearchNode> Words(int start, int end)
    {
        var prefix = end - start > 1 && text[end - 1] is '*' or '＊';
        var terms = QueryTerms.Loose(text.AsSpan(start, end - start), start);
        if (prefix && terms.Count > 0 && char.IsLetterOrDigit(text[end - 2]))
        {
            terms[^1] = terms[^1] with { Match = TermMatch.Prefix };
        }

        return [.. terms];
    }

    private List<SearchNode> AsWord(int start)
    {
        Hint(SearchHintKind.LoneOperator, text[start..next]);
        return Words(start, next);
    }

    private bool TakeOperator(string name)
    {
        if (!text.AsSpan(next).StartsWith(name, StringComparison.Ordinal))
        {
            return false;
        }

        var after = next + name.Length;
        if (name != "|" && after < text.Length && !char.IsWhiteSpace(text[after]) && text[after] is not ('(' or ')' or '（' or '）' or '"'))
        {
            return false;
        }

        next = after;
        return true;
    }

    private bool SkipSpace()
    {
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return next < text.Length;
    }

    private void Hint(SearchHintKind kind, string piece) => hints.Add(new SearchHint(kind, piece));

    private static SearchNode? Join(List<SearchNode> nodes) => nodes.Count switch
    {
        0 => null,
        1 => nodes[0],
        _ => new AllOf([.. nodes]),
    };
}
