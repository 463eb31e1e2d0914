using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Tests.Importing;

public sealed class ParallelEditionsTests
{
    private const string Long = "a sentence that goes on for a while, and then for another while, until it has said it all";

    [Fact]
    public void With_as_many_turns_every_turn_has_its_twin() =>
        Assert.Equal(["1=1", "2=2", "3=3"], Pairs("A B A", "甲 乙 甲"));

    [Fact]
    public void A_turn_missing_in_the_middle_leaves_both_ends_paired() =>
        Assert.Equal(["1=1", "2=2", "4=5", "5=6"], Pairs("A B C A B A", "甲 乙 丙x 乙 甲", longer: "丙x"));

    [Fact]
    public void What_cannot_be_told_keeps_its_own_anchor()
    {
        // Two speakers against one: the first turns may be twins, the second cannot be told.
        Assert.DoesNotContain("2=2", Pairs("A A A", "甲 乙"));
    }

    [Fact]
    public void Headings_stay_above_their_turns_whatever_ids_these_get()
    {
        var chinese = Edition("zh", "甲 乙 丙", null);
        var headed = chinese with { Sections = [new Section(1, "第一章", null, chinese.Turns[1].Id)] };

        var anchored = ParallelEditions.Anchored([Edition("en", "A B A", null), headed])[1];

        Assert.NotEqual(chinese.Turns[1].Id, anchored.Turns[1].Id);
        Assert.Equal(anchored.Turns[1].Id, anchored.Sections.Single().TurnId);
    }

    /// <summary>Numbers of the second edition's turns with the numbers of the first one's whose hash they have.</summary>
    private static List<string> Pairs(string first, string second, string? longer = null)
    {
        var anchored = ParallelEditions.Anchored([Edition("en", first, null), Edition("zh", second, longer)]);
        var numbers = anchored[0].Turns.ToDictionary(turn => turn.Id.Hash, turn => turn.Number);
        return
        [
            .. anchored[1].Turns
                .Where(turn => numbers.ContainsKey(turn.Id.Hash))
                .Select(turn => $"{turn.Number}={numbers[turn.Id.Hash]}"),
        ];
    }

    private static Edition Edition(string language, string names, string? longer)
    {
        var turns = names.Split(' ').Select((name, index) =>
        {
            var text = $"{language} {index} {Long} {(name == longer ? string.Join(' ', Enumerable.Repeat(Long, 20)) : "")}";
            return new Turn(TurnId.Of(index + 1, text), index + 1, name, false, null, [new Paragraph(text, null, false, language)]);
        }).ToList();
        var none = new Dictionary<string, string>();
        return new Edition(
            $"X.{language}.md", language, "test", none, none, null, null, [], null, null, null, [], turns, [], [], [], [], []);
    }
}
