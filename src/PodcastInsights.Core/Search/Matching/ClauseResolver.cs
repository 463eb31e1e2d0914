using PodcastInsights.Core.Search.Snippets;
using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>One condition of a query, resolved against an index.</summary>
/// <param name="Patterns">Patterns to highlight.</param>
/// <param name="Strict">Whether exactly this was asked for, so that a relaxed search must keep it.</param>
/// <param name="OtherScriptForms">Whether both Simplified and Traditional forms match.</param>
internal sealed record Clause(
    PostingList Postings, IReadOnlyList<TermPattern> Patterns, bool Strict, bool OtherScriptForms, SearchTerm? Term = null)
{
    /// <summary>Clauses with equal keys match at the same positions.</summary>
    public object Key => Term is { Tokens: [var token] } term ? (token.Text, term.Match) : this;
}

/// <summary>Resolves the parts of a query to posting lists, each word in all its forms.</summary>
/// <param name="within">
/// Lists of several parts are combined within these documents only. Single words keep their whole lists, which tell whether a word occurs
/// at all.
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
                // Nested alternatives are flattened, so that each list is read once whatever the depth.
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

    /// <summary>One clause for all the words that a misspelt one may mean.</summary>
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

            lists[i] = postings.AnyForm(token, others);
            forms[i] = new TokenForms([token, .. others]);
        }

        return new Clause(
            lists is [var one] ? one : PostingAlgebra.Phrase(lists.Select(list => list.Within(within)).ToList()), [new TermPattern(forms)], Strict: term.Match == TermMatch.Exact, otherScript, term);
    }

    private static IEnumerable<SearchNode> AlternativesOf(AnyOf any) =>
        any.Nodes.SelectMany(node => node is AnyOf inner ? AlternativesOf(inner) : [node]);

    private List<PostingList> ListsOf(List<Clause> clauses) => clauses.ConvertAll(clause => clause.Postings.Within(within));

    private static Clause Join(PostingList list, List<Clause> parts) => new(
        list, parts.SelectMany(static part => part.Patterns).ToList(), Strict: true, parts.Exists(static part => part.OtherScriptForms));
}
