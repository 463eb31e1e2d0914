using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Querying;
using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search.Naming;

/// <summary>
/// Completes a query being typed: people and episodes by prefixes of all typed words, the last word from the library's vocabulary, and
/// values after the name of a filter.
/// </summary>
internal static class SearchSuggester
{
    private const int MaxWords = 8;
    private const int MaxNames = 5;

    public static SearchSuggestions Suggest(string typed, SearchCorpus corpus, Vocabulary vocabulary)
    {
        var text = UnicodeText.WellFormed(typed);
        text = text.Length > SearchQuery.MaxLength ? text[..SearchQuery.MaxLength] : text;
        var piece = TypedPiece.Of(text);
        var value = FoldedName.Of(piece.Value);
        var names = corpus.Names;
        if (piece.Field is null)
        {
            return value.Words.Count == 0 ? SearchSuggestions.None : new SearchSuggestions(
                WordsFor(text, piece, vocabulary),
                names.Speakers.Completing(value, MaxNames).Select(Speaker).ToList(),
                names.Episodes.Completing(value, MaxNames).Select(Episode).ToList(),
                [],
                piece.Start);
        }

        var offered = piece.Field.Offers switch
        {
            FilterOffer.Speakers => None with { Speakers = Offer(names.Speakers, name => With(Speaker(name), name.Name)) },
            FilterOffer.Guests => None with { Speakers = Offer(names.Guests, name => With(Guest(name), name.Name)) },

            // Completes with the slug, which is unique; the title's words may match other episodes too.
            FilterOffer.Episodes => None with { Episodes = Offer(names.Episodes, name => With(Episode(name), Episode(name).Slug.Value)) },
            FilterOffer.Topics => None with { Topics = Offer(names.Topics, name => With(Topic(name), name.Name)) },
            _ => None,
        };
        return offered with { Start = piece.Start };

        SuggestedName Speaker(IndexedName name) => new(name.Name, corpus.Speakers[name.Thing].Slug);

        SuggestedName Episode(IndexedName name) => new(name.Name, corpus.Episodes[name.Thing].Slug);

        List<SuggestedName> Offer(NameIndex among, Func<IndexedName, SuggestedName> name) =>
            [.. (value.Words.Count == 0 ? among.Heaviest(MaxNames) : among.Completing(value, MaxNames)).Select(name)];

        SuggestedName With(SuggestedName name, string given) => name with { Filter = FilterSyntax.Write(piece.FieldName, given) };
    }

    private static SearchSuggestions None => SearchSuggestions.None;

    private static SuggestedName Topic(IndexedName name) => new(name.Name, EpisodeSlug.From(name.Name));

    private static SuggestedName Guest(IndexedName name) => new(name.Name, EpisodeSlug.From(name.Name));

    /// <summary>A finished word, followed by a space, is not completed; nor is a sign, as in <c>50%</c>.</summary>
    private static List<string> WordsFor(string text, TypedPiece piece, Vocabulary vocabulary) =>
        piece.Start < text.Length && !char.IsWhiteSpace(text[^1]) && FoldedName.Of(text[piece.Start..]).Words is [.., var last]
            ? [.. vocabulary.StartingWith(last, MaxWords).Select(static word => word.Text)]
            : [];
}
