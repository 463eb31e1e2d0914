using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Feeds;
using PodcastInsights.Core.Search;

namespace PodcastInsights.Storage.Tests;

/// <summary>What feeds know an episode by, through imports that edit, rename and remove.</summary>
public abstract class FeedContract(StoreEngine engine) : StoreContract(engine)
{
    private static readonly DateTime First = new(2024, 3, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Second = First.AddDays(1);
    private static readonly DateTime Third = First.AddDays(2);

    private static readonly (string? Speaker, string[] Paragraphs)[] Words =
    [
        ("Mina Host", ["Welcome to the workshop, everyone who likes looms and their long history."]),
        ("Ada Byron", ["Engines weave patterns as looms weave leaves, and I have seen both of them at work."]),
        ("Mina Host", ["Which of them is older, and by how much, would you say?"]),
        ("Ada Byron", ["Looms, by some thousand years, as anybody can tell who dug near a river."]),
    ];

    private static readonly Sample Talk = new("Talk") { Turns = Words, ReadAt = First, PublishedOn = new DateOnly(2023, 5, 6) };

    [Fact]
    public async Task What_the_first_import_brings_has_its_own_date_and_what_comes_later_that_of_its_coming()
    {
        await WriteAsync(Talk);
        await WriteAsync(Talk with { Name = "Old", ReadAt = Second, PublishedOn = new DateOnly(1999, 1, 2) });

        var (talk, old) = (await StampAsync("Talk"), await StampAsync("Old"));
        var noon = new DateTime(2023, 5, 6, 12, 0, 0, DateTimeKind.Utc);
        Assert.Equal((true, noon, noon, null), (talk.IsEarly, talk.ArrivedAt, talk.UpdatedAt, talk.LatestAt));
        Assert.Equal((false, Second, Second, Second), (old.IsEarly, old.ArrivedAt, old.UpdatedAt, old.LatestAt));
        Assert.Equal(1999, old.PublishedAt(new DateOnly(1999, 1, 2)).Year);
    }

    [Fact]
    public async Task Without_a_date_the_time_of_its_file_is_taken_unless_it_is_to_come()
    {
        var written = First.AddYears(-3);
        await WriteAsync(
            Talk with { PublishedOn = null, WrittenAt = written },
            Talk with { Name = "Odd clock", PublishedOn = null, WrittenAt = First.AddYears(3) },
            Talk with { Name = "No clock", PublishedOn = null });

        Assert.Equal((written, written), ((await StampAsync("Talk")).UpdatedAt, (await StampAsync("Talk")).PublishedAt(null)));
        Assert.Equal(First, (await StampAsync("Odd clock")).UpdatedAt);
        Assert.Equal(First, (await StampAsync("No clock")).UpdatedAt);
    }

    [Fact]
    public async Task A_future_date_is_replaced_by_the_time_of_the_import()
    {
        await WriteAsync(Talk with { PublishedOn = new DateOnly(2030, 1, 1) });

        Assert.Equal(First, (await StampAsync("Talk")).UpdatedAt);
        Assert.Equal(First, (await StampAsync("Talk")).PublishedAt(new DateOnly(2030, 1, 1)));
    }

    [Fact]
    public async Task An_episode_that_is_written_again_with_the_same_words_is_as_it_was()
    {
        await WriteAsync(Talk);
        var before = await StampAsync("Talk");
        await WriteAsync(Talk with
        {
            ReadAt = Second,
            Title = "Another title",
            PublishedOn = new DateOnly(2020, 1, 1),
            Topics = ["weaving"],
            Turns = [("M. Host", ["WELCOME to the workshop — everyone who likes looms,", "and their long history!"]), .. Words[1..]],
        });

        Same(before, await StampAsync("Talk"));
    }

    [Fact]
    public async Task Words_that_are_only_parted_into_other_turns_are_no_news()
    {
        await WriteAsync(Talk);
        var before = await StampAsync("Talk");
        await WriteAsync(Talk with { ReadAt = Second, Turns = [("Mina Host", [.. Words[0].Paragraphs, .. Words[1].Paragraphs]), .. Words[2..]] });

        var after = await StampAsync("Talk");
        Assert.Equal((before.UpdatedAt, before.LatestAt), (after.UpdatedAt, after.LatestAt));
        Assert.All(after.Spoken.Bodies[0].Turns, turn => Assert.Null(turn.ChangedAt));
    }

    [Fact]
    public async Task An_edit_of_one_turn_is_news_of_the_episode_and_of_that_turn_alone()
    {
        await WriteAsync(Talk, Talk with { Name = "Other" });
        var (before, other) = (await StampAsync("Talk"), await StampAsync("Other"));
        await WriteAsync(Talk with { ReadAt = Second, Turns = [Words[0], ("Ada Byron", ["Machines weave leaves."]), .. Words[2..]] });

        var after = await StampAsync("Talk");
        Assert.Equal((before.Origin, before.ArrivedAt, Second, Second), (after.Origin, after.ArrivedAt, after.UpdatedAt, after.LatestAt));
        Assert.Equal(KeysOf(before), KeysOf(after));
        Assert.Equal([null, Second, null, null], after.Spoken.Bodies[0].Turns.Select(turn => turn.ChangedAt));
        Same(other, await StampAsync("Other"));
    }

    [Fact]
    public async Task A_turn_that_is_put_in_is_new_and_moves_no_other()
    {
        await WriteAsync(Talk);
        var before = await StampAsync("Talk");
        await WriteAsync(Talk with { ReadAt = Second, Turns = [("Petra", ["Good day, and mind the cables."]), .. Words] });

        var after = await StampAsync("Talk");
        Assert.Equal(KeysOf(before), KeysOf(after)[1..]);
        Assert.Equal([1, 1, 2, 3, 4], after.Spoken.Bodies[0].Turns.Select(turn => turn.Number));
        Assert.Equal([Second, null, null, null, null], after.Spoken.Bodies[0].Turns.Select(turn => turn.ChangedAt));
    }

    [Fact]
    public async Task A_renamed_episode_is_the_same_and_one_that_takes_its_name_is_another()
    {
        await WriteAsync(Talk);
        var before = await StampAsync("Talk");
        await RenameAsync("Talk", Talk with { Name = "Conversation", ReadAt = Second });
        Same(before with { Slug = EpisodeSlug.From("Conversation") }, await StampAsync("Conversation"));

        await WriteAsync(new Sample("Talk") { ReadAt = Third, Turns = [("Petra", ["Something else entirely, about boats and how to caulk them."])] });
        Assert.NotEqual(before.Origin, (await StampAsync("Talk")).Origin);
        Same(before with { Slug = EpisodeSlug.From("Conversation") }, await StampAsync("Conversation"));
    }

    [Fact]
    public async Task A_renamed_episode_that_was_edited_on_the_way_is_the_same_with_news()
    {
        await WriteAsync(Talk);
        var before = await StampAsync("Talk");
        await RenameAsync("Talk", Talk with { Name = "Conversation", ReadAt = Second, Turns = [.. Words, ("Petra", ["Good night."])] });

        var after = await StampAsync("Conversation");
        Assert.Equal((before.Origin, before.SeenAt, Second), (after.Origin, after.SeenAt, after.UpdatedAt));
        Assert.Equal(KeysOf(before), KeysOf(after)[..^1]);
    }

    [Fact]
    public async Task An_episode_that_goes_and_comes_back_is_the_same_under_either_name()
    {
        await WriteAsync(Talk);
        var before = await StampAsync("Talk");
        await RemoveAsync("Talk");
        Assert.Empty(await Engine.Feeds.StampsAsync([EpisodeSlug.From("Talk")], None));
        await WriteAsync(Talk with { ReadAt = Second });
        Same(before, await StampAsync("Talk"));

        await RemoveAsync("Talk");
        await WriteAsync(Talk with { Name = "Conversation", ReadAt = Third });
        Same(before with { Slug = EpisodeSlug.From("Conversation") }, await StampAsync("Conversation"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_file_names_as_its_earlier_name_is_the_same_whatever_it_says_now(bool inOneImport)
    {
        await WriteAsync(Talk);
        var before = await StampAsync("Talk");
        var other = new Sample("Boats") { ReadAt = Second, Aliases = ["talk"], Turns = [("Petra", ["Something else entirely, about boats."])] };
        if (inOneImport)
        {
            await RenameAsync("Talk", other);
        }
        else
        {
            await RemoveAsync("Talk");
            await WriteAsync(other);
        }

        var after = await StampAsync("Boats");
        Assert.Equal((before.Origin, before.SeenAt, Second), (after.Origin, after.SeenAt, after.UpdatedAt));
    }

    [Fact]
    public async Task A_name_that_an_episode_has_is_not_taken_from_it()
    {
        await WriteAsync(Talk);
        var before = await StampAsync("Talk");
        await WriteAsync(new Sample("Boats") { ReadAt = Second, Aliases = ["talk"] });

        Same(before, await StampAsync("Talk"));
        Assert.NotEqual(before.Origin, (await StampAsync("Boats")).Origin);
    }

    [Fact]
    public async Task A_library_that_is_made_anew_names_its_episodes_and_turns_as_before()
    {
        await WriteAsync(Talk, new Sample("New name") { Aliases = ["old-name"], ReadAt = First });

        Assert.Equal("talk", (await StampAsync("Talk")).Origin);
        Assert.Equal("old-name", (await StampAsync("New name")).Origin);
        Assert.Equal(KeysOf(await StampAsync("Talk")).Distinct(), KeysOf(await StampAsync("Talk")));
        Assert.Equal(784681368732050837UL, KeysOf(await StampAsync("Talk"))[0]); // of the words alone: another number would be news to every reader
    }

    [Fact]
    public async Task Episodes_are_listed_as_they_came_and_those_that_came_together_by_date()
    {
        Sample[] early = [.. Enumerable.Range(1, 9).Select(day => Talk with { Name = $"Early {day}", PublishedOn = new DateOnly(2020, 1, day) })];
        await WriteAsync(early);
        await WriteAsync(
            Talk with { Name = "Late old", ReadAt = Second, PublishedOn = new DateOnly(1990, 1, 1) },
            Talk with { Name = "Late new", ReadAt = Second, PublishedOn = new DateOnly(2022, 1, 1) });
        await WriteAsync(Talk with { Name = "Early 3", ReadAt = Third, PublishedOn = new DateOnly(2024, 1, 1), Turns = Words[..2] });

        string[] expected = ["late-new", "late-old", .. Enumerable.Range(1, 9).Reverse().Select(day => $"early-{day}")];
        Assert.Equal(11, await Engine.Feeds.CountAsync(null, None));
        Assert.Equal(expected, (await Engine.Feeds.ListAsync(null, 0, 50, None)).Select(episode => episode.Summary.Slug.Value));
        Assert.Equal(expected[4..6], (await Engine.Feeds.ListAsync(null, 4, 2, None)).Select(episode => episode.Summary.Slug.Value));
        EpisodeSlug[] some = [EpisodeSlug.From("early-2"), EpisodeSlug.From("late-old"), EpisodeSlug.From("nothing")];
        Assert.Equal(2, await Engine.Feeds.CountAsync(some, None));
        Assert.Equal(["late-old", "early-2"], (await Engine.Feeds.ListAsync(some, 0, 50, None)).Select(episode => episode.Summary.Slug.Value));
    }

    [Fact]
    public async Task An_entry_has_the_names_of_its_own_file_and_its_first_words()
    {
        await WriteAsync(new Sample("Talk")
        {
            Title = "On looms",
            Turns = [("Speaker 3", ["Is this on?"]), .. Words],
            MediaUrl = "https://media.example/talk.mp3",
        });

        var entry = (await Engine.Feeds.ListAsync(null, 0, 50, None)).Single();
        Assert.Equal(("On looms", "Is this on?", "en"), (entry.Summary.Titles["en"], entry.Opening, entry.OpeningLanguage));
        Assert.Contains("Mina Host", entry.Speakers);
        Assert.Equal("https://media.example/talk.mp3", (await Engine.Feeds.HeardAsync(None)).Single().MediaUrl);
    }

    [Fact]
    public async Task The_latest_words_are_found_first_whatever_their_dates()
    {
        await WriteAsync([.. Enumerable.Range(1, 4).Select(day => Talk with { Name = $"Early {day}", PublishedOn = new DateOnly(2020, 1, day) })]);
        await WriteAsync(Talk with { Name = "Late", ReadAt = Second, PublishedOn = new DateOnly(1990, 1, 1) });
        await WriteAsync(Talk with { Name = "Early 2", ReadAt = Third, Turns = [.. Words, ("Petra", ["And leaves, of course."])] });
        await WriteAsync(Talk with { Name = "Early 3", ReadAt = Third.AddDays(1), PublishedOn = new DateOnly(2020, 1, 3), Title = "Another title" });

        var request = new SearchRequest(SearchQuery.Parse("leaves"), Sort: SearchSort.Latest);
        var found = (await Engine.Search.SearchAsync(request, None)).Items.Select(hit => hit.Episode.Value).Distinct();
        Assert.Equal(["early-2", "late", "early-4", "early-3", "early-1"], found);
    }

    private static ulong[] KeysOf(EpisodeStamp stamp) => [.. stamp.Spoken.Bodies.SelectMany(body => body.Turns).Select(turn => turn.Key)];

    private static void Same(EpisodeStamp expected, EpisodeStamp actual)
    {
        Assert.Equal(expected with { Spoken = SpokenStamps.Unpack([]) }, actual with { Spoken = SpokenStamps.Unpack([]) }, ApartFromTurns);
        Assert.Equal(expected.Spoken.Pack(), actual.Spoken.Pack());
    }

    private static bool ApartFromTurns(EpisodeStamp left, EpisodeStamp right) =>
        left with { Spoken = right.Spoken } == right;

    private async Task<EpisodeStamp> StampAsync(string name) =>
        (await Engine.Feeds.StampsAsync([EpisodeSlug.From(name)], None)).Values.Single();

    private async Task RenameAsync(string name, Sample heir)
    {
        await using var session = await Writer.BeginAsync(None);
        await session.WriteAsync(heir.BuildRecord(), None);
        await session.RemoveAsync(EpisodeSlug.From(name), None);
        await session.CompleteAsync(None);
    }

    private async Task RemoveAsync(string name)
    {
        await using var session = await Writer.BeginAsync(None);
        await session.RemoveAsync(EpisodeSlug.From(name), None);
        await session.CompleteAsync(None);
    }
}
