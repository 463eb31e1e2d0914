using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Storage.Tests;

/// <summary>Resolves links through generated edit histories, for which the fate of each turn is known.</summary>
/// <param name="histories">Number of histories; each link costs some round trips to a database server.</param>
public abstract class EditHistoryContract(StoreEngine engine, int histories = 20) : StoreContract(engine)
{
    [Fact]
    public async Task Links_through_edits_reach_their_turn_and_are_never_silently_wrong()
    {
        var (edited, reached, silent) = (0, 0, new List<string>());
        for (var seed = 0; seed < histories; seed++)
        {
            var random = new Random(seed);
            var slug = EpisodeSlug.From($"History {seed}");
            var turns = Invented(random);
            await WriteAsync(slug, turns);
            var links = await LinksAsync(slug, turns);
            for (var edit = 0; edit < 4; edit++)
            {
                turns = Edited(random, turns);
                await WriteAsync(slug, turns);
                foreach (var (id, cited, origin, words) in links)
                {
                    var match = await Reader.FindTurnAsync(slug, id, cited, null, None);
                    var alive = turns.Exists(turn => turn.Origins.Contains(origin));
                    var right = match is not null && (turns[match.Turn.Number - 1].Origins.Contains(origin) || TextOf(match.Turn) == words);
                    var sameOpening = match is not null && TurnId.Of(1, TextOf(match.Turn)).Hash == id.Hash;
                    if (match is { Kind: not TurnMatchKind.Edited } && !right && TextOf(match.Turn) != words)
                    {
                        silent.Add($"{seed}: {words} led to {TextOf(match.Turn)}");
                    }

                    if (match?.Quote is { IsQuotation: true } quote && Folded(quote.Text) != Folded(CitedOf(words, cited)))
                    {
                        silent.Add($"{seed}: {CitedOf(words, cited)} was quoted as {quote.Text}");
                    }

                    if (alive && !sameOpening)
                    {
                        edited++;
                        reached += right ? 1 : 0;
                    }
                }

                links.AddRange(await LinksAsync(slug, turns));
            }

        }

        Assert.Empty(silent);
        Assert.True(edited > 40 * histories, $"{edited} links of edited turns");
        TestContext.Current.TestOutputHelper?.WriteLine($"{reached} of {edited}");
        Assert.True(reached >= 0.99 * edited, $"{reached} of {edited} links of edited turns reached them");
    }

    private async Task<List<(TurnId Id, CitedWords? Cited, int Origin, string Words)>> LinksAsync(EpisodeSlug slug, List<TrackedTurn> turns)
    {
        var episode = (await Reader.FindAsync(slug, null, None))!;
        return
        [
            .. episode.Turns.Select((turn, index) =>
            {
                var count = turn.WordCount;
                return (turn.Id, index % 2 == 0 ? null : CitedWords.Of(turn, 1 + (count / 4), Math.Max(1 + (count / 4), count / 2)), turns[index].Origins.First(), TextOf(turn));
            }),
        ];
    }

    private async Task WriteAsync(EpisodeSlug slug, List<TrackedTurn> turns)
    {
        var edition = new Sample(slug.Value) { Turns = [.. turns.Select(turn => ((string?)turn.Speaker, new[] { turn.Text }))] }.Edition();
        var ids = TurnId.OfAll([.. turns.Select(turn => turn.Text)]);
        edition = edition with { Turns = [.. edition.Turns.Select((turn, at) => turn with { Id = ids[at] })] };
        await using var session = await Writer.BeginAsync(None);
        await session.WriteAsync(EpisodeRecordBuilder.Build(new ImportedEpisode(slug, Guid.NewGuid().ToString(), [edition])), None);
        await session.CommitAsync(None);
    }

    private static List<TrackedTurn> Invented(Random random)
    {
        // Word frequencies as in speech: a few words are very frequent, most are rare.
        var words = Enumerable.Range(0, 800).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
            "bdfgklmnprst"[random.Next(12)].ToString() + "aeiou"[random.Next(5)]))).ToArray();
        return [.. Enumerable.Range(0, random.Next(20, 60)).Select(index => new TrackedTurn(
            index % 2 == 0 ? "Mina Host" : "Ada Byron",
            random.Next(6) == 0 ? ((string[])["Yeah.", "Right.", "Before that?", "Before that."])[random.Next(4)] : Said(random, words),
            [index],
            words))];
    }

    private static string Said(Random random, string[] words) =>
        string.Join(' ', Enumerable.Range(0, random.Next(4, 80)).Select(_ => Word(random, words)));

    private static string Word(Random random, string[] words) => words[(int)(words.Length * Math.Pow(random.NextDouble(), 3))];

    private static List<TrackedTurn> Edited(Random random, List<TrackedTurn> turns)
    {
        turns = [.. turns];
        for (var edits = random.Next(1, 6); edits > 0; edits--)
        {
            var at = random.Next(turns.Count);
            var turn = turns[at];
            switch (random.Next(8))
            {
                case 0:
                    turns.Insert(at, new TrackedTurn("Petra", Said(random, turn.Words), [random.Next(1000, int.MaxValue)], turn.Words));
                    break;
                case 1 when turns.Count > 5:
                    turns.RemoveAt(at);
                    break;
                case 2 when at > 0:
                    turns[at - 1] = turns[at - 1] with { Text = $"{turns[at - 1].Text} {turn.Text}", Origins = [.. turns[at - 1].Origins, .. turn.Origins] };
                    turns.RemoveAt(at);
                    break;
                case 3 when turn.Text.Split(' ') is { Length: > 6 } words:
                    var place = random.Next(2, words.Length - 2);
                    turns[at] = turn with { Text = string.Join(' ', words[..place]) };
                    turns.Insert(at + 1, turn with { Text = string.Join(' ', words[place..]), Speaker = "Petra" });
                    break;
                default:
                    turns[at] = turn with { Text = Mended(random, turn) };
                    break;
            }
        }

        return turns;
    }

    /// <summary>Changes, removes or inserts some of the first words.</summary>
    private static string Mended(Random random, TrackedTurn turn)
    {
        var words = turn.Text.Split(' ').ToList();
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(Math.Min(9, words.Count));
            switch (random.Next(3))
            {
                case 0:
                    words.Insert(at, Word(random, turn.Words));
                    break;
                case 1 when words.Count > 3:
                    words.RemoveAt(at);
                    break;
                case 2 when words.Count > 3:
                    words[at] = Word(random, turn.Words);
                    break;
            }
        }

        return string.Join(' ', words);
    }

    private static string TextOf(Turn turn) => string.Join('\n', turn.Paragraphs.Select(paragraph => paragraph.Plain));

    private static string CitedOf(string words, CitedWords? cited) =>
        string.Join(' ', words.Split(' ').Take(cited!.Value.Last).Skip(cited.Value.First - 1));

    private static string Folded(string text) => text.Trim('.', '?');

    /// <param name="Origins">The turns of the first version that the words come from, or new numbers.</param>
    private sealed record TrackedTurn(string Speaker, string Text, int[] Origins, string[] Words);
}
