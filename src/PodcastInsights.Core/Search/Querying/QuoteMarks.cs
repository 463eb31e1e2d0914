using System.Buffers;

namespace PodcastInsights.Core.Search.Querying;

internal static class QuoteMarks
{
    /// <summary>What opens and closes a phrase, in whatever script it is typed; any of them closes any other.</summary>
    public static SearchValues<char> Any { get; } = SearchValues.Create("\"“”„‟«»「」『』＂");
}
