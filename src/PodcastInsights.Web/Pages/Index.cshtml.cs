using Microsoft.AspNetCore.Mvc.RazorPages;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Feeds;
using PodcastInsights.Core.Search.Beginnings;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Core.Search.Querying;
using PodcastInsights.Web.Feeds;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Pages;

internal sealed class IndexModel(IEpisodeReader episodes, ILibraryDirectory directory, IFeedReader feeds, LibraryState library) : PageModel
{
    /// <summary>The episodes that the page lists.</summary>
    public static EpisodeListQuery Newest { get; } = new(PageSize: 12);

    public Page<EpisodeSummary> Latest { get; private set; } = null!;

    /// <summary>Example searches.</summary>
    public IReadOnlyList<ExampleSearch> Examples { get; private set; } = [];

    public FeedLink Feed { get; private set; } = FeedLink.Episodes;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Latest = await episodes.ListAsync(Newest, cancellationToken);
        if (!library.IsSettled)
        {
            // Right after a start the search data may not be loaded; the page is then shown without, and not cached.
            return;
        }

        Feed = Feed with { HasPodcast = (await feeds.HeardAsync(cancellationToken)).Any(PodcastFeed.IsHeard) };
        Examples =
        [
            .. (await directory.ExamplesAsync(SiteLanguage.Current.Code, cancellationToken))
                .Where(example => example.Kind is ExampleKind.Words or ExampleKind.Phrase
                    || example.Field == FilterField.Speaker || example.Field == FilterField.Topic),
        ];
    }
}
