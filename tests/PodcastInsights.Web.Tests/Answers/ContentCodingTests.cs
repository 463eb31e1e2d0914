using Microsoft.AspNetCore.Http;
using PodcastInsights.Web.Answers;

namespace PodcastInsights.Web.Tests.Answers;

public sealed class ContentCodingTests
{
    [Theory]
    [InlineData(null, "identity")]
    [InlineData("", "identity")]
    [InlineData("br", "br")]
    [InlineData("BR, gzip", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("br;q=0", "identity")]
    [InlineData("br;q=0.2, gzip;q=0.8", "gzip")]
    [InlineData("br;q=0.5, identity", "identity")] // it likes the bytes as they are best
    [InlineData("*", "br")]
    [InlineData("*;q=0", "identity")] // nothing is left, and there is no answer to give but the plain one
    [InlineData("gzip;q=0, *", "br")]
    [InlineData("br;q=0, gzip;q=0, *", "identity")]
    [InlineData("identity;q=0", "identity")]
    [InlineData("x-br, brotli", "identity")] // words that only contain the name
    [InlineData("deflate", "identity")]
    [InlineData("br;q=2", "identity")] // no quality
    [InlineData("br;;", "identity")]
    [InlineData("\u0000", "identity")]
    public void The_packing_is_one_that_the_client_takes(string? accepted, string coding)
    {
        var request = new DefaultHttpContext().Request;
        if (accepted is not null)
        {
            request.Headers.AcceptEncoding = accepted;
        }

        Assert.Equal(coding, ContentCoding.Wanted(request).Name);
    }

    [Theory]
    [InlineData("text/html; charset=utf-8", true)]
    [InlineData("application/problem+json", true)]
    [InlineData("application/json+chapters", true)]
    [InlineData("application/xml", true)]
    [InlineData("application/x-subrip", true)]
    [InlineData("image/svg+xml", true)]
    [InlineData("image/png", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Texts_are_packed(string? type, bool helps) => Assert.Equal(helps, ContentCoding.Helps(type));
}
