using PodcastInsights.Core.Citation;

namespace PodcastInsights.Core.Tests.Citation;

public sealed class EpisodeSketchTests
{
    [Theory]
    [InlineData(0, 1.0, 1.0)]
    [InlineData(3, EpisodeSketch.NearlyTheSame, 1.0)]        // some words were mended
    [InlineData(-1, 0.0, 0.3)]                               // another episode
    public void Episodes_are_alike_as_far_as_they_say_the_same(int edits, double least, double most)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            var said = Enumerable.Range(0, 20).Select(_ => ("Petra", Talk.Sentence(random, 40))).ToList();
            var other = edits < 0 ? Enumerable.Range(0, 20).Select(_ => ("Petra", Talk.Sentence(random, 40))).ToList() : [.. said];
            for (var edit = 0; edit < edits; edit++)
            {
                other[edit] = ("Mira", Edits.WordEdited(random, other[edit].Item2, chinese: false));
            }

            var (one, two) = (EpisodeSketch.Of(Talk.Of(said)), EpisodeSketch.Of(Talk.Of(other)));
            Assert.Equal(EpisodeSketch.Size, one.Count);
            Assert.InRange((double)one.Intersect(two).Count() / EpisodeSketch.Size, least, most);
        }
    }

    [Fact]
    public void A_few_words_make_a_small_sketch_and_no_words_make_none()
    {
        Assert.Single(EpisodeSketch.Of([Talk.Turn(1, null, "Good day.")]));
        Assert.Empty(EpisodeSketch.Of([Talk.Turn(1, null, "...")]));
    }
}
