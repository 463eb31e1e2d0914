using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Storage.Tests;

/// <summary>Imports of real folders into a store.</summary>
public abstract class ImportContract(StoreEngine engine) : FolderContract(engine)
{
    private const string Untitled = "Ada: We shipped.\nBo: Did it hold?\nAda: It held.\n";

    [Fact]
    public async Task Only_what_changed_is_written_and_what_is_gone_is_removed()
    {
        Write("Ada Quill.md", "It held.");
        Write("Cy Ott.md", "It broke.");
        Assert.Equal((2, 0, 0, 0), Counts(await ImportAsync()));
        Assert.Equal((0, 2, 0, 0), Counts(await ImportAsync()));

        Write("Ada Quill.md", "It held for a week.");
        File.Delete(Folder.File("Cy Ott.md"));
        Assert.Equal((1, 0, 1, 0), Counts(await ImportAsync()));
        Assert.Equal("It held for a week.", await SecondTurnAsync("ada-quill"));
        Assert.Null(await Reader.FindAsync(EpisodeSlug.From("Cy Ott"), null, CancellationToken.None));
    }

    [Fact]
    public async Task A_rehearsal_stores_nothing()
    {
        Write("Ada Quill.md", "It held.");
        await new LibraryImporter(Writer, TimeProvider.System).RehearseAsync(Folder.File("."), CancellationToken.None);
        Assert.Empty((await Reader.ListAsync(new EpisodeListQuery(), CancellationToken.None)).Items);
        Assert.Equal((1, 0, 0, 0), Counts(await ImportAsync()));
    }

    [Fact]
    public async Task A_catalogue_names_its_files_and_another_word_in_it_reads_one_of_them_again()
    {
        await File.WriteAllTextAsync(Folder.File("Ada Quill.txt"), Untitled);
        await File.WriteAllTextAsync(Folder.File("Cy Ott.txt"), Untitled);
        Assert.Equal((2, 0, 0, 0), Counts(await ImportAsync()));

        await WriteCatalogueAsync("Rope", "Tide");
        Assert.Equal((2, 0, 0, 0), Counts(await ImportAsync()));
        await WriteCatalogueAsync("Ropes", "Tide");
        Assert.Equal((1, 1, 0, 0), Counts(await ImportAsync()));

        var episodes = (await Reader.ListAsync(new EpisodeListQuery(), CancellationToken.None)).Items;
        Assert.Equal(["Ropes", "Tide"], episodes.Select(episode => episode.Titles["en"]).Order());
        Assert.All(episodes, episode => Assert.Equal(new DateOnly(2031, 4, 10), episode.PublishedOn));
        var found = await Reader.FindAsync(EpisodeSlug.From("Ada Quill"), null, CancellationToken.None);
        Assert.Contains(new MetadataPair("mood", "blue"), found!.Metadata);

        File.Delete(Folder.File("index.json"));
        Assert.Equal((2, 0, 0, 0), Counts(await ImportAsync()));
        found = await Reader.FindAsync(EpisodeSlug.From("Ada Quill"), null, CancellationToken.None);
        Assert.Equal("Ada Quill", found!.Summary.Titles["en"]);

        Task WriteCatalogueAsync(string first, string second) => File.WriteAllTextAsync(
            Folder.File("index.json"),
            $$"""
            {"talks": [{"file": "Ada Quill.txt", "title": "{{first}}", "date": "2031-04-10", "mood": "blue"},
                       {"file": "Cy Ott.txt", "title": "{{second}}", "date": "2031-04-10"}]}
            """);
    }

    [Fact]
    public async Task Files_that_are_no_transcripts_are_reported_at_every_import_and_fail_none()
    {
        Write("Ada Quill.md", "It held.");
        Write("Ada Quill.txt", "It held.");
        await File.WriteAllTextAsync(Folder.File("shopping.md"), "Milk and rope.");
        await File.WriteAllTextAsync(Folder.File("nothing.md"), "");
        await File.WriteAllTextAsync(Folder.File("cover.jpg"), "");

        for (var i = 0; i < 2; i++)
        {
            var report = await ImportAsync();
            Assert.Equal(
                ["Ada Quill.txt SecondOfLanguage", "cover.jpg Media", "nothing.md Empty", "shopping.md NotATranscript"],
                report.Skipped.Select(file => $"{file.Path} {file.Reason}"));
            Assert.Equal((0, 4), (report.Failed, report.SkippedCount));
            Assert.StartsWith("1 episode. Files that are not transcripts: 4. Files that failed: 0.", report.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_editions_are_one_episode_with_both_titles()
    {
        Write("Ada Quill.md", "It held.");
        Write("Ada Quill.zh.md", "It held.");
        await ImportAsync();

        var episode = Assert.Single((await Reader.ListAsync(new EpisodeListQuery(), CancellationToken.None)).Items);
        Assert.Equal(["Ada Quill.md", "Ada Quill.zh.md"], episode.Sources.Select(source => source.Path));
        Assert.Equal(["en", "zh"], episode.Sources.Select(source => source.Language));
        Assert.Equal(["en", "zh"], episode.Titles.Keys.Order());
    }

    [Fact]
    public async Task A_file_that_can_no_longer_be_read_leaves_its_last_good_version()
    {
        Write("Ada Quill.md", "It held.");
        await ImportAsync();
        await File.WriteAllBytesAsync(Folder.File("Ada Quill.md"), [0, 1, 2, 0]);

        var report = await ImportAsync();
        Assert.Equal((0, 0, 0, 1), Counts(report));
        Assert.Equal(["file.binary", "file.last-good-kept"], report.Files.Single().Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal("It held.", await SecondTurnAsync("ada-quill"));
        Assert.Equal((0, 0, 0, 1), Counts(await ImportAsync()));
    }

    [Fact]
    public async Task A_new_episode_with_one_broken_edition_is_there_with_the_other()
    {
        Write("Ada Quill.md", "It held.");
        await File.WriteAllBytesAsync(Folder.File("Ada Quill.zh.md"), [0, 1, 2, 0]);
        Assert.Equal((1, 0, 0, 1), Counts(await ImportAsync()));

        Write("Ada Quill.zh.md", "It held.");
        Assert.Equal((1, 0, 0, 0), Counts(await ImportAsync()));
        Assert.Equal((0, 1, 0, 0), Counts(await ImportAsync()));
    }

    [Fact]
    public async Task Two_files_in_one_language_are_not_mixed_up_and_the_second_is_named()
    {
        Write("Ada Quill.md", "It held.");
        Write("Ada Quill.txt", "It broke.");

        var report = await ImportAsync();
        Assert.Equal("It held.", await SecondTurnAsync("ada-quill"));
        Assert.Contains(
            report.Files,
            file => file.Path == "Ada Quill.txt" && file.Diagnostics.Any(diagnostic => diagnostic.Code == "library.second-of-language"));
    }

    [Fact]
    public async Task A_file_that_is_no_transcript_is_reported_and_left_alone()
    {
        Write("Ada Quill.md", "It held.");
        await File.WriteAllTextAsync(Folder.File("README.md"), "# Notes\n\nNothing was said here.\n");

        var report = await ImportAsync();
        Assert.Equal((1, 0, 0, 0), Counts(report));
        Assert.Equal(
            ["file.not-a-transcript"],
            report.Files.Single(file => file.Path == "README.md").Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public async Task A_person_is_one_over_all_episodes_and_the_speakers_file_is_heeded_at_once()
    {
        Write("Ada Quill.md", "It held.");
        await File.WriteAllTextAsync(
            Folder.File("Cy Ott.md"),
            (await File.ReadAllTextAsync(Folder.File("Ada Quill.md"))).Replace("Bo :", "Bo Marsh :", StringComparison.Ordinal));
        await ImportAsync();
        var host = await Reader.FindSpeakerAsync(EpisodeSlug.From("Bo Marsh"), 1, 10, false, CancellationToken.None);
        Assert.Equal(("Bo Marsh", 2, 4), (host!.Name, host.EpisodeCount, host.TurnCount));
        Assert.Equal("Bo", (await Reader.FindAsync(EpisodeSlug.From("Ada Quill"), null, CancellationToken.None))!.Turns[0].Speaker);

        await File.WriteAllTextAsync(Folder.File("speakers.yaml"), "- name: Bo Q. Marsh\n  aliases: [Bo, Bo Marsh]\n");
        Assert.Equal(2, (await ImportAsync()).Reassigned);
        var again = await ImportAsync();
        Assert.Equal((0, 2, 0, 0), Counts(again));
        Assert.Equal(0, again.Reassigned);
        Assert.Equal(
            2, (await Reader.FindSpeakerAsync(EpisodeSlug.From("Bo Q. Marsh"), 1, 10, false, CancellationToken.None))!.EpisodeCount);
        Assert.Null(await Reader.FindSpeakerAsync(EpisodeSlug.From("Bo Marsh"), 1, 10, false, CancellationToken.None));
    }

    [Fact]
    public async Task Editions_in_two_languages_share_their_turn_ids_whatever_their_files_are_called()
    {
        await File.WriteAllTextAsync(
            Folder.File("2031-02-03-Talk.md"),
            "# Talk\n\n### Ada:\nToday we talk about search.\n\n### Bo:\nAnd links.\n\n### Ada:\nLinks as well.\n");
        await File.WriteAllTextAsync(Folder.File("2031-02-03-對談.md"), "# 對談\n\n### 小艾：\n今天我們講搜尋。\n\n### 小波：\n還有連結。\n\n### 小艾：\n連結也要講。\n");
        await File.WriteAllTextAsync(Folder.File(".alternates"), "# pairs\n2031-02-03-Talk.md\t2031-02-03-對談.md\n");
        Assert.Equal((1, 0, 0, 0), Counts(await ImportAsync()));

        var english = (await Reader.FindAsync(EpisodeSlug.From("2031-02-03-talk"), "en", CancellationToken.None))!;
        var chinese = (await Reader.FindAsync(EpisodeSlug.From("2031-02-03-talk"), "zh", CancellationToken.None))!;
        Assert.Equal(["zh"], english.Twins);
        Assert.Equal("還有連結。", chinese.Turns[1].Paragraphs[0].Text);
        Assert.Equal(english.Turns.Select(turn => turn.Id), chinese.Turns.Select(turn => turn.Id));
        Assert.Equal((0, 1, 0, 0), Counts(await ImportAsync()));
    }

    [Fact]
    public async Task The_first_episode_is_found_before_the_last_is_read()
    {
        for (var i = 0; i < 40; i++)
        {
            Write($"Episode {i}.md", $"It held for {i} days.");
        }

        var found = 0;
        var looking = new Look(async progress => found = Math.Max(found, progress.Done < progress.Total
            ? (await SearchAsync("held")).Total
            : 0));
        await new LibraryImporter(Writer, TimeProvider.System).ImportAsync(Folder.File("."), 1, looking, CancellationToken.None);

        Assert.InRange(found, 1, 39);
    }

    [Fact]
    public async Task A_long_file_is_read_after_the_others_whatever_it_is_called()
    {
        Write("Abbey.md", string.Concat(Enumerable.Repeat("It held for a day, and then for another. ", 20_000)));
        Write("Mill.md", "It held.");
        Write("Zoo.md", "It broke.");
        var paths = new List<string>();
        var looking = new Look(progress =>
        {
            paths.Add(progress.Path);
            return Task.CompletedTask;
        });
        await new LibraryImporter(Writer, TimeProvider.System).ImportAsync(Folder.File("."), 1, looking, CancellationToken.None);

        Assert.Equal(["Mill.md", "Zoo.md", "Abbey.md"], paths);
    }

    [Fact]
    public async Task A_cancelled_import_leaves_what_was_written_and_the_next_one_completes_it()
    {
        for (var i = 0; i < 20; i++)
        {
            Write($"Episode {i}.md", $"It held for {i} days.");
        }

        using var stop = new CancellationTokenSource();
        var progress = new StopAfter(5, stop);
        var importer = new LibraryImporter(Writer, TimeProvider.System);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => importer.ImportAsync(Folder.File("."), LibraryImporter.MostWorkers, progress, stop.Token));

        var report = await ImportAsync();
        Assert.Equal(20, report.Written + report.Unchanged);
        Assert.InRange(report.Unchanged, 5, 19);
    }

    private sealed class StopAfter(int episodes, CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Done == episodes)
            {
                stop.Cancel();
            }
        }
    }

    private sealed class Look(Func<ImportProgress, Task> look) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => look(value).GetAwaiter().GetResult();
    }
}
