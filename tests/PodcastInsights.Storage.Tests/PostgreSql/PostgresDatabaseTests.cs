using Npgsql;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Spelling;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.PostgreSql;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.Tests.PostgreSql;

public sealed class PostgresDatabaseTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Processes_that_start_at_once_make_the_tables_once()
    {
        using var engine = new PostgresEngine();
        var others = Enumerable.Range(0, 4).Select(_ => engine.AnotherProcess()).ToList();

        await Task.WhenAll(others.Select(other => other.Store.EnsureUsableAsync(None)));

        await engine.Writer.WriteAsync(new Sample("Talk").Build(), None);
        others.ForEach(other => other.Dispose());
    }

    [Fact]
    public async Task An_episode_that_was_stored_with_keys_of_its_names_is_not_read_again()
    {
        using var engine = await BeginAsync(version: 4);
        await engine.ExecuteAsync("""
            INSERT INTO episode (slug, content_hash, titles, guests, topics, turn_count, word_count, sources, title_key, name_keys)
            VALUES ('talk', 'h', '{"en":"Talk"}', '["Ada Byron"]', '[]', 0, 0, '[]', 'talk', E'talk\nada byron');

            INSERT INTO episode_import (episode_id, files, members, people)
            SELECT id, '[]', '{"show":"Night Talks","titleKeys":["talk"],"editions":[],"bodies":[]}', 'p'
            FROM   episode;
            """);

        await engine.Store.EnsureUsableAsync(None);

        var stored = Assert.Single(await engine.Writer.StoredEpisodesAsync(None));
        Assert.Equal(("h", "Night Talks", "p"), (stored.ContentHash, stored.Cast!.Show, stored.People));
        var episodes = await engine.Reader.ListAsync(new EpisodeListQuery(), None);
        Assert.Equal([["Ada Byron"]], episodes.Items.Select(episode => episode.Guests));
    }

    [Fact]
    public async Task Turns_of_an_earlier_version_are_read_and_written_by_it_no_more()
    {
        using var engine = await BeginAsync(version: 7);
        await engine.ExecuteAsync("""
            INSERT INTO episode (slug, content_hash, titles, guests, topics, turn_count, word_count, sources, title_key)
            VALUES ('talk', 'h', '{"en":"Talk"}', '[]', '[]', 2, 6, '[]', 'talk');

            INSERT INTO episode_detail SELECT id, '{}', NULL, '[]', '[]', '[]' FROM episode;
            INSERT INTO body (episode_id, ordinal, language) SELECT id, 0, 'en' FROM episode;
            INSERT INTO edition (episode_id, language, ordinal, body_id, speakers, takeaways, sponsors, notes)
            SELECT episode_id, 'en', 0, id, '[]', '[]', '[]', '[]' FROM body;

            INSERT INTO turn (id, body_id, number, hash, speaker, speaker_inferred, start_ms, language, section_id)
            SELECT 1, id, 1, 'abcdef', NULL, 0, NULL::bigint, 'en', NULL::bigint FROM body
            UNION ALL
            SELECT 2, id, 2, 'fedcba', 'Ada "B"', 1, 1500, 'en', NULL FROM body;

            INSERT INTO paragraph VALUES (2, 1, E'A lamp\nis lit.', NULL, 0, 'en', 0, NULL, NULL, 4), (2, 2, '*灯*', 9, 1, 'zh', 1, '灯', '[0,1,1,null]', 1);
            """);

        await engine.Store.EnsureUsableAsync(None);

        var turns = (await engine.Reader.FindAsync(EpisodeSlug.From("talk"), null, None))!.Turns;
        Assert.Equal(
            [(1, null, false, null, 0), (2, "Ada \"B\"", true, new Timestamp(1500), 2)],
            turns.Select(turn => (turn.Number, turn.Speaker, turn.SpeakerInferred, turn.Start, turn.Paragraphs.Count)));
        Assert.Equal(["A lamp\nis lit.", "*灯*"], turns[1].Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal((true, "zh", "灯"), (turns[1].Paragraphs[1].Sponsor, turns[1].Paragraphs[1].Language, turns[1].Paragraphs[1].Plain));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => engine.ExecuteAsync(
            "INSERT INTO turn (id, body_id, number, hash, speaker_inferred, language) SELECT 3, id, 3, 'h', 0, 'en' FROM body"));
        Assert.True(PostgresProblems.IsLoss(refused));
    }

    [Fact]
    public async Task Words_are_kept_in_step_with_the_lists()
    {
        using var engine = new PostgresEngine();
        await engine.Writer.WriteAsync(new Sample("One") { Turns = [("Ada", ["The lamp was lit by a lamp."])] }.Build(), None);
        await engine.Writer.WriteAsync(new Sample("Two") { Turns = [("Ada", ["Another lamp, and a rope."])] }.Build(), None);
        await engine.Writer.CompleteAsync(None);
        await engine.Writer.WriteAsync(new Sample("One") { Turns = [("Ada", ["A kettle beside the lamp."])] }.Build(), None);
        await engine.Writer.RemoveAsync(EpisodeSlug.From("Two"), None);
        await engine.Writer.CompleteAsync(None);

        var kept = await WordsAsync();
        await engine.ExecuteAsync($"DELETE FROM {engine.Database.Settings.Schema}.search_words");
        Assert.Equal(await WordsAsync(), kept);
        Assert.Contains(new VocabularyWord("kettle", 1), kept);
        Assert.DoesNotContain(kept, word => word.Text == "rope");

        Task<List<VocabularyWord>> WordsAsync() => engine.Source.ReadAsync(
            async session =>
            {
                await session.BeginAsync(None);
                return Vocabulary.WordsAmong(await session.VocabularyAsync(None)).OrderBy(word => word.Text, StringComparer.Ordinal).ToList();
            },
            None);
    }

    [Fact]
    public async Task Another_process_works_out_of_the_paragraphs_what_waits_to_be_put_among_the_lists()
    {
        using var engine = new PostgresEngine();
        await engine.Writer.WriteAsync(new Sample("One") { Turns = [("Ada", ["The lamp was lit, by *one*.", "", "And out."]), ("Bo", ["…"]), ("Ada", ["灯亮了。"])] }.Build(), None);
        await engine.Writer.WriteAsync(
            new Sample("Two") { Turns = [("Bo", ["Yes."]), ("Ada", ["A lamp\u0000 again."])] }.Build() with { Files = [] }, None);
        using var other = engine.AnotherProcess();

        var (own, others) = (await WaitingAsync(engine), await WaitingAsync((PostgresEngine)other));

        Assert.Equal(own, others);
        Assert.Contains(own, term => term.StartsWith("lamp ", StringComparison.Ordinal));

        static Task<List<string>> WaitingAsync(PostgresEngine engine) => engine.Database.ReadOnNodeAsync(
            (node, _) => node.ReadAsync(
                async connection => (await engine.Database.Segments.ReadAsync(connection, None))
                    .SelectMany(segment => segment.Terms)
                    .Select(term => $"{term.Term} {term.First} {term.Last} {term.Occurrences} {Convert.ToHexString(term.List.Span)}")
                    .ToList(),
                None),
            None);
    }

    [Fact]
    public async Task A_later_schema_is_refused_and_left_alone()
    {
        using var engine = new PostgresEngine();
        await engine.Store.EnsureUsableAsync(None);
        await engine.ExecuteAsync("UPDATE schema_version SET version = 99");
        using var older = engine.AnotherProcess();

        var refused = await Assert.ThrowsAsync<UnusableLibraryException>(() => older.Store.EnsureUsableAsync(None));

        Assert.Equal((LibraryProblem.Newer, false), (refused.Problem, refused.CanBeSetAside));
        Assert.Contains("version 99", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_applications_schema_is_refused_and_left_alone()
    {
        using var engine = new PostgresEngine();
        await engine.ExecuteAsync($"CREATE SCHEMA {engine.Database.Settings.Schema}; CREATE TABLE theirs (x integer)");

        var refused = await Assert.ThrowsAsync<UnusableLibraryException>(() => engine.Store.EnsureUsableAsync(None));

        Assert.False(refused.CanBeSetAside);
        await engine.ExecuteAsync("INSERT INTO theirs VALUES (1)");
    }

    [Fact]
    public async Task Tables_that_are_gone_are_told_and_the_next_start_makes_them_anew()
    {
        using var engine = new PostgresEngine();
        await engine.Writer.WriteAsync(new Sample("Talk").Build(), None);
        await engine.ExecuteAsync($"DROP SCHEMA {engine.Database.Settings.Schema} CASCADE");

        var gone = await Assert.ThrowsAsync<UnusableLibraryException>(() => engine.Reader.ListAsync(new EpisodeListQuery(), None));

        Assert.Equal((LibraryProblem.Gone, true), (gone.Problem, gone.CanBeSetAside));
        using var next = engine.AnotherProcess();
        Assert.Equal(0, (await next.Reader.ListAsync(new EpisodeListQuery(), None)).Total);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_reason_and_no_secret()
    {
        using var folder = new TemporaryFolder();
        using var engine = new PostgresEngine($"Host={folder.File("nobody")};Username=ada;Password=hushhush;Database=podcasts");

        var refused = await Assert.ThrowsAsync<UnusableLibraryException>(() => engine.Store.EnsureUsableAsync(None));

        Assert.Equal((LibraryProblem.Inaccessible, false), (refused.Problem, refused.CanBeSetAside));
        Assert.DoesNotContain("hushhush", refused.ToString(), StringComparison.Ordinal);
        Assert.Null(await engine.Store.VersionAsync(None));
    }

    [Fact]
    public async Task One_process_has_the_turn_to_import_until_it_gives_it_up()
    {
        using var engine = new PostgresEngine();
        using var other = engine.AnotherProcess();
        var turn = (await engine.Writer.TryTakeTurnAsync(None))!;

        Assert.Null(await other.Writer.TryTakeTurnAsync(None));
        Assert.True(await turn.IsHeldAsync(None));
        await turn.DisposeAsync();
        await using var next = await other.Writer.TryTakeTurnAsync(None);
        Assert.NotNull(next);
        Assert.Null(await engine.Writer.TryTakeTurnAsync(None));
    }

    [Fact]
    public async Task The_turn_of_a_process_whose_connection_is_lost_goes_to_another()
    {
        using var engine = new PostgresEngine();
        using var other = engine.AnotherProcess();
        await using var turn = (await engine.Writer.TryTakeTurnAsync(None))!;

        await engine.ExecuteAsync(
            "SELECT pg_terminate_backend(pid, 60000) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()"
            + $" AND (classid::bigint << 32 | objid::bigint) = hashtextextended('podcast-insights import:{engine.Database.Settings.Schema}', 0)");

        await using var next = await other.Writer.TryTakeTurnAsync(None);
        Assert.NotNull(next);
        Assert.False(await turn.IsHeldAsync(None));
    }

    [Fact]
    public async Task Its_server_is_shown_with_its_role()
    {
        using var engine = new PostgresEngine();
        await engine.Writer.WriteAsync(new Sample("Talk").Build(), None);
        await engine.CatchUpAsync();

        var server = Assert.Single(engine.Store.Servers);

        Assert.Equal((true, true, 0L), (server.IsUp, server.TakesWrites, server.Behind));
    }

    /// <summary>An engine whose store is of an earlier version.</summary>
    private static async Task<PostgresEngine> BeginAsync(int version)
    {
        var engine = new PostgresEngine();
        await engine.ExecuteAsync($"CREATE SCHEMA {engine.Database.Settings.Schema}");
        foreach (var script in SchemaScripts.Of(typeof(PostgresSchema)).Take(version))
        {
            await engine.ExecuteAsync(script);
        }

        await engine.ExecuteAsync($"""
            CREATE TABLE schema_version (version integer NOT NULL);

            INSERT INTO schema_version VALUES ({version.ToString(System.Globalization.CultureInfo.InvariantCulture)});
            """);
        return engine;
    }
}
