using System.Globalization;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>
/// Headings of lists and pages: a title without what stands beside it anyway. Titles often say who came to which show, or the date,
/// or end with the guest's name.
/// </summary>
/// <param name="Byline">The end of the title that names the guest, perhaps with where the guest is from; null where it does not.</param>
public readonly record struct ShortTitle(LocalText Title, string? Byline)
{
    private static readonly string[] Dashes = [" | ", " - ", " – ", " — "];

    public string Text => Title.Text;

    /// <summary>HTML's name of the language; null where it is the page's own.</summary>
    public string? Language => Title.Language;

    /// <summary>In the page's language where there is one.</summary>
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

    /// <summary>Where no more is known of the episode than its slug.</summary>
    public static LocalText Of(LocalText title, EpisodeSlug slug)
    {
        foreach (var dash in Dashes)
        {
            // The slug comes from the file's name, which in such libraries is the guest's, perhaps with a number for the second visit:
            // what stands behind the dash is then the show's. A name that goes on behind the dash is a title, which is whole.
            var at = title.Text.IndexOf(dash, StringComparison.Ordinal);
            if (at > 0 && IsNumbered(slug.Value, EpisodeSlug.From(title.Text[..at]).Value))
            {
                return title with { Text = title.Text[..at].Trim() };
            }
        }

        return title;
    }

    /// <summary>Whether the slug is that of the name, with nothing but numbers behind it.</summary>
    private static bool IsNumbered(string slug, string name) =>
        slug.StartsWith(name, StringComparison.Ordinal)
        && (slug.Length == name.Length || slug[name.Length] == '-')
        && slug.Skip(name.Length).All(character => character == '-' || char.IsAsciiDigit(character));
}
