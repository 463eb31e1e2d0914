using System.Text.Json;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Search;

namespace PodcastInsights.Storage.Tests;

/// <summary>The result of several imports is the same as that of one import of the final folder.</summary>
/// <param name="begin">Creates an engine with an empty store.</param>
public abstract class ImportOrderContract(Func<StoreEngine> begin)
{
    private const int Steps = 8;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>One person in three spellings, another with the same first name, and an unnamed voice.</summary>
    private static readonly string[] Hosts = ["Bo Marsh", "BO MARSH", "Bo", "Bo Reed", "Speaker 1"];

    private static readonly string[] Answers = ["It held.", "It broke.", "It held for days, says Cy Ott."];

    private static readonly string[] People =
    [
        "- name: Bo Marsh\n  role: guest\n",
        "- name: Bo Q. Marsh\n  aliases: [Bo, Bo Marsh]\n  role: host\n",
        "- name: Ada Quill\n  aliases: [Ada]\n  show: Ropes\n",
    ];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Any_order_of_imports_and_edits_ends_in_the_library_of_one_import(int seed)
    {
        using var folder = new TemporaryFolder();
        using var grown = begin();
        using var fresh = begin();
        var chance = new Random(seed);
        for (var step = 0; step < Steps; step++)
        {
            for (var edits = chance.Next(1, 5); edits > 0; edits--)
            {
                Edit(folder, chance);
            }

            await ImportAsync(grown, folder, chance.Next(2) == 0 ? TimeProvider.System : new LaterClock());
            await grown.Search.SearchAsync(new SearchRequest(SearchQuery.Parse("held")), CancellationToken.None);
        }

        await ImportAsync(fresh, folder, TimeProvider.System);

        Assert.Equal(await ContentAsync(fresh), await ContentAsync(grown));
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 12)];

    private static void Edit(TemporaryFolder folder, Random chance)
    {
        var name = folder.File($"Talk {chance.Next(6)}{(chance.Next(4) == 0 ? ".zh" : "")}.md");
        switch (chance.Next(10))
        {
            case 0:
                File.Delete(name);
                break;
            case 1:
                File.WriteAllText(folder.File("speakers.yaml"), People[chance.Next(People.Length)]);
                break;
            case 2:
                File.Delete(folder.File("speakers.yaml"));
                break;
            case 3:
                var entry = $$"""{"file": "Talk {{chance.Next(6)}}.md", "title": "Title {{chance.Next(3)}}", "podcast": "Ropes"}""";
                File.WriteAllText(folder.File("index.json"), $"[{entry}]");
                break;
            case 4 when File.Exists(name):
                File.SetLastWriteTimeUtc(name, new DateTime(2030, 1, 1, 0, 0, chance.Next(60), DateTimeKind.Utc));
                break;
            default:
                var host = Hosts[chance.Next(Hosts.Length)];
                File.WriteAllText(name, $"""
                    ---
                    title: Talk
                    podcast: Ropes
                    host: {host}
                    guest: Ada Quill
                    ---
                    **{host}:** Welcome. Did it hold?

                    **Ada Quill:** {Answers[chance.Next(Answers.Length)]}

                    **{host}:** Good.
                    """);
                break;
        }
    }

    private static Task<ImportReport> ImportAsync(StoreEngine engine, TemporaryFolder folder, TimeProvider clock) =>
        new LibraryImporter(engine.Writer, clock, new ImportLimits { EmptyFolderRemovesAll = true })
            .ImportAsync(folder.File("."), LibraryImporter.MostWorkers, null, CancellationToken.None);

    /// <summary>Everything that can be read, and the counts of searches, as text.</summary>
    private static async Task<string> ContentAsync(StoreEngine engine)
    {
        var none = CancellationToken.None;
        var content = new List<object?>();
        foreach (var summary in (await engine.Reader.ListAsync(new EpisodeListQuery(), none)).Items.OrderBy(item => item.Slug.Value))
        {
            foreach (var language in summary.Sources.Select(source => source.Language))
            {
                content.Add(await engine.Reader.FindAsync(summary.Slug, language, none));
            }
        }

        foreach (var speaker in (await engine.Reader.SpeakersAsync(new SpeakerListQuery(), none)).Items)
        {
            content.Add(await engine.Reader.FindSpeakerAsync(speaker.Slug, 1, 100, false, none));
        }

        var found = await engine.Search.SearchAsync(new SearchRequest(SearchQuery.Parse("held OR broke OR good")), none);
        content.Add(found.Total);
        content.Add(found.Items.Select(static hit => $"{hit.Episode} {hit.TurnId}"));
        content.Add(found.Facets.Speakers.OrderBy(facet => facet.Slug.Value));
        return JsonSerializer.Serialize(content, Indented);
    }
}
