namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>The people whom a file's metadata name as speakers, hosts or guests.</summary>
internal sealed class NamedPeople
{
    private readonly HashSet<string> forms = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="names">Names in full, as the metadata give them.</param>
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

    /// <summary>Each once.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether a label names one of them: in full, by first or last name, or by initials.</summary>
    public bool Has(string label) => forms.Contains(label);
}
