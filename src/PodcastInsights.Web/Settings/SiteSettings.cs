using System.ComponentModel;
using System.Globalization;
using PodcastInsights.Web.Branding;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Settings;

/// <summary>Section <c>Site</c>: name and look of the site. Empty values mean the default.</summary>
internal sealed class SiteSettings : ISettings
{
    private const int LongestName = 60;
    private const int LongestId = 200;
    private const int LongestTagline = 200;
    private const int LongestFooter = 500;

    public static string Section => "Site";

    /// <summary>The name of the site, in place of the program's: on pages, in titles, on cards, in data.</summary>
    [Description("What the site is called.")]
    public string Name { get; set; } = "";

    /// <summary>One sentence about the site, shown on the home page and in link previews.</summary>
    [Description("A sentence that heads the home page.")]
    public string Tagline { get; set; } = "";

    /// <summary>A Markdown file, shown at <c>/about</c>; <c>about.zh.md</c> beside <c>about.md</c> is its Chinese edition.</summary>
    [Description("A Markdown file, shown at /about.")]
    public string About { get; set; } = "";

    /// <summary>A picture file: PNG, JPEG, WebP or SVG.</summary>
    [Description("A picture file before the name: PNG, JPEG, WebP or SVG.")]
    public string Logo { get; set; } = "";

    /// <summary>A CSS colour for links and marks in the light theme; the dark one uses a lighter one of its hue.</summary>
    [Description("The colour of links, buttons and cards, as CSS writes it.")]
    public string Accent { get; set; } = "";

    /// <summary>A CSS colour for the dark theme; empty: derived from <see cref="Accent"/>.</summary>
    [Description("The same in the dark theme; none: made of Site:Accent.")]
    public string AccentDark { get; set; } = "";

    /// <summary>A line at the end of each page: text with Markdown links.</summary>
    [Description("A line at the end of each page.")]
    public string Footer { get; set; } = "";

    /// <summary>The path prefix of the site on its host, such as <c>/pods</c>; empty for none.</summary>
    [Description("The path of its host under which the site is, such as /pods.")]
    public string PathBase { get; set; } = "";

    /// <summary>A text that no other site has; part of the ids of feeds and their entries. A change makes all entries new to readers.</summary>
    [Description("A text that no other site has, such as its host name: part of the ids of feeds.")]
    public string Id { get; set; } = "";

    /// <summary><see cref="PathBase"/> without a slash at its end.</summary>
    public string Path => BasePath.TryRead(PathBase, out var path) ? path : "";

    public IEnumerable<string> Problems() =>
    [
        .. ProblemsOf(nameof(Name), Name, LongestName),
        .. ProblemsOf(nameof(Id), Id, LongestId),
        .. ProblemsOf(nameof(Tagline), Tagline, LongestTagline),
        .. ProblemsOf(nameof(Footer), Footer, LongestFooter),
        .. FooterLine.Read(Footer).Refused.Select(
            address => $"Site:Footer: '{address}' is no address to link to; one of http, https or mailto is, and a path of this site such as /about."),
        .. AboutText.ProblemsOf(About).Select(problem => $"Site:About: {problem}"),
        .. Branding.Logo.ProblemsOf(Logo).Select(problem => $"Site:Logo: {problem}"),
        .. Branding.Accent.ProblemsOf(Accent, AccentDark),
        .. BasePath.TryRead(PathBase, out _)
            ? Array.Empty<string>()
            : [$"Site:PathBase: '{PathBase}' is no path such as /pods: a slash, and letters of A to Z, digits and -._~ alone."],
    ];

    private static IEnumerable<string> ProblemsOf(string name, string text, int longest)
    {
        if (text.Length > longest)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Site:{name}: it has {text.Length} characters; {longest} are the most.");
        }

        // Line breaks and bidirectional control characters.
        if (text.EnumerateRunes().Any(letter => System.Text.Rune.GetUnicodeCategory(letter)
            is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            || letter.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)))
        {
            yield return $"Site:{name}: it holds a control character; one line of plain text is wanted.";
        }
    }
}
