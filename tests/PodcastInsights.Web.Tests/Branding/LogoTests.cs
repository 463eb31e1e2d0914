using PodcastInsights.Web.Branding;
using SkiaSharp;

namespace PodcastInsights.Web.Tests.Branding;

public sealed class LogoTests : IDisposable
{
    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"";

    private readonly string folder = Directory.CreateTempSubdirectory("logo-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(SKEncodedImageFormat.Png, "image/png", "png")]
    [InlineData(SKEncodedImageFormat.Jpeg, "image/jpeg", "jpg")]
    [InlineData(SKEncodedImageFormat.Webp, "image/webp", "webp")]
    public void A_picture_is_known_by_what_it_is_and_not_by_its_name(SKEncodedImageFormat format, string mediaType, string suffix)
    {
        var file = Write("logo.txt", Picture(format, 120, 40));
        Assert.Empty(Logo.ProblemsOf(file));
        var logo = Logo.Of(file)!;
        Assert.Equal((mediaType, suffix, 120, 40), (logo.MediaType, logo.Suffix, logo.Width, logo.Height));
        Assert.NotNull(logo.ForCards());
        Assert.NotEqual(logo.Path, Logo.Of(Write("other", Picture(format, 121, 40)))!.Path);
    }

    [Theory]
    [InlineData(Svg + " viewBox=\"0 0 64 32\"><path d=\"M0 0h9\"/></svg>", 64, 32)]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- drawn -->" + Svg + " width=\"12.5px\" height=\"10\"/>", 13, 10)]
    [InlineData(Svg + " width=\"100%\" height=\"100%\" viewBox=\"0,0,8,9\"><style>path{fill:red}</style><a href=\"#x\"/></svg>", 8, 9)]
    public void An_SVG_without_scripts_and_references_is_accepted(string svg, int width, int height)
    {
        var logo = Logo.Of(Write("logo.svg", svg))!;
        Assert.Equal(("image/svg+xml", width, height), (logo.MediaType, logo.Width, logo.Height));
        Assert.Null(logo.ForCards());
    }

    [Theory]
    [InlineData(Svg + " viewBox=\"0 0 1 1\"><script>alert(1)</script></svg>", "holds 'script'")]
    [InlineData(Svg + " viewBox=\"0 0 1 1\" onload=\"alert(1)\"/>", "holds 'svg' that runs")]
    [InlineData(Svg + " viewBox=\"0 0 1 1\"><g><foreignObject/></g></svg>", "holds 'foreignObject'")]
    [InlineData(Svg + " viewBox=\"0 0 1 1\"><a href=\"javascript:alert(1)\"/></svg>", "holds 'a'")]
    [InlineData(Svg + " viewBox=\"0 0 1 1\" xmlns:x=\"http://www.w3.org/1999/xlink\"><image x:href=\"https://evil.example/x\"/></svg>", "holds 'image'")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"aaaa\">]>" + Svg + " viewBox=\"0 0 1 1\">&a;</svg>", "is no well-formed SVG")]
    [InlineData(Svg + " viewBox=\"0 0 1 1\"><path></svg>", "is no well-formed SVG")]
    [InlineData(Svg + " viewBox=\"0 0 0 1\"/>", "says neither")]
    [InlineData(Svg + "/>", "says neither")]
    [InlineData("<svg viewBox=\"0 0 1 1\"/>", "is no picture")] // of no namespace: browsers show nothing
    [InlineData("<html><body/></html>", "is no picture")]
    [InlineData("GIF89a", "is no picture")]
    [InlineData("", "is no picture")]
    public void Anything_else_is_refused_with_its_reason(string content, string reason) =>
        Assert.Contains(reason, Assert.Single(Logo.ProblemsOf(Write("logo", content))), StringComparison.Ordinal);

    [Fact]
    public void What_is_missing_damaged_or_too_large_is_refused()
    {
        Assert.Contains("there is no file", Assert.Single(Logo.ProblemsOf(Path.Combine(folder, "none.png"))), StringComparison.Ordinal);
        Assert.Contains("there is no file", Assert.Single(Logo.ProblemsOf(folder)), StringComparison.Ordinal);
        Assert.Contains("2049 x 1 points", Assert.Single(Logo.ProblemsOf(Write("wide", Picture(SKEncodedImageFormat.Png, 2049, 1)))), StringComparison.Ordinal);
        Assert.Contains("KiB; 512 are the most", Assert.Single(Logo.ProblemsOf(Write("big", new byte[600 << 10]))), StringComparison.Ordinal);
        var half = Picture(SKEncodedImageFormat.Png, 64, 64)[..40];
        Assert.NotEmpty(Logo.ProblemsOf(Write("half", half)));
    }

    internal static byte[] Picture(SKEncodedImageFormat format, int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Teal);
        return bitmap.Encode(format, 90).ToArray();
    }

    private string Write(string name, string content) => Write(name, System.Text.Encoding.UTF8.GetBytes(content));

    private string Write(string name, byte[] content)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllBytes(file, content);
        return file;
    }
}
