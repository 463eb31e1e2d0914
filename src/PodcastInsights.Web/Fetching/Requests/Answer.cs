namespace PodcastInsights.Web.Fetching.Requests;

/// <summary>What came of asking for an address.</summary>
internal abstract record Answer
{
    private Answer()
    {
    }

    /// <param name="From">After all redirects.</param>
    /// <param name="Charset">As the answer's header names it; null where it does not.</param>
    public sealed record Content(byte[] Bytes, Uri From, string? Charset, Validators? Validators) : Answer;

    /// <summary>What one has is what there is.</summary>
    public sealed record NotModified : Answer;

    /// <param name="Reason">A sentence for whoever fetches, without its full stop; nothing in it was sent by a server.</param>
    public sealed record Failure(string Reason) : Answer;
}
