using System.Buffers;
using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PodcastInsights.Web.Answers;

/// <summary>The content encodings: <c>br</c>, <c>gzip</c>, and <c>identity</c> for none.</summary>
internal sealed class ContentCoding
{
    public static readonly ContentCoding Identity = new("identity", null);

    private static readonly ContentCoding Brotli = new("br", body => new BrotliStream(body, CompressionLevel.Optimal, leaveOpen: true));
    private static readonly ContentCoding Gzip = new("gzip", body => new GZipStream(body, CompressionLevel.Optimal, leaveOpen: true));

    /// <summary>In order of size, the smallest first: it is chosen where a client prefers several equally.</summary>
    private static readonly ContentCoding[] All = [Brotli, Gzip, Identity];

    /// <summary>
    /// Media types of text other than <c>text/*</c>, including their variants: <c>application/problem+json</c>, <c>json+chapters</c>.
    /// </summary>
    private static readonly StringSegment[] TextKinds = ["json", "xml", "javascript", "x-subrip"];

    private readonly Func<Stream, Stream>? pack;

    private ContentCoding(string name, Func<Stream, Stream>? pack)
    {
        Name = name;
        this.pack = pack;
    }

    public string Name { get; }

    internal static ContentCoding Named(string name) => All.Single(coding => coding.Name == name);

    /// <summary>The encoding that the client prefers; <c>identity</c> where the header is missing or invalid, or accepts none.</summary>
    public static ContentCoding Wanted(HttpRequest request)
    {
        var sent = request.Headers.AcceptEncoding;
        if (sent.Count == 0 || !StringWithQualityHeaderValue.TryParseList(sent, out var liked))
        {
            return Identity;
        }

        var best = All.MaxBy(coding => QualityOf(coding, liked))!;
        return QualityOf(best, liked) > 0 ? best : Identity;
    }

    /// <summary>Whether compression makes a body of this media type smaller. Pictures are compressed already.</summary>
    public static bool Helps(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
        {
            return false;
        }

        return type.Type.Equals("text", StringComparison.OrdinalIgnoreCase)
            || TextKinds.Contains(type.SubTypeWithoutSuffix, StringSegmentComparer.OrdinalIgnoreCase)
            || TextKinds.Contains(type.Suffix, StringSegmentComparer.OrdinalIgnoreCase);
    }

    public byte[] Pack(ReadOnlySequence<byte> body)
    {
        if (pack is null)
        {
            return body.ToArray();
        }

        using var packed = new MemoryStream((int)(body.Length / 3) + 256);
        using (var packing = pack(packed))
        {
            foreach (var part in body)
            {
                packing.Write(part.Span);
            }
        }

        return packed.ToArray();
    }

    // An encoding that the header does not list has the quality of the asterisk. Without one, only the unencoded body is accepted, with the
    // lowest quality.
    private static double QualityOf(ContentCoding coding, IList<StringWithQualityHeaderValue> liked)
    {
        var named = liked.FirstOrDefault(one => one.Value.Equals(coding.Name, StringComparison.OrdinalIgnoreCase))
            ?? liked.FirstOrDefault(one => one.Value.Equals("*", StringComparison.Ordinal));
        return named is not null ? named.Quality ?? 1 : coding == Identity ? double.Epsilon : 0;
    }
}
