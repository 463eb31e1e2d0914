using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Sessions;

namespace PodcastInsights.Storage.Tests.Sqlite;

/// <summary>A cancelled search ends, and does not affect later ones.</summary>
public sealed class CancelledSearchTests : IDisposable
{
    private const int Turns = 300;

    private static readonly SearchRequest Request = new(SearchQuery.Parse("the lamp \"of the\" room OR hall near lantern*"));

    private readonly SqliteEngine engine = new();

    public void Dispose() => engine.Dispose();

    [Fact]
    public async Task Whenever_it_is_cancelled_it_ends_so_or_with_its_answer_and_the_next_is_whole()
    {
        (string? Speaker, string[] Paragraphs) TurnOf(int number) =>
            ("Ada Byron", [$"The lamp number {number} of the hall lit the room and the lanterns of it."]);
        var talk = new Sample("Talk") { Turns = [.. Enumerable.Range(0, Turns).Select(TurnOf)] };
        await engine.Writer.WriteAsync(talk.Build(), CancellationToken.None);
        var total = (await engine.Search.SearchAsync(Request, CancellationToken.None)).Total;
        for (var moment = 0; moment < 24; moment++)
        {
            // A new index has no cached data, so the search must read.
            using var index = new LibrarySearch(engine.Source);
            using var stop = new CancellationTokenSource();
            var cancelled = Task.Run(() => index.SearchAsync(Request, stop.Token));
            SpinWait.SpinUntil(() => cancelled.IsCompleted, TimeSpan.FromTicks(moment * moment * 200));
            await stop.CancelAsync();
            try
            {
                Assert.Equal(total, (await cancelled).Total);
            }
            catch (OperationCanceledException ended)
            {
                Assert.Equal(stop.Token, ended.CancellationToken);
            }

            Assert.Equal(total, (await index.SearchAsync(Request, CancellationToken.None)).Total);
        }
    }
}
