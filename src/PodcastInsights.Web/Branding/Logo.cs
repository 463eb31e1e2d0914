using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;
using SkiaSharp;

namespace PodcastInsights.Web.Branding;

/// <summary>The owner's logo, shown before the name.</summary>
/// <param name="Suffix">Suffix of its address: <c>png</c>, <c>jpg</c>, <c>webp</c> or <c>svg</c>.</param>
/// <param name="Width">In pixels, as is <paramref name="Height"/>.</param>
internal sealed record Logo(byte[] Bytes, string MediaType, string Suffix, int Width, int Height)
{
    private const int MostBytes = 512 << 10;

    /// <summary>Largest side in pixels; decoded, such a picture takes 16 MB.</summary>
    private const int MostPoints = 2048;

    private const string SvgNamespace = "http://www.w3.org/2000/svg";

    private static readonly Dictionary<SKEncodedImageFormat, (string MediaType, string Suffix)> Kinds = new()
    {
        [SKEncodedImageFormat.Png] = ("image/png", "png"),
        [SKEncodedImageFormat.Jpeg] = ("image/jpeg", "jpg"),
        [SKEncodedImageFormat.Webp] = ("image/webp", "webp"),
    };

    /// <summary>Hash of the bytes.</summary>
    public string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 8));

    /// <summary>Root-relative path, without the path prefix of the site; it changes with the bytes.</summary>
    public string Path => $"/site/logo-{Version}.{Suffix}";

    /// <summary>The picture at twice the size of a card's header; null for an SVG, which cannot be drawn here.</summary>
    public SKImage? ForCards()
    {
        const int MostWide = 300;
        const int MostHigh = 88;
        using var whole = Suffix == "svg" ? null : SKBitmap.Decode(Bytes);
        if (whole is null)
        {
            return null;
        }

        var scale = Math.Min(1, Math.Min(MostWide / (double)whole.Width, MostHigh / (double)whole.Height));
        var size = new SKSizeI(Math.Max(1, (int)(whole.Width * scale)), Math.Max(1, (int)(whole.Height * scale)));
        using var small = whole.Resize(size, new SKSamplingOptions(SKCubicResampler.Mitchell));
        return small is null ? null : SKImage.FromBitmap(small);
    }

    /// <summary>Problems with the file, a sentence each; empty for no file.</summary>
    public static IEnumerable<string> ProblemsOf(string file) => file.Length > 0 && TryRead(file, out _) is { } problem ? [problem] : [];

    /// <param name="file">Empty for none.</param>
    public static Logo? Of(string file) => file.Length > 0 && TryRead(file, out var logo) is null ? logo : null;

    private static string? TryRead(string file, out Logo? logo)
    {
        logo = null;
        try
        {
            if (!File.Exists(file))
            {
                return $"there is no file '{file}'.";
            }

            if (new FileInfo(file).Length is var length && length > MostBytes)
            {
                return string.Create(CultureInfo.InvariantCulture, $"'{file}' has {length >> 10} KiB; {MostBytes >> 10} are the most.");
            }

            var bytes = File.ReadAllBytes(file);
            return (bytes.AsSpan().TrimStart("\uFEFF \t\r\n"u8) is [(byte)'<', ..] ? TryReadDrawing(bytes, out logo) : TryReadPicture(bytes, out logo))
                is { } problem ? $"'{file}' {problem}" : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"'{file}' cannot be read: {error.Message}";
        }
    }

    private static string? TryReadPicture(byte[] bytes, out Logo? logo)
    {
        logo = null;
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || !Kinds.TryGetValue(codec.EncodedFormat, out var kind))
        {
            return "is no picture in PNG, JPEG, WebP or SVG.";
        }

        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width > MostPoints || height > MostPoints)
        {
            return string.Create(CultureInfo.InvariantCulture, $"has {width} x {height} points; {MostPoints} a side are the most.");
        }

        using var whole = SKBitmap.Decode(data);
        if (whole is null)
        {
            return $"is a damaged {kind.Suffix} picture.";
        }

        logo = new(bytes, kind.MediaType, kind.Suffix, width, height);
        return null;
    }

    /// <remarks>
    /// An SVG is a document that may run scripts and load resources: such content is refused here, and the response headers forbid it too.
    /// </remarks>
    private static string? TryReadDrawing(byte[] bytes, out Logo? logo)
    {
        logo = null;
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            if (XDocument.Load(reader).Root is not { Name: { LocalName: "svg", NamespaceName: SvgNamespace } } svg)
            {
                return "is no picture in PNG, JPEG, WebP or SVG.";
            }

            if (svg.DescendantsAndSelf().FirstOrDefault(IsMoreThanDrawn) is { } element)
            {
                return $"holds '{element.Name.LocalName}' that runs or loads something; only what is drawn can be used.";
            }

            if (SizeOf(svg) is not var (width, height))
            {
                return "says neither its width and height nor a viewBox.";
            }

            logo = new(bytes, "image/svg+xml", "svg", width, height);
            return null;
        }
        catch (XmlException malformed)
        {
            return $"is no well-formed SVG: {malformed.Message}";
        }
    }

    private static bool IsMoreThanDrawn(XElement element) =>
        element.Name.LocalName.ToLowerInvariant() is "script" or "foreignobject" or "iframe" or "handler"
        || element.Attributes().Any(attribute =>
            attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || (attribute.Name.LocalName.Equals("href", StringComparison.OrdinalIgnoreCase)
                && !attribute.Value.StartsWith('#')
                && !attribute.Value.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase)));

    private static (int Width, int Height)? SizeOf(XElement svg)
    {
        var box = ((string?)svg.Attribute("viewBox") ?? "").Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return Points((string?)svg.Attribute("width"), (string?)svg.Attribute("height"))
            ?? (box.Length == 4 ? Points(box[2], box[3]) : null);

        static (int Width, int Height)? Points(string? width, string? height) =>
            Length(width) is { } wide && Length(height) is { } high ? (wide, high) : null;

        // In pixels or without unit; a percentage says nothing about the proportions.
        static int? Length(string? text) =>
            double.TryParse((text ?? "").Replace("px", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var length)
            && length is > 0 and <= 100_000 ? (int)Math.Ceiling(length) : null;
    }
}
