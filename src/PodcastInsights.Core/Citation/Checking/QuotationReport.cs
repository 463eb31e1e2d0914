using System.Text.Json.Serialization;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>Whether somebody said what a quotation says, from the best to the worst.</summary>
public enum QuotationVerdict
{
    /// <summary>These words in this order, in one turn or neighbouring ones.</summary>
    Exact,

    /// <summary>Exact, but for words left out where the quotation has an ellipsis.</summary>
    Elided,

    /// <summary>A few words differ.</summary>
    Near,

    /// <summary>Pieces of different places joined as one.</summary>
    Spliced,

    /// <summary>Said, but by somebody else.</summary>
    Misattributed,

    /// <summary>Nobody said this.</summary>
    [JsonStringEnumMemberName("not-found")]
    NotFound,
}

/// <summary>What a difference touches that may turn the sense around.</summary>
public enum QuotationCaution
{
    Negation,
    Number,
    Name,
}

/// <summary>A text that was checked, as the quotations it holds.</summary>
/// <param name="Quotations">In the order of the text; empty where the text holds no words.</param>
public sealed record QuotationReport(IReadOnlyList<CheckedQuotation> Quotations)
{
    /// <summary>In characters: what an address holds, and more than anybody quotes.</summary>
    public const int LongestText = 4000;

    /// <summary>That of the worst quotation; a text without words is said by nobody.</summary>
    public QuotationVerdict Verdict =>
        Quotations.Count == 0 ? QuotationVerdict.NotFound : Quotations.Max(static quotation => quotation.Verdict);
}

/// <summary>One quotation, checked.</summary>
/// <param name="Text">What was looked for, without marks around it.</param>
/// <param name="Speaker">Who is said to have said it; null where nobody is named.</param>
/// <param name="Places">
/// Where it was said: all places with these words, or the nearest ones; of a spliced quotation one for each piece, in the quotation's order; of
/// one that is not found, what of it was said.
/// </param>
/// <param name="HasMore">Whether there are more places; <see cref="Places"/> names at most <see cref="MostPlaces"/>.</param>
public sealed record CheckedQuotation(
    string Text, string? Speaker, QuotationVerdict Verdict, IReadOnlyList<QuotationPlace> Places, bool HasMore)
{
    public const int MostPlaces = 100;
}

/// <summary>Words of the library that a quotation, or a piece of one, is held against.</summary>
/// <param name="Edition">Language of the edition that has the turns; null where they are in the default one.</param>
/// <param name="Turns">From the one with the first word to the one with the last.</param>
/// <param name="FirstWord">In the first turn, counted from 1 as <see cref="WordReader"/> reads them.</param>
/// <param name="LastWord">In the last turn, inclusive.</param>
/// <param name="Given">The words of the quotation that were found here.</param>
/// <param name="Text">The words as they were said.</param>
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

/// <summary>Where a quotation and what was said part.</summary>
/// <param name="Given">The quotation's words; empty where it lacks some, an ellipsis where it says so.</param>
/// <param name="Source">The words said; empty where nobody said the quotation's.</param>
public sealed record QuotationDifference(string Given, string Source);
