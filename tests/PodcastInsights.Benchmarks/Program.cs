using BenchmarkDotNet.Running;
using PodcastInsights.Benchmarks;

if (args is ["pieces", ..])
{
    BenchmarkRunner.Run<SearchPieces>(args: args[1..]);
    BenchmarkRunner.Run<NamePieces>(args: args[1..]);
    return 0;
}

// One of the processes that the comparison starts.
if (args is ["cold", var engine, var folder, var queries])
{
    return await ColdQueries.AnswerAsync(engine, folder, queries);
}

if (BenchmarkOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine("usage: PodcastInsights.Benchmarks --corpus FOLDER [--times N] [--json FILE]   the engines side by side");
    Console.Error.WriteLine("       PodcastInsights.Benchmarks pieces                                     what one search is made of");
    return 2;
}

return await EngineComparison.RunAsync(options);
