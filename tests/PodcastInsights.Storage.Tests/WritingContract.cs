using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Storage.Tests;

public abstract class WritingContract(StoreEngine engine) : StoreContract(engine)
{
    private static readonly Sample Talk = new("Talk");

    private static readonly Sample Rewritten = new("Talk") { Turns = [("Mina Host", ["Only lanterns remain."])] };

    [Fact]
    public async Task Stored_episodes_are_known_by_hash_and_speakers()
    {
        await WriteAsync(Talk, new Sample("Ж и 中"));

        var stored = await Writer.StoredEpisodesAsync(None);
        Assert.Equal(
            [(Talk.Slug, "hash of Talk"), (EpisodeSlug.From("Ж и 中"), "hash of Ж и 中")],
            stored.Select(episode => (episode.Slug, episode.ContentHash)).OrderBy(episode => episode.ContentHash, StringComparer.Ordinal));
        Assert.Equal(
            Talk.Build().Editions[0].Speakers, stored.Single(episode => episode.Slug == Talk.Slug).Cast!.Editions.Single().Speakers);
    }

    [Fact]
    public async Task An_episode_replaces_the_one_with_its_slug()
    {
        await WriteAsync(Talk, Rewritten);

        Assert.Single((await Reader.FindAsync(Talk.Slug, null, None))!.Turns);
        Assert.Equal(0, (await SearchAsync("workshop")).Total);
        Assert.Equal(1, (await SearchAsync("lanterns")).Total);
        Assert.Null(await Reader.FindSpeakerAsync(EpisodeSlug.From("Ada Byron"), 1, 10, false, None));
    }

    [Fact]
    public async Task An_episode_that_is_removed_is_gone_from_everywhere()
    {
        await WriteAsync(Talk, new Sample("Other"));
        await Writer.RemoveAsync(Talk.Slug, None);

        Assert.Null(await Reader.FindAsync(Talk.Slug, null, None));
        Assert.Equal(["other"], (await Reader.ListAsync(new EpisodeListQuery(), None)).Items.Select(item => item.Slug.Value));
        Assert.Equal(1, (await SearchAsync("workshop")).Total);
        Assert.Equal([EpisodeSlug.From("Other")], (await Writer.StoredEpisodesAsync(None)).Select(episode => episode.Slug));
    }

    [Fact]
    public async Task Removing_what_is_not_there_changes_nothing()
    {
        await WriteAsync(Talk);
        await Writer.RemoveAsync(EpisodeSlug.From("Nobody"), None);

        Assert.Single(await Writer.StoredEpisodesAsync(None));
    }

    [Fact]
    public async Task An_import_is_whole_after_it_is_completed()
    {
        await WriteAsync(Talk, Rewritten, new Sample("Other"));
        await Writer.CompleteAsync(None);

        Assert.Equal(1, (await SearchAsync("workshop")).Total);
        Assert.Equal(2, (await Reader.ListAsync(new EpisodeListQuery(), None)).Total);
    }

    [Fact]
    public async Task What_was_not_committed_is_as_if_it_had_never_been()
    {
        await WriteAsync(Talk);
        await using (var session = await Writer.BeginAsync(None))
        {
            await session.WriteAsync(Rewritten.BuildRecord(), None);
            await session.WriteAsync(new Sample("Other").BuildRecord(), None);
            Assert.Equal((1, 0), ((await SearchAsync("workshop")).Total, (await SearchAsync("lanterns")).Total));
        }

        Assert.Equal([Talk.Slug], (await Writer.StoredEpisodesAsync(None)).Select(episode => episode.Slug));
        Assert.Equal((1, 0), ((await SearchAsync("workshop")).Total, (await SearchAsync("lanterns")).Total));
    }

    [Fact]
    public async Task What_is_stored_of_files_and_speakers_comes_back_as_it_was()
    {
        var moment = new DateTime(2031, 2, 3, 4, 5, 6, 789, DateTimeKind.Utc).AddTicks(1);
        var files = new[]
        {
            new SourceFile("Talk.md", "d1", new FileState(12, moment, moment.AddTicks(7), 34)),
            new SourceFile("Talk.zh.md", "d2", null),
        };
        var record = EpisodeRecordBuilder.Build(Talk.Build() with { Files = [] });
        await using var session = await Writer.BeginAsync(None);
        await session.WriteAsync(record, None);
        await session.NoteFilesAsync(Talk.Slug, files, None);
        await session.CommitAsync(None);

        var stored = Assert.Single(await session.StoredEpisodesAsync(None));
        Assert.Equal(files, stored.Files);
        Assert.Equivalent(record.Cast, stored.Cast, strict: true);
        Assert.Equal(record.People.Stamp, stored.People);
    }

    [Fact]
    public async Task Other_people_are_put_behind_the_names_wherever_they_are_read_or_searched()
    {
        await WriteAsync(Talk, new Sample("Other") { Guest = "Cy Ott", Turns = [("Mina Host", ["A workshop."]), ("Cy Ott", ["Yes."])] });
        Assert.Equal(1, (await SearchAsync("workshop speaker:\"Mina Host\" episode:talk")).Total);
        await using var session = await Writer.BeginAsync(None);
        var record = Talk.BuildRecord();
        var mina = EpisodeSlug.From("Wilhelmina Host");
        await session.AssignPeopleAsync(
            Talk.Slug,
            record.People with
            {
                Stamp = "other",
                Guests = ["Ada Byron", "Wilhelmina Host"],
                Editions = [[.. record.People.Editions[0].Select(speaker => speaker.Name == "Mina Host" ? speaker with { Slug = mina } : speaker)]],
                Bodies = [[.. record.People.Bodies[0].Select(speaker => speaker.Name == "Mina Host" ? speaker with { Slug = mina } : speaker)]],
                Appearances =
                [
                    .. record.People.Appearances.Select(person => person.Name == "Mina Host"
                        ? person with { Slug = mina, Name = "Wilhelmina Host", NameKey = "wilhelmina host" }
                        : person),
                ],
                Diagnostics = [new Diagnostic(DiagnosticSeverity.Info, "speaker.merged", "Talk.md", 0, "One is the other.")],
            },
            None);
        await session.AssignPeopleAsync(EpisodeSlug.From("Nobody"), record.People, None);
        await session.CompleteAsync(None);

        var episode = (await Reader.FindAsync(Talk.Slug, null, None))!;
        Assert.Equal(["Ada Byron", "Wilhelmina Host"], episode.Summary.Guests);
        Assert.Contains(mina, episode.Speakers.Select(speaker => speaker.Slug));
        Assert.Equal(["speaker.merged"], episode.Diagnostics.Select(diagnostic => diagnostic.Code));
        var person = (await Reader.FindSpeakerAsync(mina, 1, 10, false, None))!;
        Assert.Equal(("Wilhelmina Host", 1, 1), (person.Name, person.EpisodeCount, person.Turns.Total));
        Assert.Equal(1, (await Reader.FindSpeakerAsync(EpisodeSlug.From("Mina Host"), 1, 10, false, None))!.EpisodeCount);
        var facets = (await SearchAsync("workshop")).Facets.Speakers.Select(facet => (facet.Slug.Value, facet.Count)).Order();
        Assert.Equal([("mina-host", 1), ("wilhelmina-host", 1)], facets);
        Assert.Equal("other", (await session.StoredEpisodesAsync(None)).Single(stored => stored.Slug == Talk.Slug).People);
    }

    [Fact]
    public async Task A_write_that_fails_halfway_leaves_the_last_good_state()
    {
        await WriteAsync(Talk);
        var rewritten = Rewritten.Build();
        var turn = rewritten.Editions[0].Turns[0];

        // Two turns with one number violate a constraint after the old turns are deleted and the first turn is inserted.
        var broken = rewritten with { Editions = [rewritten.Editions[0] with { Turns = [turn, turn] }] };
        await Assert.ThrowsAnyAsync<Exception>(() => Writer.WriteAsync(broken, None));

        Assert.Equal(2, (await Reader.FindAsync(Talk.Slug, null, None))!.Turns.Count);
        Assert.Equal((1, 0), ((await SearchAsync("workshop")).Total, (await SearchAsync("lanterns")).Total));
    }

    [Fact]
    public async Task A_write_that_is_cancelled_halfway_leaves_the_last_good_state()
    {
        await WriteAsync(Talk);
        using var cancellation = new CancellationTokenSource();
        var rewritten = Rewritten.BuildRecord();
        var body = rewritten.Bodies[0];
        var cancelling = body.Turns[0] with { Paragraphs = new CancelsWhenWritten(body.Turns[0].Paragraphs, cancellation) };
        var broken = rewritten with { Bodies = [body with { Turns = [cancelling, body.Turns[0] with { Number = 2 }] }] };
        await using var session = await Writer.BeginAsync(None);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.WriteAsync(broken, cancellation.Token));

        Assert.Equal(2, (await Reader.FindAsync(Talk.Slug, null, None))!.Turns.Count);
        Assert.Equal((1, 0), ((await SearchAsync("workshop")).Total, (await SearchAsync("lanterns")).Total));
    }

    [Fact]
    public async Task A_reader_sees_the_old_episode_or_the_new_one_and_never_half()
    {
        var small = Talk.Build();
        (string? Speaker, string[] Paragraphs) TurnOf(int number) => ("Mina Host", [$"Turn {number}."]);
        var large = (Talk with { Turns = [.. Enumerable.Range(1, 200).Select(TurnOf)] }).Build();
        await Writer.WriteAsync(small, None);
        using var stop = new CancellationTokenSource();

        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var read = 0;
            for (; !stop.IsCancellationRequested || read == 0; read++)
            {
                var episode = (await Reader.FindAsync(Talk.Slug, null, None))!;
                Assert.Equal(episode.Summary.TurnCount, episode.Turns.Count);
                Assert.Equal(1, (await Reader.ListAsync(new EpisodeListQuery(), None)).Total);
            }
        })).ToList();
        for (var round = 0; round < 20; round++)
        {
            await Writer.WriteAsync(round % 2 == 0 ? large : small, None);
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task Writers_that_come_at_once_wait_for_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => WriteAsync(new Sample($"Talk {number}")))));

        Assert.Equal(20, (await Writer.StoredEpisodesAsync(None)).Count);
    }
}
