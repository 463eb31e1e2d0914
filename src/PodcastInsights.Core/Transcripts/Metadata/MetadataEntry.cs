namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>One text that front matter or a catalogue gives, with where it stands in the structure.</summary>
/// <param name="Key">
/// The keys that lead to it, parted by dots: <c>guests.name</c> for <c>guests: [{name: Ada}]</c>. Items of a list have the list's key.
/// </param>
/// <param name="Value">Not empty, without white space around it.</param>
/// <param name="Line">Of the file, from 1.</param>
internal sealed record MetadataEntry(string Key, string Value, int Line);

/// <summary>
/// Takes the texts of a structure in the order in which a reader meets them. It bounds what a hostile file costs: depth, number and
/// length of what is kept.
/// </summary>
/// <param name="firstLine">Line of the file on which the reader's line 1 stands.</param>
internal sealed class MetadataCollector(int firstLine)
{
    /// <summary>Levels of nesting that are read; no metadata has as many.</summary>
    public const int Deepest = 64;

    /// <summary>Texts that are kept.</summary>
    private const int Most = 2000;

    /// <summary>Characters of one key, with those above it.</summary>
    private const int LongestKey = 200;

    /// <summary>Characters of one text; what is beyond is left out. Descriptions are long, no other text is.</summary>
    private const int LongestValue = 20_000;

    private readonly Stack<string> path = new();
    private int level;
    private string? key;

    public List<MetadataEntry> Entries { get; } = [];

    public void Key(string name) => key = Above.Length == 0 ? name : $"{Above}.{name}";

    public void Value(string? text, int line)
    {
        var value = Bounded(text);
        if (value.Length > 0 && Entries.Count < Most && (key ?? Above) is { Length: > 0 and <= LongestKey } name)
        {
            Entries.Add(new MetadataEntry(name, value, firstLine - 1 + line));
        }

        key = null;
    }

    /// <summary>A list or a mapping begins; false where it nests too deep to be read.</summary>
    public bool Enter()
    {
        // The outermost mapping has no key.
        path.Push(level == 0 ? "" : key ?? Above);
        key = null;
        return ++level <= Deepest;
    }

    public void Leave()
    {
        path.Pop();
        level--;
        key = null;
    }

    private string Above => path.Count == 0 ? "" : path.Peek();

    private static string Bounded(string? text)
    {
        var value = (text ?? "").Trim();
        return value.Length <= LongestValue ? value : value[..LongestValue];
    }
}
