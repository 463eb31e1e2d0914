using System.Buffers;

namespace PodcastInsights.Core.Search.Querying;

internal static class QuoteMarks
{
    /// <summary>Quotation marks of all scripts. Any of them closes a phrase that any other opened.</summary>
    public static SearchValues<char> Any { get; } = SearchValues.Create("\"“”„‟«»「」『』＂");
}
