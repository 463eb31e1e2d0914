namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>A value in front matter or a catalogue, with its path.</summary>
/// <param name="Key">
/// The path of keys, separated by dots: <c>guests.name</c> for <c>guests: [{name: Ada}]</c>. Items of a list have the list's key.
/// </param>
/// <param name="Value">Not empty, without white space around it.</param>
/// <param name="Line">Of the file, from 1.</param>
internal sealed record MetadataEntry(string Key, string Value, int Line);

/// <summary>Collects the values of a structure in document order. Bounds the depth, number and length of what a hostile file can store.</summary>
/// <param name="firstLine">Line of the file that is the parser's line 1.</param>
internal sealed class MetadataCollector(int firstLine)
{
    /// <summary>Largest depth of nesting.</summary>
    public const int Deepest = 64;

    /// <summary>Largest number of values.</summary>
    private const int Most = 2000;

    /// <summary>Longest path of keys, in characters.</summary>
    private const int LongestKey = 200;

    /// <summary>Longest value, in characters; the rest is dropped. Only descriptions are long.</summary>
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

    /// <summary>Begins a list or mapping; false where it is too deep.</summary>
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

    /// <summary>The text without white space around it, cut to the longest value that is kept.</summary>
    public static string Bounded(string? text)
    {
        var value = (text ?? "").Trim();
        return value.Length <= LongestValue ? value : value[..LongestValue];
    }
}
