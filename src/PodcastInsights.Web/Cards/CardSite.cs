using PodcastInsights.Web.Branding;
using SkiaSharp;

namespace PodcastInsights.Web.Cards;

/// <summary>How a card names the site, and in which colours.</summary>
/// <param name="Logo">The host's picture; null where there is none, or none that can be drawn here.</param>
/// <param name="HasIcon">Whether the program's own icon stands in its place.</param>
/// <param name="Accent">Of the bar and the show; of the whole ground of an episode's card.</param>
/// <param name="Pale">Of the quotation mark, on paper.</param>
/// <param name="Quiet">Of the smaller words on the accent.</param>
internal sealed record CardSite(string Name, SKImage? Logo, bool HasIcon, SKColor Accent, SKColor Pale, SKColor Quiet)
{
    /// <summary>What WCAG 2 wants of text.</summary>
    private const double Enough = 4.5;

    private static readonly CardSite Usual = new("", null, true, new(0x0b, 0x5f, 0x60), new(0xb9, 0xd3, 0xd0), new(0xb9, 0xd9, 0xd6));

    /// <summary>By its name alone.</summary>
    public static CardSite Named(string name) => Usual with { Name = name };

    /// <param name="site">Its picture is drawn where it is one of points: nothing here draws an SVG.</param>
    public static CardSite Of(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        var named = Usual with { Name = site.Name, Logo = site.CardLogo, HasIcon = site.Logo is null };
        return site.Accent is not { Light: var accent } ? named : named with
        {
            Accent = Ink(accent),
            Pale = Ink(accent.Mixed(Colour.White, 0.7)),
            Quiet = Ink(accent.Mixed(Colour.White, 0.7).ReadableOn([accent], Enough)),
        };
    }

    private static SKColor Ink(Colour colour) => new(colour.Red, colour.Green, colour.Blue);
}
