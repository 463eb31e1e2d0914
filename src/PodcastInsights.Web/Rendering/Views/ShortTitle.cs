using System.Globalization;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>Shortens titles for lists and headings by parts that are shown next to them: show, date, or the guest's name at the end.</summary>
/// <param name="Byline">The end of the title with the guest's name and possibly organisation; null for none.</param>
internal readonly record struct ShortTitle(LocalText Title, string? Byline)
{
    private static readonly string[] Dashes = [" | ", " - ", " – ", " — "];

    public string Text => Title.Text;

    /// <summary>Value of the <c>lang</c> attribute; null for the page's language.</summary>
    public string? Language => Title.Language;

    /// <summary>The short title in the page's language, if there is one.</summary>
    public static ShortTitle Of(EpisodeSummary episode) => Of(LocalText.Best(episode.Titles, episode.Slug.Value), episode);

    public static ShortTitle Of(LocalText title, EpisodeSummary episode)
    {
        var date = episode.PublishedOn?.ToString("yyyy-MM-dd ", CultureInfo.InvariantCulture);
        if (date is not null && title.Text.Length > date.Length && title.Text.StartsWith(date, StringComparison.Ordinal))
        {
            title = title with { Text = title.Text[date.Length..].Trim() };
        }

        foreach (var dash in Dashes)
        {
            var at = title.Text.LastIndexOf(dash, StringComparison.Ordinal);
            var end = at > 0 ? title.Text[(at + dash.Length)..].Trim() : "";
            if (episode.Guests.Any(guest => end.StartsWith(guest, StringComparison.OrdinalIgnoreCase)))
            {
                return new(title with { Text = title.Text[..at].Trim() }, end);
            }
        }

        return new(Of(title, episode.Slug), null);
    }

    /// <summary>The short title where only the slug is known.</summary>
    public static LocalText Of(LocalText title, EpisodeSlug slug)
    {
        foreach (var dash in Dashes)
        {
            // The slug is made from the file name, which may be the guest's name with a number for repeated visits; the text after the dash
            // is then the show's. A title that begins with the slug but goes on is kept.
            var at = title.Text.IndexOf(dash, StringComparison.Ordinal);
            if (at > 0 && IsNumbered(slug.Value, EpisodeSlug.From(title.Text[..at]).Value))
            {
                return title with { Text = title.Text[..at].Trim() };
            }
        }

        return title;
    }

    /// <summary>Whether the slug is that of the name, possibly with a number.</summary>
    private static bool IsNumbered(string slug, string name) =>
        slug.StartsWith(name, StringComparison.Ordinal)
        && (slug.Length == name.Length || slug[name.Length] == '-')
        && slug.Skip(name.Length).All(character => character == '-' || char.IsAsciiDigit(character));
}
