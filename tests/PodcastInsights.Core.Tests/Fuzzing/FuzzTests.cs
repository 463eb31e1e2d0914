using PodcastInsights.Fuzz;

namespace PodcastInsights.Core.Tests.Fuzzing;

/// <summary>The short form of the fuzz target, which always tries the same inputs.</summary>
public sealed class FuzzTests
{
    [Fact]
    public void Nothing_is_thrown_and_no_word_is_lost_whatever_the_file_holds()
    {
        using var log = new StringWriter();

        var findings = new Fuzzer(new FuzzOptions(Seed: 1, Seconds: double.PositiveInfinity, Inputs: 1500, SlowSeconds: null), log).Run();

        Assert.True(findings.Count == 0, log.ToString());
    }
}
