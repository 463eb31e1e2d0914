using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Storage.Tests;

/// <summary>Reading turns for checking quotations.</summary>
public abstract class SpokenTurnsContract(StoreEngine engine) : StoreContract(engine)
{
    private static readonly Sample Lamps = new("Lamps")
    {
        Turns =
        [
            ("Mina Host", ["Who lit the first lamp?"]),
            ("Ada Byron", ["But lamps of silver came late.", "ad: Buy a lamp today."]),
            (null, ["Hear, hear."]),
            ("Mina Host", ["And the last one?"]),
            ("Ada Byron", ["Nobody lights that."]),
        ],
        FurtherEditions = [(new Sample("Lamps") { Language = "zh", Turns = [("明娜", ["第一盏灯是谁点的？"]), ("艾达", ["没有人。"])] }).Edition()],
    };

    private static readonly Sample Bells = new("Bells") { Turns = [("Bo Quill", ["A silver bell hung under a lamp."])] };

    [Theory]
    [InlineData(3, 1, 1, new[] { 2, 3, 4 })]
    [InlineData(3, 0, 0, new[] { 3 })]
    [InlineData(1, 2, 1, new[] { 1, 2 })]          // fewer at the ends
    [InlineData(5, 1, 9, new[] { 4, 5 })]
    [InlineData(2, 99, 99, new[] { 1, 2, 3, 4, 5 })]
    public async Task A_turn_comes_with_those_around_it(int number, int before, int after, int[] expected)
    {
        await WriteAsync(Bells, Lamps);
        var around = (await AroundAsync(Lamps, 0, number, before, after))!;
        Assert.Equal(expected, around.Turns.Select(turn => turn.Number));
        Assert.Equal((number, null), (around.Turns[around.Asked].Number, around.Edition));
        Assert.All(around.Turns, turn => Assert.Equal(
            (Lamps.Turns[turn.Number - 1].Speaker, string.Join('|', Lamps.Turns[turn.Number - 1].Paragraphs)),
            (turn.Speaker, string.Join('|', turn.Paragraphs.Select(paragraph => paragraph.Text)))));
    }

    [Fact]
    public async Task They_are_of_its_edition_which_is_named_where_it_is_not_the_default_one()
    {
        await WriteAsync(Bells, Lamps);
        var around = (await AroundAsync(Lamps, 1, 1, 5, 5))!;
        Assert.Equal((2, 0, "zh"), (around.Turns.Count, around.Asked, around.Edition));
        Assert.Equal(["明娜", "艾达"], around.Turns.Select(turn => turn.Speaker));
    }

    [Fact]
    public async Task Words_of_a_sponsor_read_are_known_as_such()
    {
        await WriteAsync(Lamps);
        Assert.Equal([false, true], (await AroundAsync(Lamps, 0, 2, 0, 0))!.Turns[0].Paragraphs.Select(paragraph => paragraph.Sponsor));
    }

    [Fact]
    public async Task A_turn_that_is_gone_is_null()
    {
        await WriteAsync(Bells, Lamps);
        Assert.All(await InSessionAsync(async session => (SpokenTurns?[])
            [await session.TurnsAroundAsync(long.MaxValue, 1, 1, None), await session.TurnsAroundAsync(-1, 1, 1, None)]), Assert.Null);
    }

    private Task<T> InSessionAsync<T>(Func<ISearchSession, Task<T>> work) => Engine.Source.ReadAsync(
        async session =>
        {
            await session.BeginAsync(None);
            var read = await work(session);
            await session.EndAsync(None);
            return read;
        },
        None);

    /// <param name="edition">From 0, in the order of the files.</param>
    private Task<SpokenTurns?> AroundAsync(Sample sample, int edition, int number, int before, int after) => InSessionAsync(async session =>
    {
        var runs = await session.RunsAsync(None);
        var turns = new List<long>();
        await foreach (var stored in session.ReadAsync(runs, None))
        {
            if (stored.Episode.Slug == sample.Slug)
            {
                turns.AddRange(new PackedDocuments(stored.Documents).Select(document => document.Turn).Distinct());
            }
        }

        turns.Sort();
        var skipped = edition == 0 ? 0 : sample.Turns.Length;
        return await session.TurnsAroundAsync(turns[skipped + number - 1], before, after, None);
    });
}
