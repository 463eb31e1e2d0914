using CsCheck;

namespace PodcastInsights.Core.Search.Matching;

public sealed class DocumentScorerTests
{
    private const int Documents = 12;

    [Fact]
    public void A_document_that_is_passed_over_scores_no_more_than_the_bar()
    {
        // Up to 300 positions in a document: more than one byte of weight tells.
        var positions = Gen.Int[1, 900].HashSet[1, 300].Array[Documents, Documents];
        Gen.Select(positions, Gen.Int[1, 900].Array[Documents, Documents], Gen.Bool, Gen.Float[0f, 3f]).Sample(static (places, lengths, takeaways, bar) =>
        {
            var scorer = Score(places, lengths, takeaways);
            for (var document = 0; document < Documents; document++)
            {
                var score = scorer.Score(document, [document], float.NegativeInfinity);

                Assert.True(scorer.MayBeat(bar, [document]) || score <= bar, $"{score} was passed over for {bar}");
                Assert.True(scorer.MayBeat(float.NegativeInfinity, [document]));
            }
        });
    }

    [Fact]
    public void Where_a_word_is_rare_in_a_long_document_it_is_passed_over()
    {
        var places = Enumerable.Range(0, Documents).Select(static i => Enumerable.Range(1, i == 0 ? 1 : 40).ToHashSet()).ToArray();
        var scorer = Score(places, [.. Enumerable.Repeat(50, Documents)], takeaways: false);

        Assert.False(scorer.MayBeat(scorer.Score(1, [1], float.NegativeInfinity), [0]));
    }

    private static DocumentScorer Score(HashSet<int>[] places, int[] lengths, bool takeaways)
    {
        var documents = new SearchDocumentsBuilder();
        var list = new SortedDictionary<int, SortedSet<int>>();
        for (var i = 0; i < Documents; i++)
        {
            var traits = takeaways ? DocumentTraits.Live | DocumentTraits.Takeaway : DocumentTraits.Live;
            documents.Add(i, new SearchDocument(i, 0, -1, lengths[i], 0, traits));
            list[i] = [.. places[i]];
        }

        var corpus = new SearchCorpus(documents.Build(), [], [], ["en"], Documents, lengths.Average());
        return new DocumentScorer(corpus, [new Clause(Postings.Of(list), [], Strict: false, OtherScriptForms: false)], DocumentRange.All);
    }
}
