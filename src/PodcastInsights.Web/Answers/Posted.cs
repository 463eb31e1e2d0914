using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace PodcastInsights.Web.Answers;

/// <summary>What a request says beside its address, read whole before its answer is made. No two are alike, so none is answered for another.</summary>
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
