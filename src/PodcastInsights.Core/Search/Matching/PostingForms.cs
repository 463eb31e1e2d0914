namespace PodcastInsights.Core.Search.Matching;

internal static class PostingForms
{
    /// <summary>Where the token stands in any of its forms.</summary>
    /// <param name="others">Forms other than the one typed.</param>
    public static PostingList AnyForm(this IPostings postings, string token, IReadOnlyList<string> others)
    {
        if (others.Count == 0)
        {
            return postings.Token(token);
        }

        // The forms belong to the key: a larger vocabulary may know more of them.
        var key = $"{token} {string.Join(' ', others)}";
        return postings.Derived(
            key, after => PostingAlgebra.Union([postings.Token(token), .. others.Select(postings.Token)], otherFrom: 1, after));
    }
}
