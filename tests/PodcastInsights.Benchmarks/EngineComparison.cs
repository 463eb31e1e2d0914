using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace PodcastInsights.Benchmarks;

/// <summary>Runs the same queries through all engines, in turns, and prints what they took.</summary>
internal static class EngineComparison
{
    private const int WarmUps = 2;
    private const int Rounds = 3;

    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private sealed record Figures(
        string Name, double Mean, double P50, double P95, double P99, double Qps1, double Qps2, double BuildSeconds, long IndexBytes);

    /// <returns>0 where the product's answers agree with the exact ones, else 1.</returns>
    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        var corpus = Corpus.Read(options.Corpus, options.Times);
        var queries = BenchmarkQueries.From(corpus);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{corpus.Episodes.Count} episodes, {corpus.Passages.Count} paragraphs, {corpus.TextBytes / 1e6:0.0} MB of text, "
            + $"{queries.Count} queries"));
        var folder = Directory.CreateTempSubdirectory("podcastinsights-benchmark-").FullName;
        var product = new ProductEngine(folder, withFacets: false);
        ISearchEngine[] engines =
            [product, new ProductEngine(folder, withFacets: true, product), new Fts5Engine(folder), new LuceneEngine(folder)];
        try
        {
            foreach (var engine in engines)
            {
                await engine.BuildAsync(corpus);
            }

            var times = Time(engines, queries);
            var figures = engines.Select((engine, i) => FiguresOf(engine, times[i], queries)).ToList();
            Print(figures, queries, times, corpus);
            if (options.Json is { } file)
            {
                await File.WriteAllTextAsync(
                    file, JsonSerializer.Serialize(new { paragraphs = corpus.Passages.Count, engines = figures }, CamelCase));
            }

            await ColdQueries.MeasureAsync(folder, queries);
            var agree = Agree(new ExactBm25(corpus), product, queries);
            await SearchesBesideImport.MeasureAsync(product, corpus, queries);
            return agree ? 0 : 1;
        }
        finally
        {
            foreach (var engine in engines.Reverse())
            {
                engine.Dispose();
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Milliseconds by engine and query: the median of the rounds.</summary>
    private static double[][] Time(ISearchEngine[] engines, IReadOnlyList<BenchmarkQuery> queries)
    {
        var rounds = new double[engines.Length, queries.Count, Rounds];
        for (var round = -WarmUps; round < Rounds; round++)
        {
            for (var e = 0; e < engines.Length; e++)
            {
                for (var q = 0; q < queries.Count; q++)
                {
                    var started = Stopwatch.GetTimestamp();
                    engines[e].Search(queries[q]);
                    if (round >= 0)
                    {
                        rounds[e, q, round] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                    }
                }
            }
        }

        double Median(int e, int q) => Enumerable.Range(0, Rounds).Select(round => rounds[e, q, round]).Order().ElementAt(Rounds / 2);
        return Enumerable.Range(0, engines.Length)
            .Select(e => Enumerable.Range(0, queries.Count).Select(q => Median(e, q)).ToArray())
            .ToArray();
    }

    private static Figures FiguresOf(ISearchEngine engine, double[] times, IReadOnlyList<BenchmarkQuery> queries)
    {
        return new Figures(
            engine.Name,
            times.Average(),
            At(times, 0.5),
            At(times, 0.95),
            At(times, 0.99),
            Throughput(engine, queries, 1),
            Throughput(engine, queries, 2),
            engine.FillSeconds,
            engine.IndexBytes());
    }

    internal static double At(IEnumerable<double> times, double share) =>
        times.Order().ToArray() is var sorted ? sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))] : 0;

    private static double Throughput(ISearchEngine engine, IReadOnlyList<BenchmarkQuery> queries, int threads)
    {
        var asked = 0;
        var started = Stopwatch.GetTimestamp();
        var workers = Enumerable.Range(0, threads).Select(worker => new Thread(() =>
        {
            for (var i = worker; Stopwatch.GetElapsedTime(started).TotalSeconds < 3; i++)
            {
                engine.Search(queries[i * 7 % queries.Count]);
                Interlocked.Increment(ref asked);
            }
        })).ToList();
        workers.ForEach(static worker => worker.Start());
        workers.ForEach(static worker => worker.Join());
        return asked / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static void Print(List<Figures> figures, IReadOnlyList<BenchmarkQuery> queries, double[][] times, Corpus corpus)
    {
        var raw = figures.Single(static engine => engine.Name == "fts5");
        Console.WriteLine("engine            mean    p50    p95    p99  x fts5    qps1    qps2  build s  index/text");
        foreach (var engine in figures)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{engine.Name,-14} {engine.Mean,7:0.000} {engine.P50,6:0.00} {engine.P95,6:0.00} {engine.P99,6:0.00} "
                + $"{engine.Mean / raw.Mean,7:0.000} {engine.Qps1,7:0} {engine.Qps2,7:0} {engine.BuildSeconds,8:0.0} "
                + $"{(double)engine.IndexBytes / corpus.TextBytes,11:0.00}"));
        }

        Console.WriteLine("mean by kind      " + string.Join(' ', figures.Select(static engine => $"{engine.Name,14}")));
        foreach (var kind in queries.Index().GroupBy(static query => query.Item.Kind))
        {
            Console.WriteLine($"{kind.Key,-17} " + string.Join(' ', times.Select(engine =>
                string.Create(CultureInfo.InvariantCulture, $"{kind.Average(query => engine[query.Index]),14:0.000}"))));
        }
    }

    private static bool Agree(ExactBm25 exact, ProductEngine product, IReadOnlyList<BenchmarkQuery> queries)
    {
        var asked = 0;
        var totals = 0;
        var overlap = 0.0;
        var words = queries.Where(query =>
            query.Words.Count == 1
            && query.Kind is QueryKind.Common or QueryKind.Middling or QueryKind.Rare
            && exact.Knows(query.Words[0]));
        foreach (var query in words)
        {
            var (total, top) = exact.Search(query.Words[0]);
            var answer = product.Search(query);
            asked++;
            totals += answer.Total == total ? 1 : 0;
            overlap += answer.Top.Count == 0 ? 1 : (double)answer.Top.Count(top.Contains) / answer.Top.Count;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"against exact BM25: {totals} of {asked} totals agree, the first twenty share {overlap / Math.Max(1, asked):0.000}"));
        return totals == asked;
    }
}
