using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Web.Rendering;

/// <summary>Headings of lists and pages: a title that only says who came to which show is cut to who came.</summary>
public static class ShortTitle
{
    private static readonly string[] Dashes = [" - ", " – ", " — ", " | "];

    /// <summary>In the page's language where there is one.</summary>
    public static LocalText Of(EpisodeSummary episode) => Of(LocalText.Best(episode.Titles, episode.Slug.Value), episode.Slug);

    public static LocalText Of(LocalText title, EpisodeSlug slug)
    {
        foreach (var dash in Dashes)
        {
            // The slug comes from the file's name, which in such libraries is the guest's, perhaps with a number for the second visit:
            // what stands before the dash says no more.
            var at = title.Text.IndexOf(dash, StringComparison.Ordinal);
            if (at > 0 && $"{slug}-".StartsWith($"{EpisodeSlug.From(title.Text[..at])}-", StringComparison.Ordinal))
            {
                return title with { Text = title.Text[..at].Trim() };
            }
        }

        return title;
    }
}
