using CsCheck;
using PodcastInsights.Web.Branding;

namespace PodcastInsights.Web.Tests.Branding;

public sealed class ColourTests
{
    private static readonly Gen<Colour> Colours = Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte, (red, green, blue) => new Colour(red, green, blue));

    [Theory]
    [InlineData("#0b5f60", "#0b5f60")]
    [InlineData(" #0B5F60 ", "#0b5f60")]
    [InlineData("#0b6", "#00bb66")]
    [InlineData("teal", "#008080")]
    [InlineData("RebeccaPurple", "#663399")]
    [InlineData("slategrey", "#708090")]
    [InlineData("rgb(11 95 96)", "#0b5f60")]
    [InlineData("rgb(11, 95, 96)", "#0b5f60")]
    [InlineData("rgb(100% 0% 50%)", "#ff0080")]
    [InlineData("hsl(120 100% 25%)", "#008000")]
    [InlineData("hsl(-240deg, 100%, 25%)", "#008000")]
    public void Css_s_opaque_colours_are_read(string text, string colour)
    {
        Assert.True(Colour.TryParse(text, out var read));
        Assert.Equal(colour, read.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0b5f60")]
    [InlineData("#0b5f6")]
    [InlineData("#0b5f6080")] // transparent
    [InlineData("transparent")]
    [InlineData("currentcolor")]
    [InlineData("ButtonFace")] // whatever the reader's system has
    [InlineData("3")] // the number of a name
    [InlineData("red, blue")]
    [InlineData("rgb(11 95)")]
    [InlineData("rgb(11 95 96 / 50%)")]
    [InlineData("rgb(256 0 0)")]
    [InlineData("hsl(120 1 25%)")]
    [InlineData("red;} body{display:none")]
    [InlineData("url(//evil.example)")]
    public void Everything_else_is_not(string text) => Assert.False(Colour.TryParse(text, out _));

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#767676", "#ffffff", 4.54)] // the lightest grey that passes, as every checker says
    [InlineData("#0000ff", "#ffffff", 8.59)]
    public void Contrast_is_measured_as_WCAG_does(string one, string other, double contrast)
    {
        Assert.Equal(contrast, Read(one).ContrastWith(Read(other)), 2);
        Assert.Equal(contrast, Read(other).ContrastWith(Read(one)), 2);
    }

    [Fact]
    public void What_is_made_readable_is_and_what_was_is_left() => Colours.Sample(colour =>
    {
        foreach (var grounds in new[] { Accent.LightGrounds, Accent.DarkGrounds })
        {
            var readable = colour.ReadableOn(grounds, 7);
            Assert.True(readable.ContrastOn(grounds) >= 7, $"{colour} -> {readable}");
            Assert.Equal(colour.ContrastOn(grounds) >= 7, readable == colour);
        }
    });

    private static Colour Read(string text) => Colour.TryParse(text, out var colour) ? colour : throw new FormatException(text);
}
