using PodcastInsights.Core.Search.Snippets;
using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>One condition of a query, resolved against an index.</summary>
/// <param name="Patterns">What to mark where it is found.</param>
/// <param name="Strict">Whether the person asked for exactly this, so that a relaxed search keeps it.</param>
/// <param name="OtherScriptForms">Whether Simplified is found for Traditional or the other way round.</param>
internal sealed record Clause(
    PostingList Postings, IReadOnlyList<TermPattern> Patterns, bool Strict, bool OtherScriptForms, SearchTerm? Term = null)
{
    /// <summary>Clauses of equal keys are found in the same places.</summary>
    public object Key => Term is { Tokens: [var token] } term ? (token.Text, term.Match) : this;
}

/// <summary>Finds where the parts of a query stand, each word in all its forms.</summary>
/// <param name="within">
/// What is joined of several parts is joined within these documents alone. Single words keep all of theirs, which tell whether anybody says
/// them.
/// </param>
internal sealed class ClauseResolver(
    IPostings postings, Vocabulary vocabulary, DocumentRange within, CancellationToken cancellationToken)
{
    public Clause Resolve(SearchNode node)
    {
        switch (node)
        {
            case SearchTerm term:
                return ResolveTerm(term);
            case NearGroup near:
                var terms = near.Terms.Select(ResolveTerm).ToList();
                return Join(PostingAlgebra.Near(ListsOf(terms), near.Distance), terms);
            case AnyOf any:
                // Alternatives of alternatives are alternatives: joined at once, each list is read once however deep they are nested.
                var alternatives = AlternativesOf(any).Select(Resolve).DistinctBy(static clause => clause.Key).ToList();
                return Join(PostingAlgebra.Union(ListsOf(alternatives)), alternatives);
            case AllOf all:
                var wanted = all.Nodes.Where(static part => part is not Not).Select(Resolve).ToList();
                var list = wanted.Count == 0 ? PostingList.Empty : PostingAlgebra.Intersect(ListsOf(wanted));
                return Join(
                    all.Nodes.OfType<Not>().Aggregate(list, (kept, not) => PostingAlgebra.Except(kept, Resolve(not.Node).Postings)),
                    wanted);
            default:
                throw new ArgumentException($"A {node.GetType().Name} is no condition of its own.", nameof(node));
        }
    }

    /// <summary>The words that a misspelt one may have meant, as one clause.</summary>
    public Clause ResolveInstead(SearchTerm term, IReadOnlyList<string> meant)
    {
        var forms = meant.SelectMany(word => vocabulary.InflectionsOf(word).Prepend(word)).Append(term.Tokens[0].Text).Distinct().ToList();
        var list = postings.Derived(
            $"{meant.Count} of {string.Join(' ', forms)}",
            after => PostingAlgebra.Union(forms.ConvertAll(postings.Token), otherFrom: meant.Count, after));
        return new Clause(list, [new TermPattern([new TokenForms(forms)])], Strict: false, OtherScriptForms: false, term);
    }

    public Clause ResolveTerm(SearchTerm term)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var lists = new PostingList[term.Tokens.Count];
        var forms = new TokenForms[term.Tokens.Count];
        var otherScript = false;
        for (var i = 0; i < lists.Length; i++)
        {
            var token = term.Tokens[i].Text;
            if (term.Match == TermMatch.Prefix && i == lists.Length - 1)
            {
                lists[i] = postings.Prefix(token);
                forms[i] = new TokenForms([], token);
                continue;
            }

            var others = HanForms.OthersOf(token);
            otherScript |= others.Count > 0;
            if (others.Count == 0 && term.Match == TermMatch.Inflected)
            {
                others = vocabulary.InflectionsOf(token);
            }

            lists[i] = others.Count == 0 ? postings.Token(token) : AnyForm(token, others);
            forms[i] = new TokenForms([token, .. others]);
        }

        return new Clause(
            lists is [var one] ? one : PostingAlgebra.Phrase(lists.Select(list => list.Within(within)).ToList()), [new TermPattern(forms)], Strict: term.Match == TermMatch.Exact, otherScript, term);
    }

    private static IEnumerable<SearchNode> AlternativesOf(AnyOf any) =>
        any.Nodes.SelectMany(node => node is AnyOf inner ? AlternativesOf(inner) : [node]);

    private PostingList AnyForm(string token, IReadOnlyList<string> others)
    {
        // The forms belong to the key: a larger vocabulary may know more of them.
        var key = $"{token} {string.Join(' ', others)}";
        return postings.Derived(
            key, after => PostingAlgebra.Union([postings.Token(token), .. others.Select(postings.Token)], otherFrom: 1, after));
    }

    private List<PostingList> ListsOf(List<Clause> clauses) => clauses.ConvertAll(clause => clause.Postings.Within(within));

    private static Clause Join(PostingList list, List<Clause> parts) => new(
        list, parts.SelectMany(static part => part.Patterns).ToList(), Strict: true, parts.Exists(static part => part.OtherScriptForms));
}
