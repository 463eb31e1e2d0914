using System.Collections.Frozen;
using System.Text;

namespace PodcastInsights.Core.Text;

/// <summary>The Simplified and Traditional forms of a Han character, by OpenCC's character table.</summary>
public static class HanForms
{
    private const string Resource = "PodcastInsights.Core.Text.TSCharacters.txt";

    private static readonly Lazy<FrozenDictionary<string, string[]>> Groups = new(Load);

    /// <summary>The other ways to write the character; empty where there is one way only.</summary>
    public static IReadOnlyList<string> OthersOf(string character)
    {
        ArgumentNullException.ThrowIfNull(character);
        return Groups.Value.TryGetValue(character, out var forms) ? Array.FindAll(forms, form => form != character) : [];
    }

    /// <summary>Whether the text is written in Traditional characters: more of it than in Simplified ones, of those that tell.</summary>
    public static bool IsTraditional(ReadOnlySpan<char> text)
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

        return surplus > 0;
    }

    /// <summary>
    /// Characters that are simplified alike make one group (发, 發 and 髮), so that every form of a word finds what any
    /// other form finds.
    /// </summary>
    private static FrozenDictionary<string, string[]> Load()
    {
        using var stream = typeof(HanForms).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var bySimplified = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab <= 0 || line[0] == '#')
            {
                continue;
            }

            // "發<tab>发": where several follow, the first is the usual one.
            var simplified = line[(tab + 1)..].Split(' ')[0];
            if (!bySimplified.TryGetValue(simplified, out var forms))
            {
                bySimplified[simplified] = forms = [simplified];
            }

            if (!forms.Contains(line[..tab]))
            {
                forms.Add(line[..tab]);
            }
        }

        return bySimplified.Values
            .Where(static forms => forms.Count > 1)
            .SelectMany(static forms => forms.Select(form => (form, all: forms.ToArray())))
            .DistinctBy(static pair => pair.form)
            .ToFrozenDictionary(static pair => pair.form, static pair => pair.all, StringComparer.Ordinal);
    }
}
