using System.Globalization;

namespace PodcastInsights.Benchmarks;

/// <param name="Corpus">Folder of transcripts.</param>
/// <param name="Times">How many times over its episodes are taken, each time as episodes of their own.</param>
/// <param name="Json">File to write the figures to; null for none.</param>
internal sealed record BenchmarkOptions(string Corpus, int Times, string? Json)
{
    public static BenchmarkOptions? Parse(string[] args)
    {
        string? corpus = null, json = null;
        var times = 1;
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length)
            {
                return null;
            }

            switch (args[i])
            {
                case "--corpus" when Directory.Exists(args[i + 1]):
                    corpus = args[i + 1];
                    break;
                case "--times" when int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out times) && times > 0:
                    break;
                case "--json":
                    json = args[i + 1];
                    break;
                default:
                    return null;
            }
        }

        return corpus is null ? null : new BenchmarkOptions(corpus, times, json);
    }
}
