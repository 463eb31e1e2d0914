using PodcastInsights.Core.Search.Querying;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>The folded words of a name, prepared for testing whether a filter means it.</summary>
internal readonly struct NameWords(string name)
{
    // The words with a space before and after each; no word contains one.
    private readonly string words = $" {string.Join(' ', QueryTerms.Phrase(name, 0).Select(static token => token.Text))} ";

    /// <summary>Whether the name contains all the words, in any script form: "lenny" matches "Lenny Rachitsky".</summary>
    public bool Hold(CallWords wanted)
    {
        foreach (var forms in wanted.Forms)
        {
            var held = false;
            foreach (var form in forms)
            {
                held |= words.Contains(form, StringComparison.Ordinal);
            }

            if (!held)
            {
                return false;
            }
        }

        return wanted.Forms.Count > 0;
    }
}

/// <summary>The words of a filter's value.</summary>
internal sealed class CallWords(string value)
{
    /// <summary>For each word its forms, as <see cref="NameWords"/> holds them.</summary>
    public IReadOnlyList<string[]> Forms { get; } = QueryTerms.Phrase(value, 0)
        .ConvertAll(static token => HanForms.OthersOf(token.Text).Prepend(token.Text).Select(static form => $" {form} ").ToArray());
}
