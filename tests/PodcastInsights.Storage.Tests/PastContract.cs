using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Tests;

/// <summary>The stored turns and addresses that do not exist any more.</summary>
public abstract class PastContract(StoreEngine engine) : StoreContract(engine)
{
    private static readonly EpisodeSlug Slug = EpisodeSlug.From("Talk");

    private static readonly Sample Talk = new("Talk")
    {
        Turns =
        [
            ("Mina Host", ["Welcome to the workshop, everyone who likes looms."]),
            ("Ada Byron", ["Engines weave patterns as looms weave leaves, and I have seen both."]),
            ("Mina Host", ["Which of them is older, and by how much?"]),
        ],
    };

    private static TurnId Id => TurnId.Of(2, Talk.Turns[1].Paragraphs[0]);

    [Fact]
    public async Task An_edited_turn_is_remembered_with_the_one_that_it_became()
    {
        await WriteAsync(Talk);
        await WriteAsync(Edited("Machines weave patterns as looms weave leaves, and I have seen both."));

        var match = (await Reader.FindTurnAsync(Slug, Id, null, null, None))!;

        Assert.Equal((TurnMatchKind.Edited, 3), (match.Kind, match.Turn.Number));
        Assert.Equal("Engines weave patterns as looms weave leaves, and I have seen both.", match.Earlier!.Text);
        Assert.Equal(match.Turn.Id, match.Earlier.Successor);
    }

    [Fact]
    public async Task A_turn_is_followed_through_edit_after_edit()
    {
        await WriteAsync(Talk);
        await WriteAsync(Edited("Machines weave patterns as looms weave leaves, and I have seen both."));
        await WriteAsync(Edited("Machines make patterns as looms weave leaves, and I have seen both."));
        await WriteAsync(Edited("Machines make patterns, as I have seen."));

        Assert.Equal(3, (await Reader.FindTurnAsync(Slug, Id, null, null, None))!.Turn.Number);
    }

    [Fact]
    public async Task A_turn_is_followed_where_an_edit_was_taken_back_and_another_made()
    {
        await WriteAsync(Talk);
        await WriteAsync(Edited("Machines weave patterns as looms weave leaves, and I have seen both."));
        await WriteAsync(Edited(Talk.Turns[1].Paragraphs[0]));
        await WriteAsync(Edited("Machines make patterns as looms weave leaves, and I have seen both."));

        var match = (await Reader.FindTurnAsync(Slug, Id, null, null, None))!;

        Assert.Equal((TurnMatchKind.Edited, 3), (match.Kind, match.Turn.Number));
    }

    [Fact]
    public async Task A_turn_whose_words_went_nowhere_is_gone_and_remembered()
    {
        await WriteAsync(Talk);
        await WriteAsync(Talk with { Turns = [Talk.Turns[0], Talk.Turns[2]] });

        Assert.Null(await Reader.FindTurnAsync(Slug, Id, null, null, None));
        Assert.StartsWith("Engines weave", (await Reader.RecallTurnAsync(Slug, Id, None))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_told_that_changed_further_on_than_the_link_of_the_turn_knows()
    {
        await WriteAsync(Talk);
        var cited = CitedWords.Of((await Reader.FindTurnAsync(Slug, Id, null, null, None))!.Turn, 9, 12);
        await WriteAsync(Edited("Engines weave patterns as looms weave leaves, and you have heard both."));

        var match = (await Reader.FindTurnAsync(Slug, Id, cited, null, None))!;

        Assert.Equal((QuotationMatch.Edited, "I have seen both", "you have heard both"), (match.Quote!.Match, match.Quote.Was, match.Quote.Text));
    }

    [Fact]
    public async Task Another_turn_that_begins_the_same_is_not_taken_for_one_that_is_gone()
    {
        const string Opening = "This episode is brought to you by the people of";
        var read = $"{Opening} Harbourline, a logbook for small crews on large waters.";
        var other = $"{Opening} Loomworks, who spin and dye wool in seven colours.";
        await WriteAsync(Talk with { Turns = [.. Talk.Turns, ("Mina Host", [read]), ("Ada Byron", ["Yes."]), ("Mina Host", [other])] });
        await WriteAsync(Talk with { Turns = [.. Talk.Turns, ("Mina Host", [other])] });

        var match = (await Reader.FindTurnAsync(Slug, TurnId.Of(4, read), null, null, None))!;
        Assert.Equal((TurnMatchKind.Edited, read), (match.Kind, match.Earlier?.Text));
    }

    [Fact]
    public async Task Where_nothing_is_to_be_kept_what_was_kept_goes_and_no_more_is()
    {
        const string Second = "Machines weave patterns as looms weave leaves, and I have seen both.";
        await WriteAsync(Talk);
        await WriteAsync(Edited(Second));
        Assert.NotNull(await Reader.RecallTurnAsync(Slug, Id, None));
        var version = await Engine.Store.VersionAsync(None);
        await using (var session = await Writer.BeginAsync(None))
        {
            await session.KeepNoEarlierWordsAsync(None);
            await session.WriteAsync(Edited("Machines make patterns, as I have seen.").BuildRecord(), None);
            await session.CompleteAsync(None);
        }

        Assert.Null(await Reader.RecallTurnAsync(Slug, Id, None));
        Assert.Null(await Reader.RecallTurnAsync(Slug, TurnId.Of(3, Second), None));
        Assert.NotEqual(version, await Engine.Store.VersionAsync(None));
    }

    [Fact]
    public async Task What_was_kept_goes_though_nothing_else_changes()
    {
        await WriteAsync(Talk);
        await WriteAsync(Edited("Machines make patterns, as I have seen."));
        for (var import = 0; import < 2; import++)
        {
            var version = await Engine.Store.VersionAsync(None);
            await using var session = await Writer.BeginAsync(None);
            await session.KeepNoEarlierWordsAsync(None);
            await session.CompleteAsync(None);
            Assert.Null(await Reader.RecallTurnAsync(Slug, Id, None));

            // The version changes once, so that cached pages with the words are replaced.
            Assert.Equal(import == 0, version != await Engine.Store.VersionAsync(None));
        }
    }

    [Fact]
    public async Task What_is_remembered_of_an_episode_is_bounded()
    {
        for (var edit = 0; edit < 6; edit++)
        {
            await WriteAsync(Talk with
            {
                Turns = [.. Enumerable.Range(0, 600).Select(turn => ("Mina Host", new[] { $"In edit {edit} somebody said turn {turn}." }))],
            });
        }

        var remembered = 0;
        for (var edit = 0; edit < 6; edit++)
        {
            for (var turn = 0; turn < 600; turn++)
            {
                remembered += await Reader.RecallTurnAsync(Slug, TurnId.Of(turn + 1, $"In edit {edit} somebody said turn {turn}."), None) is null ? 0 : 1;
            }
        }

        Assert.Equal(2000, remembered);
    }

    [Fact]
    public async Task A_turn_that_was_joined_with_another_is_found_without_memory()
    {
        await WriteAsync(Talk with { Turns = [("Mina Host", ["So, welcome. Engines weave patterns as looms weave leaves and more."]), Talk.Turns[2]] });

        Assert.Equal((TurnMatchKind.Edited, 1), await FoundAsync(2));
        Assert.Equal((TurnMatchKind.Edited, 1), await FoundAsync(9));
    }

    private async Task<(TurnMatchKind, int)> FoundAsync(int number)
    {
        var match = (await Reader.FindTurnAsync(Slug, TurnId.Of(number, "Engines weave patterns as looms weave leaves and"), null, null, None))!;
        return (match.Kind, match.Turn.Number);
    }

    private static Sample Edited(string second) => Talk with
    {
        Turns = [Talk.Turns[0], ("Petra", ["Good day."]), ("Ada Byron", [second]), Talk.Turns[2]],
    };
}
