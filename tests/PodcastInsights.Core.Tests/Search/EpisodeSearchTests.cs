using CsCheck;

namespace PodcastInsights.Core.Search;

/// <summary>Finding in one episode what a search finds in all.</summary>
public sealed class EpisodeSearchTests
{
    private static readonly string[] Episodes = ["Looms", "Lamps", "Lamps and looms"];

    [Fact]
    public void The_turns_of_an_episode_are_those_that_a_search_narrowed_to_it_finds()
    {
        var word = Gen.OneOf("loom", "looms", "lamp", "weaver", "of", "the", "tide", "灯塔");
        var phrase = word.Array[2, 3].Select(static words => $"\"{string.Join(' ', words)}\"");
        var part = Gen.OneOf(
            word,
            phrase,
            word.Array[2, 3].Select(static words => string.Join('-', words)),
            word.Select(static one => one[..1] + "*"),
            word.Array[2, 2].Select(static words => $"NEAR({words[0]} {words[1]}, 3)"),
            Gen.Select(word, phrase).Select(static (one, other) => $"({one} OR {other})"),
            Gen.Select(word, word).Select(static (one, other) => $"{one} -{other}"));
        var turn = Gen.Select(word.Array[1, 30], Gen.OneOf(Episodes))
            .Select(static (words, episode) => new SampleTurn("Ada Quill", string.Join(' ', words), Episode: episode));
        Gen.Select(turn.Array[3, 60], part.Array[1, 4], Gen.OneOf(Episodes)).Sample(
            static (turns, parts, episode) =>
            {
                var index = new SampleIndex(turns);
                var typed = string.Join(' ', parts);
                var everywhere = index.Search(typed, literal: true);
                var here = everywhere.Hits.Select(static hit => hit.Document).Where(number => turns[number - 1].Episode == episode).Order().ToList();

                // Where next to nothing is found, turns that hold most of the words are taken, in an episode as in all.
                Assert.True(here.Count < 3 || here.SequenceEqual(index.FindIn(episode, typed)), typed);
                Assert.Subset(index.FindIn(episode, typed).ToHashSet(), here.ToHashSet());
            },
            iter: 500);
    }

    [Fact]
    public void What_is_corrected_for_all_is_corrected_in_an_episode()
    {
        var index = new SampleIndex(
            new SampleTurn("Ada Quill", "the lanterns were lit", Episode: "Lamps"),
            new SampleTurn("Ada Quill", "nobody wove", Episode: "Looms"));

        Assert.Equal([1], index.FindIn("Lamps", "lantrens"));
        Assert.Empty(index.FindIn("Looms", "lantrens"));
    }

    [Fact]
    public void Filters_narrow_within_the_episode()
    {
        var index = new SampleIndex(
            new SampleTurn("Ada Quill", "a lamp", Episode: "Lamps"),
            new SampleTurn("Bo Lantern", "a lamp", Episode: "Lamps"),
            new SampleTurn("Bo Lantern", "a lamp", Episode: "Looms"));

        Assert.Equal([2], index.FindIn("Lamps", "speaker:bo"));
        Assert.Equal([1, 2], index.FindIn("Lamps", "topic:shipping lamp"));
        Assert.Empty(index.FindIn("Lamps", "lamp episode:looms"));
        Assert.Empty(index.FindIn("Bells", "lamp"));
    }
}
