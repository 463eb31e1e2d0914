using System.Buffers;
using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PodcastInsights.Web.Answers;

/// <summary>How an answer's bytes are packed: <c>br</c>, <c>gzip</c>, or as they are (<c>identity</c>).</summary>
internal sealed class ContentCoding
{
    public static readonly ContentCoding Identity = new("identity", null);

    private static readonly ContentCoding Brotli = new("br", body => new BrotliStream(body, CompressionLevel.Optimal, leaveOpen: true));
    private static readonly ContentCoding Gzip = new("gzip", body => new GZipStream(body, CompressionLevel.Optimal, leaveOpen: true));

    /// <summary>The smaller first: it is taken where a client likes several alike.</summary>
    private static readonly ContentCoding[] All = [Brotli, Gzip, Identity];

    /// <summary>Kinds of text beside <c>text/*</c>, whatever they are further called: <c>application/problem+json</c>, <c>json+chapters</c>.</summary>
    private static readonly StringSegment[] TextKinds = ["json", "xml", "javascript", "x-subrip"];

    private readonly Func<Stream, Stream>? pack;

    private ContentCoding(string name, Func<Stream, Stream>? pack)
    {
        Name = name;
        this.pack = pack;
    }

    public string Name { get; }

    internal static ContentCoding Named(string name) => All.Single(coding => coding.Name == name);

    /// <summary>What the client likes best of those it takes; as it is for one that says nothing, nothing that can be read, or takes none.</summary>
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

    /// <summary>Whether packing makes a text of this kind smaller; pictures are packed already.</summary>
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

    // What is not named is taken as the star says; without a star only the bytes as they are. They rank last unless they are liked by name.
    private static double QualityOf(ContentCoding coding, IList<StringWithQualityHeaderValue> liked)
    {
        var named = liked.FirstOrDefault(one => one.Value.Equals(coding.Name, StringComparison.OrdinalIgnoreCase))
            ?? liked.FirstOrDefault(one => one.Value.Equals("*", StringComparison.Ordinal));
        return named is not null ? named.Quality ?? 1 : coding == Identity ? double.Epsilon : 0;
    }
}
