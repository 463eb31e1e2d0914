using PodcastInsights.Core.Search.Querying;

namespace PodcastInsights.Core.Search.Beginnings;

/// <summary>The feature of the query language that an example shows.</summary>
public enum ExampleKind
{
    /// <summary>Several words, all of which must occur.</summary>
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

/// <summary>An example search made from the library's own words, which has results.</summary>
/// <param name="Text">The query; for a filter only its value, in quotation marks where needed.</param>
/// <param name="Words">The words of the query; empty for a filter.</param>
/// <param name="Field">Null for other kinds than filters.</param>
public sealed record ExampleSearch(ExampleKind Kind, string Text, IReadOnlyList<string> Words, FilterField? Field = null)
{
    /// <summary>The complete query.</summary>
    public string Query => Field is null ? Text : $"{Field.Name}:{Text}";
}
