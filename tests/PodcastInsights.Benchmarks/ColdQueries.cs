using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace PodcastInsights.Benchmarks;

/// <summary>Asks each query once, in a process that has asked nothing before: what the first visitors after a start wait for.</summary>
internal static class ColdQueries
{
    private const int Processes = 3;

    private static readonly string[] Names = ["product", "product+facets", "fts5", "lucene"];

    /// <param name="folder">Holds the indexes of all engines.</param>
    public static async Task MeasureAsync(string folder, IReadOnlyList<BenchmarkQuery> queries)
    {
        var file = Path.Combine(folder, "queries.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(queries));
        var times = Names.ToDictionary(static name => name, static _ => new List<double[]>());
        for (var round = 0; round < Processes; round++)
        {
            foreach (var name in Names)
            {
                times[name].Add(await AskAsync(name, folder, file));
            }
        }

        Console.WriteLine($"cold: each query once, the median of {Processes} fresh processes, in ms");
        Console.WriteLine("engine           first    mean    p50    p95    p99");
        foreach (var (name, rounds) in times)
        {
            var medians = Enumerable.Range(0, queries.Count)
                .Select(query => rounds.Select(round => round[query]).Order().ElementAt(Processes / 2))
                .ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-14} {medians[0],7:0.0} {medians.Average(),7:0.000} {EngineComparison.At(medians, 0.5),6:0.00} "
                + $"{EngineComparison.At(medians, 0.95),6:0.00} {EngineComparison.At(medians, 0.99),6:0.00}"));
        }
    }

    /// <summary>What the fresh process does: opens the one engine, and prints the milliseconds of each query as JSON.</summary>
    public static async Task<int> AnswerAsync(string name, string folder, string file)
    {
        var queries = JsonSerializer.Deserialize<List<BenchmarkQuery>>(await File.ReadAllTextAsync(file))!;
        using ISearchEngine engine = name switch
        {
            "fts5" => new Fts5Engine(folder),
            "lucene" => new LuceneEngine(folder),
            _ => new ProductEngine(folder, withFacets: name == "product+facets"),
        };
        await engine.OpenAsync();
        var times = new double[queries.Count];
        for (var i = 0; i < times.Length; i++)
        {
            var started = Stopwatch.GetTimestamp();
            engine.Search(queries[i]);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Console.WriteLine(JsonSerializer.Serialize(times));
        return 0;
    }

    private static async Task<double[]> AskAsync(string name, string folder, string file)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ColdQueries).Assembly.Location);
        }

        foreach (var argument in (string[])["cold", name, folder, file])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<double[]>(printed)!;
    }
}
