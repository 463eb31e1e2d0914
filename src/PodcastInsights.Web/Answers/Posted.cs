using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace PodcastInsights.Web.Answers;

/// <summary>
/// Headers and body of a POST request, read completely before its response is rendered. Compared by reference, so that such a response is
/// never shared or cached.
/// </summary>
internal sealed class Posted(KeyValuePair<string, StringValues>[] headers, byte[] body)
{
    public void PutInto(IHttpRequestFeature request)
    {
        request.Method = HttpMethods.Post;
        foreach (var (name, value) in headers)
        {
            request.Headers[name] = value;
        }

        request.Headers.ContentLength = body.Length;
        request.Body = new MemoryStream(body, writable: false);
    }
}
