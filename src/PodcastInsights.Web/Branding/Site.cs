using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Settings;
using SkiaSharp;

namespace PodcastInsights.Web.Branding;

/// <summary>
/// What the site is called and how it looks, by the host's settings, for all that names it: pages, cards, data. Read once, when the program
/// starts.
/// </summary>
public sealed class Site
{
    private readonly string name;

    public Site(IOptions<SiteSettings> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var given = settings.Value;
        name = given.Name.Trim();
        Tagline = given.Tagline.Trim() is { Length: > 0 } tagline ? tagline : null;
        Footer = FooterLine.Read(given.Footer.Trim()).Pieces;
        Logo = Logo.Of(given.Logo);
        CardLogo = Logo?.ForCards();
        Accent = Accent.Of(given.Accent, given.AccentDark);
        HasAbout = given.About.Length > 0;
        Stamp = StampOf(name, Tagline, given.Footer, Logo?.Version, Accent?.Sheet, HasAbout ? "about" : null);
    }

    /// <summary>The host's name for it, else the program's own in the language of the request.</summary>
    public string Name => name.Length > 0 ? name : Texts.SiteName;

    /// <summary>The host's sentence about it; null where there is none.</summary>
    public string? Tagline { get; }

    /// <summary>One or two sentences about it, in the language of the request unless they are the host's.</summary>
    public string Description => Tagline ?? Texts.SiteDescription;

    /// <summary>The host's line at the end of each page; empty for none.</summary>
    public IReadOnlyList<FooterLine.Piece> Footer { get; }

    /// <summary>Null where the host gives none.</summary>
    public Logo? Logo { get; }

    /// <summary>The same as a card can draw it; null where it is an SVG.</summary>
    public SKImage? CardLogo { get; }

    /// <summary>Null where the host gives none.</summary>
    public Accent? Accent { get; }

    /// <summary>Root-relative address of the accent's sheet, without the path under which the site is; other colours have another.</summary>
    public string AccentPath => $"/site/accent-{Stamp}.css";

    /// <summary>Whether the host has written about it, at <c>/about</c>.</summary>
    public bool HasAbout { get; }

    /// <summary>Names all of this in hexadecimal digits, so that what is made of it is made anew when it changes.</summary>
    public string Stamp { get; }

    /// <summary>The part of a card's address that changes with its look, as those who show cards keep them by address; null where the look is the program's own.</summary>
    public string? CardVersion => name.Length > 0 || Logo is not null || Accent is not null ? Stamp : null;

    private static string StampOf(params string?[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))).AsSpan(0, 4));
}
