using PodcastInsights.Core.Search.Querying;

namespace PodcastInsights.Core.Search.Beginnings;

/// <summary>What of the query language an example shows.</summary>
public enum ExampleKind
{
    /// <summary>All of the words are wanted.</summary>
    Words,
    Phrase,

    /// <summary>Either word is enough.</summary>
    Or,

    /// <summary>The first word without the second.</summary>
    Not,
    Prefix,
    Near,

    /// <summary>One of the filters.</summary>
    Filter,
}

/// <summary>A search made of a library's own words, which finds something in it.</summary>
/// <param name="Text">The query; of a filter the value alone, in quotation marks where it needs them.</param>
/// <param name="Words">The words that it is made of; of a filter none.</param>
/// <param name="Field">Null where it is no filter.</param>
public sealed record ExampleSearch(ExampleKind Kind, string Text, IReadOnlyList<string> Words, FilterField? Field = null)
{
    /// <summary>The query as it is searched.</summary>
    public string Query => Field is null ? Text : $"{Field.Name}:{Text}";
}
