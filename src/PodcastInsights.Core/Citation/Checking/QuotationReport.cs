using System.Text.Json.Serialization;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>The verdict on a quotation, from best to worst.</summary>
public enum QuotationVerdict
{
    /// <summary>These words in this order, in one turn or adjacent ones.</summary>
    Exact,

    /// <summary>Exact, except for words omitted at an ellipsis.</summary>
    Elided,

    /// <summary>A few words differ.</summary>
    Near,

    /// <summary>Parts from different places joined as one.</summary>
    Spliced,

    /// <summary>Said by another speaker.</summary>
    Misattributed,

    /// <summary>Not said by anybody.</summary>
    [JsonStringEnumMemberName("not-found")]
    NotFound,
}

/// <summary>The kind of a difference that may reverse the sense.</summary>
public enum QuotationCaution
{
    Negation,
    Number,
    Name,
}

/// <summary>The result of checking a text: the quotations in it.</summary>
/// <param name="Quotations">In text order; empty where the text has no words.</param>
public sealed record QuotationReport(IReadOnlyList<CheckedQuotation> Quotations)
{
    /// <summary>Longest text in characters, so that it fits in an address.</summary>
    public const int LongestText = 4000;

    /// <summary>The worst verdict of the quotations; a text without words is not found.</summary>
    public QuotationVerdict Verdict =>
        Quotations.Count == 0 ? QuotationVerdict.NotFound : Quotations.Max(static quotation => quotation.Verdict);
}

/// <summary>A checked quotation.</summary>
/// <param name="Text">The quotation, without quotation marks.</param>
/// <param name="Speaker">The claimed speaker; null where none is named.</param>
/// <param name="Places">
/// The places where it was said: all with these words, or the nearest ones; for a spliced quotation one for each part, in its order; for
/// one not found, those with parts of it.
/// </param>
/// <param name="HasMore">Whether there are more places; <see cref="Places"/> names at most <see cref="MostPlaces"/>.</param>
public sealed record CheckedQuotation(
    string Text, string? Speaker, QuotationVerdict Verdict, IReadOnlyList<QuotationPlace> Places, bool HasMore)
{
    public const int MostPlaces = 100;
}

/// <summary>A passage of the library compared with a quotation or part of one.</summary>
/// <param name="Edition">Language of the edition that has the turns; null where they are in the default one.</param>
/// <param name="Turns">The turns from the first word to the last.</param>
/// <param name="FirstWord">Number in the first turn, from 1, as <see cref="WordReader"/> counts.</param>
/// <param name="LastWord">Number in the last turn, inclusive.</param>
/// <param name="Given">The part of the quotation found here.</param>
/// <param name="Text">The words as said.</param>
public sealed record QuotationPlace(
    EpisodeSlug Episode,
    IReadOnlyDictionary<string, string> EpisodeTitles,
    DateOnly? PublishedOn,
    string? Edition,
    IReadOnlyList<Turn> Turns,
    int FirstWord,
    int LastWord,
    string Given,
    string Text,
    IReadOnlyList<QuotationDifference> Differences,
    IReadOnlyList<QuotationCaution> Cautions);

/// <summary>A difference between a quotation and what was said.</summary>
/// <param name="Given">The quotation's words; empty where it omits some, an ellipsis where it marks that.</param>
/// <param name="Source">The words said; empty where the quotation added some.</param>
public sealed record QuotationDifference(string Given, string Source);
