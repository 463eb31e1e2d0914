using PodcastInsights.Web.Branding;
using SkiaSharp;

namespace PodcastInsights.Web.Cards;

/// <summary>Name, logo and colours of the site on cards.</summary>
/// <param name="Logo">The logo; null where there is none, or none that can be drawn.</param>
/// <param name="HasIcon">Whether to draw the program's icon instead.</param>
/// <param name="Accent">Colour of the bar and the show; background of an episode's card.</param>
/// <param name="Pale">Colour of the quotation mark.</param>
/// <param name="Quiet">Colour of small text on the accent.</param>
internal sealed record CardSite(string Name, SKImage? Logo, bool HasIcon, SKColor Accent, SKColor Pale, SKColor Quiet)
{
    /// <summary>Contrast that WCAG 2 requires for text.</summary>
    private const double Enough = 4.5;

    private static readonly CardSite Usual = new("", null, true, new(0x0b, 0x5f, 0x60), new(0xb9, 0xd3, 0xd0), new(0xb9, 0xd9, 0xd6));

    /// <summary>The default look with this name.</summary>
    public static CardSite Named(string name) => Usual with { Name = name };

    /// <param name="site">Its logo is drawn where it is a bitmap; SVG cannot be drawn here.</param>
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
