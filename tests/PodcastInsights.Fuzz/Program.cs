using PodcastInsights.Fuzz;

if (FuzzOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(FuzzOptions.Usage);
    return 2;
}

var fuzzer = new Fuzzer(options, Console.Out);
var findings = fuzzer.Run();
Console.WriteLine(
    $"{fuzzer.Tried} inputs, seed {options.Seed}, {Environment.CpuUsage.TotalTime.TotalSeconds:F0} s of processor time, {findings.Count} findings in {options.Out}");
return findings.Count == 0 ? 0 : 1;
