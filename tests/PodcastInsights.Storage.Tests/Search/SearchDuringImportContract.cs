namespace PodcastInsights.Storage.Tests;

/// <summary>Searches during an import.</summary>
public abstract class SearchDuringImportContract(StoreEngine engine) : StoreContract(engine)
{
    private static readonly Sample Lamps = new("Lamps")
    {
        Turns = [("Mina Host", ["Who lit the first lamp?"]), ("Ada Byron", ["But lamps of silver came late."])],
    };

    private static readonly Sample Bells = new("Bells") { Turns = [("Bo Quill", ["A silver bell hung under a lamp."])] };

    [Fact]
    public async Task Many_may_search_while_an_import_goes_on()
    {
        await WriteAsync(Lamps);
        var importing = Task.Run(async () =>
        {
            for (var i = 0; i < 30; i++)
            {
                await Writer.WriteAsync((Bells with { Name = $"Bells {i}" }).Build(), None);
            }

            await Writer.CompleteAsync(None);
        });
        var searching = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!importing.IsCompleted)
            {
                var found = await SearchAsync("lamp");
                Assert.Equal(found.Total, found.Facets.Episodes.Sum(facet => facet.Count));
                Assert.InRange(found.Total, 2, 32);
            }
        })).ToList();
        await Task.WhenAll([importing, .. searching]);

        Assert.Equal(32, (await SearchAsync("lamp")).Total);
    }

    [Fact]
    public async Task An_episode_that_is_written_again_is_found_whole_at_every_moment()
    {
        await WriteAsync(Lamps);
        await SearchAsync("lamp");
        var importing = Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++)
            {
                await Writer.WriteAsync(Lamps.Build() with { ContentHash = $"{i}" }, None);
            }
        });
        while (!importing.IsCompleted)
        {
            var found = await SearchAsync("lamp");
            Assert.Equal((2, 2), (found.Total, found.Items.Count));
        }

        await importing;
        await Writer.CompleteAsync(None);
        Assert.Equal((2, 0), ((await SearchAsync("lamp")).Total, (await SearchAsync("candle")).Total));
    }

    [Fact]
    public async Task Searches_follow_an_import_before_its_end()
    {
        await WriteAsync(Lamps);
        Assert.Equal(2, (await SearchAsync("lamp")).Total);
        await Writer.WriteAsync(Bells.Build(), None);

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        int total;
        do
        {
            total = (await SearchAsync("lamp")).Total;
            await Task.Yield();
        }
        while (total == 2 && !patience.IsCancellationRequested);

        Assert.Equal(3, total);
    }
}
