using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace PodcastInsights.Web.Fetching.Feeds;

/// <summary>
/// The text of a feed's bytes: by its byte order mark, then its own XML declaration, then the header of the answer, else UTF-8. Bytes and
/// characters that cannot stand in XML become U+FFFD, so that one of them does not cost the feed.
/// </summary>
internal static partial class FeedEncoding
{
    /// <summary>A declaration stands within them.</summary>
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
            // Whoever declares UTF-16 in a file of single bytes does not mean it.
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
