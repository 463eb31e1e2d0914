using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Naming;
using PodcastInsights.Core.Search.Querying;
using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search.Beginnings;

/// <summary>Makes a few alternative queries for a query without results, changed as the person might have meant it.</summary>
internal sealed class OtherQueries(SearchCorpus corpus, Vocabulary vocabulary)
{
    // A query with more terms is a program's or an attack, and gets no alternatives.
    private const int MostTerms = 24;
    private const int MostFilters = 6;
    private const int MostLength = 240;

    /// <summary>Alternatives and how each differs, the most similar first; each once, and without the query itself.</summary>
    /// <param name="literal">Whether the search was for exactly what was typed, without corrections.</param>
    public IReadOnlyList<(OtherSearchKind Kind, string Text)> Of(SearchQuery query, bool literal)
    {
        if (query.Text.Length > MostLength || query.Filters.Count > MostFilters || TermsIn(query.Root).Take(MostTerms + 1).Count() > MostTerms)
        {
            return [];
        }

        var filters = query.Filters.Select(Corrected).ToList();
        var corrected = Map(query.Root, Corrected);
        var loose = Map(corrected, static term => [Loose(term)], apart: true);
        var most = Map(loose, term => IsSaid(term) ? [term] : [], apart: true, wanted: true);
        (OtherSearchKind Kind, SearchNode? Root, IReadOnlyList<SearchFilter> Filters)[] others =
        [
            (OtherSearchKind.Corrected, corrected, filters),
            (OtherSearchKind.WithoutQuotes, loose, filters),
            (OtherSearchKind.WithoutFilters, corrected, []),
            (OtherSearchKind.MostWords, most, []),
        ];
        var itself = QueryText.Of(query.Root, query.Filters);
        return
        [
            .. others.Where(static other => other.Root is not null || other.Filters.Count > 0)
                .Select(static other => (other.Kind, Text: QueryText.Of(other.Root, other.Filters)))
                .Where(other => other.Text.Length > 0 && (literal || other.Text != itself))
                .Select(other => other.Text == itself ? other with { Kind = OtherSearchKind.MostWords } : other)
                .DistinctBy(static other => other.Text),
        ];
    }

    /// <summary>Replaces each term of a query.</summary>
    /// <param name="apart">Whether words that had to be near each other may be anywhere.</param>
    /// <param name="wanted">Whether to drop excluded terms.</param>
    private static SearchNode? Map(SearchNode? node, Func<SearchTerm, IReadOnlyList<SearchTerm>> map, bool apart = false, bool wanted = false)
    {
        return node switch
        {
            SearchTerm term => All([.. map(term)]),
            NearGroup near when apart => All([.. near.Terms.SelectMany(map)]),
            NearGroup near => near with { Terms = [.. near.Terms.SelectMany(map)] },
            Not when wanted => null,
            Not not => Inner(not.Node) is { } inner ? new Not(inner) : null,
            AnyOf any => any.Nodes.Select(Inner).OfType<SearchNode>().ToList() is { Count: > 0 } kept ? kept.Count == 1 ? kept[0] : new AnyOf(kept) : null,
            AllOf all => All([.. all.Nodes.Select(Inner).OfType<SearchNode>()]),
            _ => null,
        };

        SearchNode? Inner(SearchNode inner) => Map(inner, map, apart, wanted);
    }

    private static SearchNode? All(List<SearchNode> nodes) => nodes.Count switch
    {
        0 => null,
        1 => nodes[0],
        _ => new AllOf(nodes),
    };

    private static SearchTerm Loose(SearchTerm term) => term.Match == TermMatch.Exact ? term with { Match = TermMatch.Inflected } : term;

    private static IEnumerable<SearchTerm> TermsIn(SearchNode? node) => node switch
    {
        SearchTerm term => [term],
        NearGroup near => near.Terms,
        Not not => TermsIn(not.Node),
        AnyOf any => any.Nodes.SelectMany(TermsIn),
        AllOf all => all.Nodes.SelectMany(TermsIn),
        _ => [],
    };

    /// <summary>Replaces words that do not occur in the library; a phrase keeps its quotation marks.</summary>
    private IReadOnlyList<SearchTerm> Corrected(SearchTerm term)
    {
        if (term.Match == TermMatch.Prefix)
        {
            return [term];
        }

        var text = term.Typed;
        var reader = new TokenReader(text, stackalloc char[TokenReader.MaxLength]);
        reader.MoveNext();
        var offset = term.Tokens[0].Start - reader.Start;
        foreach (var token in term.Tokens.Reverse())
        {
            if (token.Length > 0 && vocabulary.OccurrencesOf(token.Text) == 0 && vocabulary.CorrectionsOf(token.Text) is [var meant, ..])
            {
                text = string.Concat(text.AsSpan(0, token.Start - offset), meant.Text, text.AsSpan(token.Start - offset + token.Length));
            }
        }

        return text == term.Typed ? [term] : [term with { Typed = text, Tokens = QueryTerms.Phrase(text, 0) }];
    }

    private SearchFilter Corrected(SearchFilter filter)
    {
        var names = filter.Field.Offers switch
        {
            FilterOffer.Speakers => corpus.Names.Speakers,
            FilterOffer.Guests => corpus.Names.Guests,
            FilterOffer.Episodes => corpus.Names.Episodes,
            FilterOffer.Topics => corpus.Names.Topics,
            _ => null,
        };
        var typed = FoldedName.Of(filter.Value);

        // A filter matches whole words of a name only.
        return names?.Completing(typed, 1) is [var meant] && typed.Words.Except(FoldedName.Of(meant.Name).Words).Any()
            ? filter with { Value = meant.Name }
            : filter;
    }

    private bool IsSaid(SearchTerm term) => term.Match == TermMatch.Prefix
        || term.Tokens.Any(token => token.Text.Any(static letter => letter >= '\u2E80') || vocabulary.OccurrencesOf(token.Text) > 0);
}
