using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Exports;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Marks;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>The data of an episode's page.</summary>
/// <param name="Title">The full title, for browsers and search engines.</param>
/// <param name="Heading">The title without show and guest, which the page shows anyway.</param>
/// <param name="OtherTitles">The heading in other languages, where it differs.</param>
/// <param name="About">Text about the guest: in the page's language, or in any.</param>
/// <param name="Media">Address of the recording; null where there is none, or it is not safe.</param>
/// <param name="LinkedEdition">Language of the edition, where links must have it; null for the default edition.</param>
/// <param name="MissingEdition">The requested language, where the episode has no turns of its own in it; else null.</param>
/// <param name="Editions">The episode's files; more than one where there are several languages.</param>
/// <param name="Hits">Results of the search in the address; null for none.</param>
internal sealed record EpisodeView(
    Episode Episode,
    LocalText Title,
    ShortTitle Heading,
    IReadOnlyList<LocalText> OtherTitles,
    LocalText About,
    Uri? Media,
    SpokenLanguage Spoken,
    string? LinkedEdition,
    string? MissingEdition,
    IReadOnlyList<EditionView> Editions,
    IReadOnlyList<TakeawayView> Takeaways,
    IReadOnlyList<OutlineEntry> Outline,
    IReadOnlyList<SpeakerShare> Shares,
    ConversationStrip Strip,
    ReadingTime Reading,
    EpisodeHits? Hits,
    IReadOnlyList<TurnView> Turns)
{
    private const int DescriptionLength = 400;

    /// <summary>The start of the episode's description; null for none.</summary>
    public string? Description { get; init; }

    /// <summary>Language of the edition, where the page's address must have it because the address without it opens another; else null.</summary>
    public required string? NamedEdition { get; init; }

    /// <summary>This edition's own address.</summary>
    public required string Link { get; init; }

    /// <summary>The edition in another language shown side by side; null for none.</summary>
    public TwinView? Twin { get; init; }

    /// <summary>Downloads of this edition.</summary>
    public IReadOnlyList<DownloadView> Downloads { get; init; } = [];

    /// <summary>Address of the side-by-side view; null where there is no second edition.</summary>
    public string? BothLink { get; init; }

    /// <param name="edition">Requested language of the edition; null for the default.</param>
    public static EpisodeView Of(Episode episode, SiteLinks links, string? edition, EpisodeHits? hits)
    {
        var summary = episode.Summary;
        var title = LocalText.Best(summary.Titles, summary.Slug.Value);
        var heading = ShortTitle.Of(title, summary);
        var spoken = SpokenLanguage.Of(episode.Turns, episode.Language);
        var lanes = new SpeakerLanes(episode.Speakers);

        // Links to turns have the edition only where it is not the default, so that each turn has one address.
        var chosen = summary.Sources[0].Language != episode.Language ? episode.Language : null;
        var recording = links.Recording(summary.Slug, episode.Recording, episode.TimedMediaUrl);
        var views = new TurnViews(links, summary.Slug, spoken, chosen, episode.Speakers, episode.Sponsors, episode.Notes, recording);
        var sections = SectionView.Of(episode.Sections, recording);
        var headings = sections.ToLookup(section => section.Section.TurnId);
        return new EpisodeView(
            episode,
            title,
            heading,
            [.. LocalText.Others(summary.Titles).Select(t => ShortTitle.Of(t, summary).Title).Where(t => t.Text != heading.Text)],
            LocalText.Best(episode.About, ""),
            ExternalLink.TryCreate(summary.MediaUrl, out var media) ? media : null,
            spoken,
            chosen,
            edition == episode.Language ? null : edition,
            [.. summary.Sources.Select(s => new EditionView(
                s, links.Episode(summary.Slug, NamedIn(episode, s.Language)), s.Language == episode.Language))],
            [.. episode.Takeaways.Select(t => TakeawayView.Of(t, episode))],
            Views.Outline.Of(episode, sections),
            SpeakerShare.Of(episode, lanes, links),
            ConversationStrip.Of(episode, lanes, hits?.Turns ?? new HashSet<TurnId>()),
            ReadingTime.Of(episode.Turns),
            hits,
            [.. episode.Turns.Select(turn => views.Of(turn, hits?.In(turn)) with { Sections = [.. headings[turn.Id]] })])
        {
            NamedEdition = NamedIn(episode, episode.Language),
            Link = links.Episode(summary.Slug, NamedIn(episode, episode.Language)),
            Downloads =
            [
                .. EpisodeExports.All.Where(e => e.CanHold(episode))
                    .Select(e => new DownloadView(e.Name, links.Export(summary.Slug, e.Name, chosen))),
            ],
            Description = DescriptionOf(episode),
            BothLink = episode.Twins.Count > 0 ? links.BothEditions(summary.Slug, chosen) : null,
        };
    }

    /// <summary>Highlights the words of a link, where they may be quoted and this edition has them.</summary>
    public EpisodeView WithQuotation(TurnMatch match, SiteLinks links)
    {
        if (match.Quote is not { } quote || QuotationView.Of(match).Text is null || match.Language != Episode.Language)
        {
            return this;
        }

        var views = new TurnViews(
            links,
            Episode.Summary.Slug,
            Spoken,
            LinkedEdition,
            Episode.Speakers,
            Episode.Sponsors,
            Episode.Notes,
            links.Recording(Episode.Summary.Slug, Episode.Recording, Episode.TimedMediaUrl));
        var turns = Turns.ToArray();
        foreach (var (index, passage) in quote.Passages.Index())
        {
            var at = passage.Turn.Number - 1;
            turns[at] = views.Of(passage.Turn, PassageMarks.Of(passage)) with { BeginsQuotation = index == 0, Sections = turns[at].Sections };
        }

        return this with { Turns = turns };
    }

    /// <summary>Value of the parameter for the edition in a language; null where it is not needed.</summary>
    private static string? NamedIn(Episode episode, string language)
    {
        var opened = EditionLanguage.OfSite is { } own && (episode.Language == own || episode.Twins.Contains(own))
            ? own
            : episode.Summary.Sources[0].Language;
        return language == opened ? null : language;
    }

    /// <summary>The first paragraph (others are links and advertisements); null where there is a text about the guest.</summary>
    private static string? DescriptionOf(Episode episode)
    {
        var paragraphs = episode.Description?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return episode.About.Count > 0 || paragraphs.Length == 0 ? null : Excerpt.Of(paragraphs[0], DescriptionLength);
    }
}

/// <summary>A file of the episode, with the address of its edition.</summary>
/// <param name="IsShown">Whether its turns are shown.</param>
internal sealed record EditionView(EpisodeSource Source, string Link, bool IsShown);

/// <summary>A download of an episode.</summary>
/// <param name="Name">Name of the format.</param>
internal sealed record DownloadView(string Name, string Link);

/// <summary>A speaker's share of an episode.</summary>
/// <param name="Class">CSS class of the speaker's lane.</param>
/// <param name="Share">Share of all words, from 0 to 1.</param>
internal sealed record SpeakerShare(Speaker Speaker, string Link, string Class, double Share)
{
    /// <summary>The speakers with words, in the order of their lanes.</summary>
    public static IReadOnlyList<SpeakerShare> Of(Episode episode, SpeakerLanes lanes, SiteLinks links)
    {
        var total = Math.Max(1, episode.Speakers.Sum(s => s.WordCount));
        return
        [
            .. episode.Speakers.Where(s => s.WordCount > 0)
                .Select(s => (Speaker: s, Lane: lanes.Of(s.Name)))
                .OrderBy(s => s.Lane).ThenByDescending(s => s.Speaker.WordCount)
                .Select(s => new SpeakerShare(
                    s.Speaker, links.Speaker(s.Speaker.Slug), lanes.ClassOf(s.Speaker.Name), (double)s.Speaker.WordCount / total)),
        ];
    }
}

/// <summary>A takeaway with a link to its turn.</summary>
/// <param name="Text">Paragraphs of the passage where no turn has them; else empty.</param>
/// <param name="Link">Link to the turn; null where no turn has these words.</param>
internal sealed record TakeawayView(string Heading, IReadOnlyList<string> Text, string? Link)
{
    // Number of words from which a heading says enough; after a shorter one ("Amazing.") the passage follows.
    private const int DistinctiveWords = 5;
    private const int Length = 110;

    public static TakeawayView Of(Takeaway takeaway, Episode episode)
    {
        if (takeaway.TurnId is { } id && episode.Turns.Any(t => t.Id == id))
        {
            var telling = WordCount.Of(takeaway.Heading) >= DistinctiveWords;
            return new TakeawayView(telling ? takeaway.Heading : Excerpt.Of(takeaway.Text.ReplaceLineEndings(" "), Length), [], $"#t-{id}");
        }

        var rest = takeaway.Text.StartsWith(takeaway.Heading, StringComparison.Ordinal)
            ? takeaway.Text[takeaway.Heading.Length..]
            : takeaway.Text;
        return new TakeawayView(
            takeaway.Heading, rest.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), null);
    }
}
