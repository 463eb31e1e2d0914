using System.Collections.Frozen;
using System.Text;

namespace PodcastInsights.Core.Text;

/// <summary>
/// The Simplified and Traditional forms of a Han character, and the forms that Taiwan and Hong Kong prefer, by OpenCC's character tables.
/// </summary>
public static class HanForms
{
    private static readonly Lazy<FrozenDictionary<string, string[]>> Groups = new(Load);

    /// <summary>The other forms of the character; empty where there are none.</summary>
    public static IReadOnlyList<string> OthersOf(string character)
    {
        ArgumentNullException.ThrowIfNull(character);
        return Groups.Value.TryGetValue(character, out var forms) ? Array.FindAll(forms, form => form != character) : [];
    }

    /// <summary>The Simplified form of the character, or the character itself.</summary>
    public static string SimplifiedOf(string character)
    {
        ArgumentNullException.ThrowIfNull(character);
        return Groups.Value.TryGetValue(character, out var forms) ? forms[0] : character;
    }

    /// <summary>
    /// The number of characters that exist in Traditional script only, minus those in Simplified script only. Negative for a Simplified
    /// text.
    /// </summary>
    public static int TraditionalSurplus(ReadOnlySpan<char> text)
    {
        var surplus = 0;
        var lookup = Groups.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < text.Length; at++)
        {
            if (lookup.TryGetValue(text.Slice(at, 1), out var forms))
            {
                surplus += text[at] == forms[0][0] ? -1 : 1;
            }
        }

        return surplus;
    }

    /// <summary>
    /// Builds groups of characters with the same Simplified form (发, 發 and 髮), so that a search for any form of a word finds all forms.
    /// </summary>
    private static FrozenDictionary<string, string[]> Load()
    {
        var bySimplified = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var simplifiedOf = new Dictionary<string, string>(StringComparer.Ordinal);

        // "發<tab>发": where several follow, the first is the usual one.
        foreach (var (form, others) in Table("TSCharacters.txt"))
        {
            Add(others[0], form);
        }

        // "着<tab>著": the same character, as one writes it there.
        foreach (var (form, others) in Table("TWVariants.txt").Concat(Table("HKVariants.txt")))
        {
            var simplified = simplifiedOf.GetValueOrDefault(form) ?? others.Select(simplifiedOf.GetValueOrDefault).FirstOrDefault() ?? form;
            foreach (var other in others.Prepend(form))
            {
                Add(simplified, other);
            }
        }

        return bySimplified.Values
            .Where(static forms => forms.Count > 1)
            .SelectMany(static forms => forms.Select(form => (form, all: forms.ToArray())))
            .DistinctBy(static pair => pair.form)
            .ToFrozenDictionary(static pair => pair.form, static pair => pair.all, StringComparer.Ordinal);

        void Add(string simplified, string form)
        {
            if (!bySimplified.TryGetValue(simplified, out var forms))
            {
                bySimplified[simplified] = forms = [simplified];
            }

            if (!forms.Contains(form))
            {
                forms.Add(form);
            }

            simplifiedOf.TryAdd(form, simplified);
        }
    }

    private static IEnumerable<(string Form, string[] Others)> Table(string name)
    {
        var resource = $"PodcastInsights.Core.Text.{name}";
        using var stream = typeof(HanForms).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.IndexOf('\t', StringComparison.Ordinal) is > 0 and var tab && line[0] != '#')
            {
                yield return (line[..tab], line[(tab + 1)..].Split(' '));
            }
        }
    }
}
