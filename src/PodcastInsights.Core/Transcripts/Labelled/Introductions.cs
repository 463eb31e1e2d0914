using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Finds who is introduced in full and called by a part of the name from there on: <c>ADA QUILL, HOST:</c>, then <c>QUILL:</c>. Both labels are one
/// person's, unless two people share that part.
/// </summary>
internal sealed class Introductions
{
    private readonly Dictionary<string, string> people = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> labels = new(StringComparer.OrdinalIgnoreCase);

    /// <remarks>"Ada Quill, host" may also be the start of a sentence; then the short label must come again.</remarks>
    /// <param name="names">Names in the order of their first labels.</param>
    public Introductions(IEnumerable<NameEvidence> names)
    {
        // Of each part of a name: the labels that it may be short for, and whose they are.
        var parts = new Dictionary<string, List<(NameEvidence Name, string Person)>>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names.Where(static name => name.Form > NameForm.Label))
        {
            if (name.Form is NameForm.Word or NameForm.Full && parts.TryGetValue(name.Name, out var introduced))
            {
                Add(name.Name, introduced.FindAll(other => other.Name.Form == NameForm.Full || name.Labels > 1));
            }

            if (NameForms.Person(name.Name) is { } full)
            {
                var person = people.GetValueOrDefault(full, full);
                var words = person.Split(' ');
                foreach (var part in Enumerable.Range(1, words.Length - 1).Select(from => string.Join(' ', words[from..])).Append(words[0]).Append(person))
                {
                    if (!parts.TryGetValue(part, out var labels))
                    {
                        parts[part] = labels = [];
                    }

                    labels.Add((name, person));
                }
            }
        }
    }

    /// <summary>The person by label, where it is clear who is meant.</summary>
    public IReadOnlyDictionary<string, string> People => people;

    /// <summary>Whether the label introduces somebody, or is short for one that did.</summary>
    public bool Contains(string label) => labels.Contains(label);

    private void Add(string part, List<(NameEvidence Name, string Person)> introduced)
    {
        if (introduced.Count == 0)
        {
            return;
        }

        var isClear = introduced.TrueForAll(other => string.Equals(other.Person, introduced[0].Person, StringComparison.OrdinalIgnoreCase));
        labels.Add(part);
        foreach (var (name, _) in introduced)
        {
            labels.Add(name.Name);
            if (isClear)
            {
                people[name.Name] = introduced[0].Person;
                people[part] = introduced[0].Person;
            }
        }
    }
}
