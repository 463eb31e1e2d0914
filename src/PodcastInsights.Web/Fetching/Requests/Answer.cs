namespace PodcastInsights.Web.Fetching.Requests;

/// <summary>The result of a request.</summary>
internal abstract record Answer
{
    private Answer()
    {
    }

    /// <param name="From">Final address after redirects.</param>
    /// <param name="Charset">Charset in the response header; null for none.</param>
    internal sealed record Content(byte[] Bytes, Uri From, string? Charset, Validators? Validators) : Answer;

    /// <summary>The known copy is current (304).</summary>
    internal sealed record NotModified : Answer;

    /// <param name="Reason">A sentence without full stop for the user; nothing in it comes from a server.</param>
    internal sealed record Failure(string Reason) : Answer;
}
