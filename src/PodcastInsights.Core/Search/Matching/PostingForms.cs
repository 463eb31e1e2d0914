namespace PodcastInsights.Core.Search.Matching;

internal static class PostingForms
{
    /// <summary>Positions of the token in any of its forms.</summary>
    /// <param name="others">Forms other than the typed one.</param>
    public static PostingList AnyForm(this IPostings postings, string token, IReadOnlyList<string> others)
    {
        if (others.Count == 0)
        {
            return postings.Token(token);
        }

        // The key includes the forms: a larger vocabulary may have more.
        var key = $"{token} {string.Join(' ', others)}";
        return postings.Derived(
            key, after => PostingAlgebra.Union([postings.Token(token), .. others.Select(postings.Token)], otherFrom: 1, after));
    }
}
