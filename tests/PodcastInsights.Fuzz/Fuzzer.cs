using System.Diagnostics;
using System.Text;

namespace PodcastInsights.Fuzz;

/// <summary>Tries inputs until the time is over. Those that went a new way through the parser are mutated further.</summary>
internal sealed class Fuzzer(FuzzOptions options, TextWriter log)
{
    /// <summary>Findings kept of one cause; most of the others are the same fault again.</summary>
    private const int MostOfACause = 12;

    /// <summary>Characters of an input that is mutated further: small ones are read more often in the same time.</summary>
    private const int LongestKnown = 6000;

    private const int MostTries = 4000;

    private readonly Trial trial = new(options.SlowSeconds);
    private readonly List<FuzzInput> known = Seeds.Read();
    private readonly HashSet<string> behaviours = [];
    private readonly Dictionary<string, int> causes = [];
    private readonly HashSet<string> shapes = [];
    private readonly List<Finding> findings = [];

    public long Tried { get; private set; }

    /// <summary>What was found, one of each shape; reduced.</summary>
    public IReadOnlyList<Finding> Run()
    {
        var clock = Stopwatch.StartNew();
        foreach (var seed in known.ToList())
        {
            Try(seed);
        }

        var mutator = new Mutator(new Random(options.Seed), known);
        while (clock.Elapsed.TotalSeconds < options.Seconds && Tried < options.Inputs)
        {
            Try(mutator.Next());
        }

        return findings;
    }

    private void Try(FuzzInput input)
    {
        // What ends the process, or never comes to an end, is found here.
        Write("last-input", input, null);
        Tried++;
        if (trial.Of(input, out var behaviour) is { } finding)
        {
            Keep(finding);
        }
        else if (behaviours.Add(behaviour) && input is { Bytes: null, Length: <= LongestKnown })
        {
            known.Add(input);
        }
    }

    private void Keep(Finding finding)
    {
        var cause = $"{finding.Kind} {finding.Cause}";
        var count = causes[cause] = causes.GetValueOrDefault(cause) + 1;
        if (count > MostOfACause)
        {
            return;
        }

        var reducer = new Reducer(
            input => trial.Of(input, out _) is { } same && same.Kind == finding.Kind && same.Cause == finding.Cause,
            finding.Kind == FindingKind.Slow ? 100 : MostTries);
        var reduced = trial.Of(reducer.Reduce(finding.Input), out _) ?? finding;
        if (!shapes.Add($"{cause} {ShapeOf(reduced.Input)}"))
        {
            return;
        }

        findings.Add(reduced);
        Write($"{findings.Count:D3}-{finding.Kind}", reduced.Input, $"{cause}\n{reduced.Reason}\n{Literal(reduced.Input)}\n");
        log.WriteLine($"{cause}: {Literal(reduced.Input)} {reduced.Reason.AsSpan(0, Math.Min(160, reduced.Reason.Length))}");
    }

    /// <summary>The input with all letters and all digits alike.</summary>
    private static string ShapeOf(FuzzInput input) => string.Concat(
        Literal(input).Select(character => char.IsLetter(character) ? 'a' : char.IsDigit(character) ? '0' : character)).Replace("aa", "a", StringComparison.Ordinal);

    /// <summary>As C# writes it; long ones are cut.</summary>
    private static string Literal(FuzzInput input)
    {
        var text = new StringBuilder(input.Path).Append(input.Bytes is null ? " \"" : " bytes \"");
        foreach (var character in (input.Bytes is { } bytes ? Encoding.Latin1.GetString(bytes) : input.Text).Take(600))
        {
            _ = character switch
            {
                '\n' => text.Append("\\n"),
                '"' or '\\' => text.Append('\\').Append(character),
                < ' ' or (> '~' and < '\u00C0') or (>= '\u2000' and < '\u2070') or >= '\uD800' => text.Append(FormattableString.Invariant($"\\u{(int)character:X4}")),
                _ => text.Append(character),
            };
        }

        return text.Append('"').ToString();
    }

    private void Write(string name, FuzzInput input, string? reason)
    {
        if (options.Out is not { } folder)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        var extension = Path.GetExtension(input.Path);
        File.WriteAllBytes(Path.Combine(folder, name + (reason is null ? "" : extension)), input.Bytes ?? Encoding.UTF8.GetBytes(input.Text));
        if (reason is not null)
        {
            File.WriteAllText(Path.Combine(folder, name + ".reason.txt"), reason);
        }
    }
}
