using System.Text.Json;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Search;
using PodcastInsights.Storage.Tests.Sqlite;

namespace PodcastInsights.Storage.Tests.PostgreSql;

/// <summary>Both engines give identical results, including scores, for any query and import history.</summary>
public sealed class ParityTests : IDisposable
{
    /// <summary>Number of query words, at even steps from the most frequent to the rarest.</summary>
    private const int Words = 16;

    private readonly TemporaryFolder folder = new();
    private readonly PostgresEngine postgres = new();
    private readonly SqliteEngine sqlite = new();

    public void Dispose()
    {
        postgres.Dispose();
        sqlite.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Answers_are_the_same_of_the_seeds_and_of_made_up_talks_and_after_edits()
    {
        foreach (var seed in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seeds")))
        {
            File.Copy(seed, folder.File(Path.GetFileName(seed)));
        }

        for (var talk = 0; talk < 12; talk++)
        {
            await File.WriteAllTextAsync(folder.File($"Talk {talk}.md"), Talk(new Random(talk), talk));
        }

        await File.WriteAllTextAsync(folder.File("Talk 3.zh.md"), "# 谈话\n\n**Bo Marsh：** 我們討論數位政府的問題，會議很長。\n\n**Ada Quill：** 这个会议讨论的是AI。\n");
        await ImportAsync();
        await SameAsync();

        // Changes some episodes, removes some, adds some.
        for (var talk = 2; talk < 12; talk += 3)
        {
            File.Delete(folder.File($"Talk {talk}.md"));
            await File.WriteAllTextAsync(folder.File($"Talk {talk + 12}.md"), Talk(new Random(talk * 100), talk));
            await File.WriteAllTextAsync(folder.File($"Talk {talk - 1}.md"), Talk(new Random(talk * 200), talk));
        }

        await ImportAsync();
        await SameAsync();
    }

    [Fact]
    public async Task Answers_are_the_same_in_the_middle_of_an_import()
    {
        var talks = Enumerable.Range(0, 6).Select(number => new Sample($"Talk {number}")
        {
            Turns = [.. Enumerable.Range(0, 8).Select(turn => ((string?)(turn % 2 == 0 ? "Bo Marsh" : "Ada Quill"), new[] { Said(new Random((number * 10) + turn)) }))],
        }).ToList();
        foreach (var engine in (StoreEngine[])[sqlite, postgres])
        {
            foreach (var talk in talks[..3])
            {
                await engine.Writer.WriteAsync(talk.Build(), CancellationToken.None);
            }

            await engine.Writer.CompleteAsync(CancellationToken.None);
            foreach (var talk in talks[3..])
            {
                await engine.Writer.WriteAsync(talk.Build(), CancellationToken.None);
            }

            await engine.Writer.RemoveAsync(talks[0].Slug, CancellationToken.None);
        }

        await SameAsync();
    }

    private async Task ImportAsync()
    {
        foreach (var engine in (StoreEngine[])[sqlite, postgres])
        {
            // One worker, so that both engines assign the same ids.
            await new LibraryImporter(engine.Writer, new LaterClock()).ImportAsync(folder.File(""), workers: 1, null, CancellationToken.None);
        }
    }

    private async Task SameAsync()
    {
        var words = await WordsAsync();
        var asked = 0;
        foreach (var query in Queries(words))
        {
            Assert.Equal(await AnswersAsync(sqlite, query), await AnswersAsync(postgres, query));
            asked++;
        }

        Assert.True(asked > 150, $"{asked} queries");
    }

    private static IEnumerable<string> Queries(List<string> words)
    {
        foreach (var (index, word) in words.Index())
        {
            var (next, other) = (words[(index + 1) % words.Count], words[(index + 7) % words.Count]);
            yield return word;
            yield return $"{word} {other}";
            yield return $"{word} {next} {other}";
            yield return $"\"{word} {next}\"";
            yield return $"{word[..Math.Min(word.Length, 3)]}*";
            yield return $"{word} OR {other}";
            yield return $"{word} -{other}";
            yield return $"NEAR({word} {other}, 12)";
            yield return word.Insert(word.Length / 2, "q");
            yield return $"{word} ad:any speaker:ada";
        }

        foreach (var query in (string[])["的", "会议", "會議 ai", "\"政府的问题\"", "lang:zh", "speaker:marsh", "c# 50%", "a*", "zebra quux", "in:takeaways"])
        {
            yield return query;
        }
    }

    private static async Task<string> AnswersAsync(StoreEngine engine, string typed)
    {
        var query = SearchQuery.Parse(typed);
        var first = await engine.Search.SearchAsync(new SearchRequest(query), CancellationToken.None);
        var second = await engine.Search.SearchAsync(new SearchRequest(query, Page: 2, PageSize: 3, Sort: SearchSort.Place), CancellationToken.None);
        var within = first.Items.Count == 0 ? null
            : (EpisodeMatches?)await engine.Search.FindInEpisodeAsync(first.Items[0].Episode, query, CancellationToken.None);
        return JsonSerializer.Serialize(new
        {
            typed,
            first,
            second,
            turns = within?.Turns.Select(turn => $"{turn.Id} {turn.Edition}"),
            suggestions = await engine.Search.SuggestAsync(typed, CancellationToken.None),
            said = await engine.Search.CheckAsync(typed, null, CancellationToken.None),
        });
    }

    private async Task<List<string>> WordsAsync()
    {
        var episodes = (await sqlite.Reader.ListAsync(new EpisodeListQuery(PageSize: 1000), CancellationToken.None)).Items;
        var counts = new Dictionary<string, int>();
        foreach (var summary in episodes)
        {
            var episode = (await sqlite.Reader.FindAsync(summary.Slug, null, CancellationToken.None))!;
            foreach (var word in episode.Turns.SelectMany(turn => turn.Plain.Split(' ')).Where(word => word.Length > 2 && word.All(char.IsAsciiLetter)))
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }

        var ranked = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).ToList();
        return [.. Enumerable.Range(0, Words).Select(i => ranked[(int)((ranked.Count - 1) * Math.Pow((double)i / (Words - 1), 2))])];
    }

    private static string Talk(Random random, int number) =>
        $"---\ntitle: Talk {number}\ndate: 2024-0{1 + (number % 9)}-11\ntopics: [Ropes, Lamps]\n---\n\n" + string.Concat(Enumerable.Range(0, 10 + random.Next(20)).Select(turn =>
            $"**{(turn % 2 == 0 ? "Bo Marsh" : "Ada Quill")}:** {Said(random)}\n\n{(turn % 3 == 0 ? Said(random) + "\n\n" : "")}"));

    private static string Said(Random random)
    {
        const string words = "the rope held a lamp was lit and lamps were lighting pricing prices priced ship shipped ships café naïve C# 50% go-to-market of to it we in";
        var list = words.Split(' ');
        return string.Join(' ', Enumerable.Range(0, 6 + random.Next(40)).Select(_ => list[(int)(list.Length * Math.Pow(random.NextDouble(), 2))])) + ".";
    }
}
