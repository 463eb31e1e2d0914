using System.Diagnostics;
using System.Text;

namespace PodcastInsights.Fuzz;

/// <summary>
/// Takes lines, then characters, out of an input as long as it shows the same fault. What is long and slow to read is left as far as it came:
/// other inputs are worth the time more.
/// </summary>
internal sealed class Reducer(Func<FuzzInput, bool> isFaulty, int tries)
{
    private const double MostSeconds = 15;

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private int left = tries;

    private bool GoesOn => left > 0 && clock.Elapsed.TotalSeconds < MostSeconds;

    public FuzzInput Reduce(FuzzInput input)
    {
        if (input.Bytes is { } bytes)
        {
            // One character a byte, so that bytes that are no text are reduced too.
            return Bytes(Reduced(Encoding.Latin1.GetString(bytes), Bytes));
        }

        return Text(Reduced(input.Text, Text));

        FuzzInput Bytes(string text) => input with { Bytes = Encoding.Latin1.GetBytes(text) };
        FuzzInput Text(string text) => input with { Text = text };
    }

    private string Reduced(string text, Func<string, FuzzInput> inputOf)
    {
        var lines = Without([.. text.Split('\n')], kept => string.Join('\n', kept), inputOf);
        var characters = lines.Select(character => character.ToString()).ToList();
        return string.Concat(Without(characters, string.Concat, inputOf));
    }

    /// <summary>Leaves out runs of items, from half of all down to one, until no run can be left out.</summary>
    private string Without(List<string> items, Func<IEnumerable<string>, string> textOf, Func<string, FuzzInput> inputOf)
    {
        for (var run = Math.Max(1, items.Count / 2); run > 0 && GoesOn; run /= 2)
        {
            for (var at = 0; at < items.Count && GoesOn;)
            {
                List<string> kept = [.. items.Take(at), .. items.Skip(at + run)];
                left--;
                if (kept.Count < items.Count && isFaulty(inputOf(textOf(kept))))
                {
                    items = kept;
                }
                else
                {
                    at += run;
                }
            }
        }

        return textOf(items);
    }
}
