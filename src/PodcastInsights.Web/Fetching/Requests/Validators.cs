namespace PodcastInsights.Web.Fetching.Requests;

/// <summary>Validators of a response (RFC 9110, section 8.8), stored as sent and not interpreted.</summary>
internal sealed record Validators(string? ETag, string? LastModified)
{
    /// <summary>Longest validator stored.</summary>
    private const int Longest = 500;

    /// <summary>Null where the response has none.</summary>
    public static Validators? Of(HttpResponseMessage response)
    {
        var (tag, date) = (Header("ETag"), Header("Last-Modified"));
        return tag is null && date is null ? null : new Validators(tag, date);

        string? Header(string name) =>
            (response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values))
            && values.FirstOrDefault() is { Length: > 0 and <= Longest } value
            && value.All(character => character is >= ' ' and <= '~')
                ? value
                : null;
    }

    public void AddTo(HttpRequestMessage request)
    {
        if (ETag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", ETag);
        }

        if (LastModified is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", LastModified);
        }
    }
}
