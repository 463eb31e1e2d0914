using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace PodcastInsights.Web.Fetching.Feeds;

/// <summary>
/// Decodes a feed: by byte order mark, else the XML declaration, else the response header, else UTF-8. Bytes and characters that are
/// invalid in XML become U+FFFD, so that the feed can still be parsed.
/// </summary>
internal static partial class FeedEncoding
{
    /// <summary>Number of bytes that contain the declaration.</summary>
    private const int Head = 200;

    private static readonly SearchValues<char> NotOfXml =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(value => (char)value).Except("\t\n\r"), '\uFFFE', '\uFFFF']);

    static FeedEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Read(byte[] bytes, string? charset)
    {
        var text = EncodingOf(bytes, charset).GetString(bytes).TrimStart('\uFEFF').TrimStart();
        return text.AsSpan().ContainsAny(NotOfXml)
            ? string.Create(text.Length, text, static (span, source) =>
            {
                source.CopyTo(span);
                span.ReplaceAny(NotOfXml, '\uFFFD');
            })
            : text;
    }

    private static Encoding EncodingOf(byte[] bytes, string? charset) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [(byte)'<', 0, ..] => Encoding.Unicode,
        [0, (byte)'<', ..] => Encoding.BigEndianUnicode,
        _ => Named(Declared.Match(Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, Head)))).Groups["name"].Value)
            ?? Named(charset)
            ?? Encoding.UTF8,
    };

    private static Encoding? Named(string? name)
    {
        try
        {
            // A declaration of UTF-16 in a single-byte file is wrong.
            return string.IsNullOrEmpty(name) || Encoding.GetEncoding(name) is UnicodeEncoding or UTF32Encoding
                ? null
                : Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^\s*<\?xml[^>]{0,150}?encoding\s*=\s*["'](?<name>[A-Za-z0-9_.:-]{1,40})["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Declared { get; }
}
