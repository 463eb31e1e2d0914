using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering;

/// <summary>An episode as its page shows it.</summary>
/// <param name="OtherTitles">The title in other languages.</param>
/// <param name="About">What the files say of the guest: in the page's language, or in whatever there is.</param>
/// <param name="Media">Null where the files have no address, or none that can be trusted to be one.</param>
/// <param name="Language">HTML's name of the transcript's language; null where it is the page's own.</param>
/// <param name="MissingEdition">The language asked for, where the episode has no turns of its own in it; else null.</param>
/// <param name="Editions">The episode's files; more than one where there are several languages.</param>
public sealed record EpisodeView(
    Episode Episode,
    LocalText Title,
    IReadOnlyList<LocalText> OtherTitles,
    LocalText About,
    Uri? Media,
    string? Language,
    string? MissingEdition,
    IReadOnlyList<EditionView> Editions,
    IReadOnlyList<TakeawayView> Takeaways,
    IReadOnlyList<TurnView> Turns)
{
    /// <param name="edition">Language of the edition asked for; null for the default.</param>
    public static EpisodeView Of(Episode episode, SiteLinks links, string? edition)
    {
        var summary = episode.Summary;
        var page = SiteLanguage.Current.Code;

        // Links carry the edition only where it was asked for, so that each turn has one address.
        var chosen = edition == episode.Language && summary.Sources[0].Language != edition ? edition : null;
        return new EpisodeView(
            episode,
            LocalText.Best(summary.Titles, summary.Slug.Value),
            [.. LocalText.Others(summary.Titles)],
            LocalText.Best(episode.About, ""),
            ExternalLink.TryCreate(summary.MediaUrl, out var media) ? media : null,
            SiteLanguage.TagUnless(episode.Language, page),
            edition == episode.Language ? null : edition,
            [.. summary.Sources.Select(s => new EditionView(s, links.Episode(summary.Slug, s == summary.Sources[0] ? null : s.Language)))],
            [.. episode.Takeaways.Select(t => TakeawayView.Of(t, episode))],
            TurnsOf(episode, links, chosen));
    }

    private static TurnView[] TurnsOf(Episode episode, SiteLinks links, string? edition)
    {
        var slug = episode.Summary.Slug;
        var speakers = episode.Speakers.ToLookup(s => s.Name);
        var reads = episode.Sponsors.ToLookup(s => s.TurnId);
        var notes = episode.Notes.ToLookup(n => n.TurnId);
        return
        [
            .. episode.Turns.Select(turn =>
            {
                var speaker = turn.Speaker is { } name ? speakers[name].FirstOrDefault() : null;
                return new TurnView(
                    turn,
                    speaker?.Role,
                    links.Turn(slug, turn.Id, edition),
                    speaker is null ? null : links.Speaker(speaker.Slug),
                    episode.Language,
                    TurnBlock.Of(turn, reads[turn.Id], notes[turn.Id]));
            }),
        ];
    }
}

/// <summary>One file of the episode and where its words can be read.</summary>
public sealed record EditionView(EpisodeSource Source, string Link);

/// <summary>A takeaway with the way to its turn.</summary>
/// <param name="Rest">The passage's paragraphs, without the heading where they begin with it.</param>
/// <param name="Link">To the turn; null where no turn holds these words.</param>
/// <param name="Speaker">Of that turn; null where nobody can be named.</param>
public sealed record TakeawayView(string Heading, IReadOnlyList<string> Rest, string? Link, string? Speaker)
{
    public static TakeawayView Of(Takeaway takeaway, Episode episode)
    {
        var rest = takeaway.Text.StartsWith(takeaway.Heading, StringComparison.Ordinal) ? takeaway.Text[takeaway.Heading.Length..] : takeaway.Text;
        var turn = takeaway.TurnId is { } id ? episode.Turns.FirstOrDefault(t => t.Id == id) : null;
        return new TakeawayView(
            takeaway.Heading,
            rest.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            turn is null ? null : $"#t-{turn.Id}",
            turn?.Speaker);
    }
}
