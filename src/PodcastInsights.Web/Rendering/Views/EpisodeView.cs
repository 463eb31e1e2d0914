using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Exports;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Marks;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>An episode as its page shows it.</summary>
/// <param name="Title">In full, for browsers and search engines.</param>
/// <param name="Heading">The title without what the page says anyway.</param>
/// <param name="OtherTitles">The heading in other languages, where it differs.</param>
/// <param name="About">What the files say of the guest: in the page's language, or in whatever there is.</param>
/// <param name="Media">Null where the files have no address, or none that can be trusted to be one.</param>
/// <param name="LinkedEdition">The edition's language where links must name it; null for the default edition.</param>
/// <param name="MissingEdition">The language asked for, where the episode has no turns of its own in it; else null.</param>
/// <param name="Editions">The episode's files; more than one where there are several languages.</param>
/// <param name="Hits">What a search that led here found; null where none did.</param>
public sealed record EpisodeView(
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

    /// <summary>The opening of what the files say of the episode; null where they say nothing.</summary>
    public string? Description { get; init; }

    /// <summary>This edition's language where the address of the page must name it, as the address without one opens another; else null.</summary>
    public required string? NamedEdition { get; init; }

    /// <summary>This edition's own address.</summary>
    public required string Link { get; init; }

    /// <summary>The same conversation in another language beside this one; null where one language is shown.</summary>
    public TwinView? Twin { get; init; }

    /// <summary>The files that this edition can be had as.</summary>
    public IReadOnlyList<DownloadView> Downloads { get; init; } = [];

    /// <summary>This edition beside its twin; null where it has none.</summary>
    public string? BothLink { get; init; }

    /// <param name="edition">Language of the edition asked for; null for the default.</param>
    public static EpisodeView Of(Episode episode, SiteLinks links, string? edition, EpisodeHits? hits)
    {
        var summary = episode.Summary;
        var title = LocalText.Best(summary.Titles, summary.Slug.Value);
        var heading = ShortTitle.Of(title, summary);
        var spoken = SpokenLanguage.Of(episode.Turns, episode.Language);
        var lanes = new SpeakerLanes(episode.Speakers);

        // Links to turns carry the edition only where it is not the default one, so that each turn has one address.
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

    /// <summary>The same with the words of a link marked, where they may be quoted and this edition has them.</summary>
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

    /// <summary>What an address must say to open the edition in a language; null for nothing.</summary>
    private static string? NamedIn(Episode episode, string language)
    {
        var opened = EditionLanguage.OfSite is { } own && (episode.Language == own || episode.Twins.Contains(own))
            ? own
            : episode.Summary.Sources[0].Language;
        return language == opened ? null : language;
    }

    /// <summary>The first paragraph, as others are links and advertisements; none where there is a text about the guest.</summary>
    private static string? DescriptionOf(Episode episode)
    {
        var paragraphs = episode.Description?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return episode.About.Count > 0 || paragraphs.Length == 0 ? null : Excerpt.Of(paragraphs[0], DescriptionLength);
    }
}

/// <summary>One file of the episode and where its words can be read.</summary>
/// <param name="IsShown">Whether it is the one whose turns are shown.</param>
public sealed record EditionView(EpisodeSource Source, string Link, bool IsShown);

/// <summary>A file that an episode can be had as.</summary>
/// <param name="Name">Of the format.</param>
public sealed record DownloadView(string Name, string Link);

/// <summary>How much of the talking one speaker does.</summary>
/// <param name="Class">The lane on the strip, for styles.</param>
/// <param name="Share">Of all words, from 0 to 1.</param>
public sealed record SpeakerShare(Speaker Speaker, string Link, string Class, double Share)
{
    /// <summary>Those who say something, in the order of their lanes.</summary>
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

/// <summary>A takeaway with the way to its turn.</summary>
/// <param name="Text">The passage's paragraphs, where no turn holds these words; else none, as the turn has them.</param>
/// <param name="Link">To the turn; null where no turn holds these words.</param>
public sealed record TakeawayView(string Heading, IReadOnlyList<string> Text, string? Link)
{
    // "Amazing." says nothing of what follows: such a heading goes on with the passage.
    private const int TellingWords = 5;
    private const int Length = 110;

    public static TakeawayView Of(Takeaway takeaway, Episode episode)
    {
        if (takeaway.TurnId is { } id && episode.Turns.Any(t => t.Id == id))
        {
            var telling = WordCount.Of(takeaway.Heading) >= TellingWords;
            return new TakeawayView(telling ? takeaway.Heading : Excerpt.Of(takeaway.Text.ReplaceLineEndings(" "), Length), [], $"#t-{id}");
        }

        var rest = takeaway.Text.StartsWith(takeaway.Heading, StringComparison.Ordinal)
            ? takeaway.Text[takeaway.Heading.Length..]
            : takeaway.Text;
        return new TakeawayView(
            takeaway.Heading, rest.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), null);
    }
}
