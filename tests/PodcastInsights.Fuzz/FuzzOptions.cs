using System.Globalization;

namespace PodcastInsights.Fuzz;

/// <summary>What a run is asked for.</summary>
/// <param name="Seed">Of all chance: the same seed makes the same inputs.</param>
/// <param name="Seconds">How long to run.</param>
/// <param name="Inputs">The most inputs to try.</param>
/// <param name="SlowSeconds">Processor time of one file from which on it is a finding; null where no time is measured.</param>
/// <param name="Out">The folder that findings are written to; null writes none.</param>
internal sealed record FuzzOptions(int Seed, double Seconds, long Inputs = long.MaxValue, double? SlowSeconds = 1, string? Out = null)
{
    public const string Usage = "PodcastInsights.Fuzz [--seconds N] [--seed S] [--out FOLDER]";

    /// <summary>The options; null where an argument is not understood.</summary>
    public static FuzzOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new FuzzOptions(Seed: 1, Seconds: 60, Out: "fuzz-findings");
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : "";
            var next = arguments[i] switch
            {
                "--seconds" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) =>
                    options with { Seconds = seconds },
                "--seed" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) => options with { Seed = seed },
                "--out" when value.Length > 0 => options with { Out = value },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            options = next;
        }

        return options;
    }
}
