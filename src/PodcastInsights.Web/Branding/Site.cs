using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Settings;
using SkiaSharp;

namespace PodcastInsights.Web.Branding;

/// <summary>Name and look of the site from the settings, for pages, cards and data. Read once at start.</summary>
internal sealed class Site
{
    private readonly string name;

    public Site(IOptions<SiteSettings> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var given = settings.Value;
        name = given.Name.Trim();
        Id = given.Id.Trim();
        Tagline = given.Tagline.Trim() is { Length: > 0 } tagline ? tagline : null;
        Footer = FooterLine.Read(given.Footer.Trim()).Pieces;
        Logo = Logo.Of(given.Logo);
        CardLogo = Logo?.ForCards();
        Accent = Accent.Of(given.Accent, given.AccentDark);
        HasAbout = given.About.Length > 0;
        Stamp = StampOf(name, Tagline, given.Footer, Logo?.Version, Accent?.Sheet, HasAbout ? "about" : null, Id);
    }

    /// <summary>The configured name, else the program's in the language of the request.</summary>
    public string Name => name.Length > 0 ? name : Texts.SiteName;

    /// <summary>A text that distinguishes the site from all others in the ids of feeds; empty where none is configured.</summary>
    public string Id { get; }

    /// <summary>The configured sentence about the site; null for none.</summary>
    public string? Tagline { get; }

    /// <summary>A description of the site: the configured one, else the default in the language of the request.</summary>
    public string Description => Tagline ?? Texts.SiteDescription;

    /// <summary>The configured line at the end of each page; empty for none.</summary>
    public IReadOnlyList<FooterLine.Piece> Footer { get; }

    /// <summary>Null where none is configured.</summary>
    public Logo? Logo { get; }

    /// <summary>The logo for cards; null for an SVG.</summary>
    public SKImage? CardLogo { get; }

    /// <summary>Null where none is configured.</summary>
    public Accent? Accent { get; }

    /// <summary>Root-relative address of the accent's style sheet, without the path prefix; it changes with the colours.</summary>
    public string AccentPath => $"/site/accent-{Stamp}.css";

    /// <summary>Whether there is an about text, at <c>/about</c>.</summary>
    public bool HasAbout { get; }

    /// <summary>Hash of all of this, so that caches are invalidated when it changes.</summary>
    public string Stamp { get; }

    /// <summary>Part of a card's address that changes with its look, because clients cache cards by address; null for the default look.</summary>
    public string? CardVersion => name.Length > 0 || Logo is not null || Accent is not null ? Stamp : null;

    private static string StampOf(params string?[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))).AsSpan(0, 4));
}
