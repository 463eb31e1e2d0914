namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>The people in a file's metadata: speakers, hosts and guests.</summary>
internal sealed class NamedPeople
{
    private readonly HashSet<string> forms = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="names">Full names.</param>
    public NamedPeople(IEnumerable<string> names)
    {
        Names = [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];
        foreach (var name in Names)
        {
            forms.Add(name);
            var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 1)
            {
                forms.UnionWith(words.Where(word => word.Length > 1 && char.IsUpper(word[0])));
                forms.Add(string.Concat(words.Select(word => word[0])));
            }
        }
    }

    /// <summary>The distinct names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether a label means one of them: by full name, first or last name, or initials.</summary>
    public bool Has(string label) => forms.Contains(label);
}
