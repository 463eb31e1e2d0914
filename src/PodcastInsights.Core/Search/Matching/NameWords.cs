using PodcastInsights.Core.Search.Querying;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>The words of a name, folded as those of a query are, so that it is told quickly whether a filter means it.</summary>
internal readonly struct NameWords(string name)
{
    // Each word between spaces, which no word holds.
    private readonly string words = $" {string.Join(' ', QueryTerms.Phrase(name, 0).Select(static token => token.Text))} ";

    /// <summary>Whether the name holds all the words, in whatever script form: "lenny" calls "Lenny Rachitsky".</summary>
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

/// <summary>The words by which a filter calls something.</summary>
internal sealed class CallWords(string value)
{
    /// <summary>Of each word, as <see cref="NameWords"/> holds it.</summary>
    public IReadOnlyList<string[]> Forms { get; } = QueryTerms.Phrase(value, 0)
        .ConvertAll(static token => HanForms.OthersOf(token.Text).Prepend(token.Text).Select(static form => $" {form} ").ToArray());
}
