using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Feeds;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Feeds;

/// <summary>
/// Feeds of episodes, in the order in which they were added to the library. The feed itself has the newest 50. Archives have 50 each, counted
/// from the oldest, so that they do not change when episodes are added, whatever their dates.
/// </summary>
internal sealed class EpisodeFeeds(
    FeedDocumentBuilder documents, FeedId ids, IFeedReader feeds, IEpisodeReader episodes, ILibraryDirectory directory, SiteLinks links)
{
    private const int SummaryLength = 300;
    private const int TextLength = 1200;

    /// <returns>Null where there is no such archive, or a filter has a value that cannot be meant.</returns>
    public async Task<FeedDocument?> AllAsync(string? archive, CancellationToken cancellationToken)
    {
        var address = EpisodeListAddress.Read(documents.Query);
        if (address.Unusable.Count > 0)
        {
            return null;
        }

        var narrowed = FeedLink.Of(documents.Query).Query;
        var chosen = await directory.EpisodesAsync(address.Filter, cancellationToken);
        return await OfAsync(
            narrowed.HasValue ? Wording.List(QueryHelpers.ParseQuery(narrowed.Value).SelectMany(one => one.Value).OfType<string>()) : null,
            links.Episodes + narrowed,
            address.Filter.KeepsAll ? null : chosen.Among,
            archive,
            cancellationToken);
    }

    /// <returns>Null where there is no such speaker or archive.</returns>
    public async Task<FeedDocument?> OfSpeakerAsync(string slug, string? archive, CancellationToken cancellationToken)
    {
        if (!Paths.TryReadSlug(slug, out var key))
        {
            return null;
        }

        var chosen = await directory.EpisodesAsync(new EpisodeFilter(Speaker: key), cancellationToken);
        return chosen.SpeakerName is { } name
            ? await OfAsync(name, links.Speaker(key), chosen.Among, archive, cancellationToken)
            : null;
    }

    /// <returns>Null where there is no such topic or archive.</returns>
    public async Task<FeedDocument?> OnTopicAsync(string slug, string? archive, CancellationToken cancellationToken)
    {
        if (!Paths.TryReadSlug(slug, out var key) || await episodes.FindTopicAsync(key, cancellationToken) is not { } topic)
        {
            return null;
        }

        var chosen = await directory.EpisodesAsync(new EpisodeFilter(Topic: key.Value), cancellationToken);
        return await OfAsync(topic.Name, links.Topic(key), chosen.Among, archive, cancellationToken);
    }

    /// <summary>The part of a list that belongs to an archive or to the feed itself.</summary>
    /// <param name="archive">As given.</param>
    /// <returns>Null where there is no such archive; else its number, or none, and how many there are.</returns>
    public static (int? Archive, int Archives, int Skip)? PartOf(int total, string? archive)
    {
        // As many full archives as cover all that the feed itself does not; the last one may overlap with it.
        var archives = Math.Max(0, total - 1) / FeedDocumentBuilder.PageSize;
        return archive is null ? (null, archives, 0)
            : int.TryParse(archive, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= archives
                ? (number, archives, total - (number * FeedDocumentBuilder.PageSize))
            : null;
    }

    private async Task<FeedDocument?> OfAsync(
        string? title, string page, IReadOnlyCollection<EpisodeSlug>? among, string? archive, CancellationToken cancellationToken)
    {
        if (PartOf(await feeds.CountAsync(among, cancellationToken), archive) is not { } part)
        {
            return null;
        }

        var entries = await feeds.ListAsync(among, part.Skip, FeedDocumentBuilder.PageSize, cancellationToken);
        return documents.Document(title, page, documents.InArchives(part.Archive, part.Archives), [.. entries.Select(EntryOf)]);
    }

    private static LocalText InSites(LocalText text) => text with { Language = text.Language ?? SiteLanguage.Current.Tag };

    private FeedEntry EntryOf(FeedEpisode episode)
    {
        var (summary, stamp) = (episode.Summary, episode.Stamp);
        var title = LocalText.Best(summary.Titles, summary.Slug.Value);
        var link = links.Absolute(links.Episode(summary.Slug));
        var opening = LanguageTag.Of(episode.OpeningLanguage, episode.Opening);
        var about = string.IsNullOrEmpty(episode.Description)
            ? InSites(LocalText.Best(episode.About, ""))
            : new LocalText(episode.Description, null);
        var said = Wording.List([.. episode.Speakers, .. summary.PublishedOn is { } date ? [Wording.Date(date)] : Array.Empty<string>()]);
        return new FeedEntry(
            ids.Episode(stamp.Origin),
            title.Text,
            title.Language ?? SiteLanguage.Current.Tag,
            link,
            stamp.ArrivedAt,
            stamp.UpdatedAt,
            opening,
            Excerpt.Of(about.Text.Length > 0 ? about.Text : episode.Opening, SummaryLength),
            FeedHtml.Of(
                said.Length == 0 ? null : FeedHtml.Paragraph(new LocalText(said, null)),
                about.Text.Length == 0 ? null : FeedHtml.Paragraph(about with { Text = Excerpt.Of(about.Text, TextLength) }),
                episode.Opening.Length == 0 ? null : FeedHtml.Quotation([episode.Opening], opening, link),
                FeedHtml.Paragraph("", Texts.FeedReadEpisode, link)),
            episode.Speakers)
        {
            Topics = summary.Topics,
        };
    }
}
