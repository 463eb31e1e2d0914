using System.Diagnostics;
using System.Globalization;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Benchmarks;

/// <summary>
/// What an import costs the searches beside it: one thread asks the queries in turn while episodes are written as fast as they can be, into
/// a library of its own, which costs them a part of the machine alone, and into the one that is searched.
/// </summary>
internal static class SearchesBesideImport
{
    private const int MostEpisodes = 400;

    public static async Task MeasureAsync(ProductEngine product, Corpus corpus, IReadOnlyList<BenchmarkQuery> queries)
    {
        var news = corpus.Episodes.Take(MostEpisodes)
            .Select(static episode => episode with
            {
                Slug = EpisodeSlug.From($"new {episode.Slug}"),
                ContentHash = $"new {episode.ContentHash}",
            })
            .ToList();
        var again = news.ConvertAll(static episode => episode with { ContentHash = $"again {episode.ContentHash}" });
        Console.WriteLine($"searches beside an import of {news.Count} episodes");
        Console.WriteLine("                       mean    p50    p95    p99  searches  import s");
        Alone("before it", product, queries);
        await BesideAsync("into another library", product, queries, () => product.ImportElsewhereAsync(news));
        await BesideAsync("into this one", product, queries, () => product.ImportAsync(news));
        Alone("after it", product, queries);
        await BesideAsync("of the same again", product, queries, () => product.ImportAsync(again));
    }

    private static void Alone(string name, ProductEngine product, IReadOnlyList<BenchmarkQuery> queries)
    {
        var began = Stopwatch.GetTimestamp();
        Print(name, Ask(product, queries, () => Stopwatch.GetElapsedTime(began).TotalSeconds > 3), null);
    }

    private static async Task BesideAsync(string name, ProductEngine product, IReadOnlyList<BenchmarkQuery> queries, Func<Task> import)
    {
        var began = Stopwatch.GetTimestamp();
        var importing = Task.Run(import);
        var times = Ask(product, queries, () => importing.IsCompleted);
        await importing;
        Print(name, times, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    /// <returns>Milliseconds of each search, sorted.</returns>
    private static List<double> Ask(ProductEngine product, IReadOnlyList<BenchmarkQuery> queries, Func<bool> ended)
    {
        var times = new List<double>();
        for (var i = 0; !ended(); i = (i + 1) % queries.Count)
        {
            var started = Stopwatch.GetTimestamp();
            product.Search(queries[i]);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    private static void Print(string name, List<double> times, double? importSeconds)
    {
        double At(double share) => times[(int)(times.Count * share)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-20} {times.Average(),6:0.000} {At(0.5),6:0.00} {At(0.95),6:0.00} {At(0.99),6:0.00} "
            + $"{times.Count,9} {importSeconds,9:0.0}"));
    }
}
