using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Twins;

/// <summary>The list pages in Markdown: of episodes, speakers and topics, and the pages of one speaker or topic.</summary>
internal static class ListTwins
{
    /// <param name="heading">Heading of the page.</param>
    public static MarkdownPage Episodes(string heading, Page<EpisodeSummary> list, SiteLinks links) => new MarkdownPage(links)
        .Heading(1, heading)
        .Paragraph(Wording.Episodes(list.Total))
        .List(list.Items)
        .Turned(PagerOf(list))
        .Ended();

    public static MarkdownPage Speakers(Page<SpeakerSummary> list, SiteLinks links)
    {
        var page = new MarkdownPage(links);
        return page
            .Heading(1, Texts.Speakers)
            .Paragraph(Wording.Speakers(list.Total))
            .List(list.Items.Select(speaker => MarkdownPage.Joined(
                page.Link(speaker.Name, links.Speaker(speaker.Slug)),
                Wording.Episodes(speaker.EpisodeCount),
                Wording.Turns(speaker.TurnCount),
                speaker.HostedCount > 0 ? Wording.Hosted(speaker) : null)))
            .Turned(PagerOf(list))
            .Ended();
    }

    public static MarkdownPage Topics(IReadOnlyList<Topic> topics, SiteLinks links)
    {
        var page = new MarkdownPage(links);
        return page
            .Heading(1, Texts.Topics)
            .List(topics.Select(topic => MarkdownPage.Joined(
                page.Link(topic.Name, links.Topic(topic.Slug)), Wording.Episodes(topic.EpisodeCount))))
            .Ended();
    }

    /// <param name="episodes">The speaker's first episodes; null on later pages of their turns.</param>
    public static MarkdownPage Speaker(SpeakerProfile profile, Page<EpisodeSummary>? episodes, SiteLinks links)
    {
        var page = new MarkdownPage(links);
        page.Heading(1, profile.Name).Row(
            Wording.Episodes(profile.EpisodeCount), Wording.Turns(profile.TurnCount), Wording.Words(profile.WordCount));
        if (episodes is { Total: > 0 })
        {
            page.Heading(2, Texts.Episodes).List(episodes.Items);
            if (episodes.Total > episodes.Items.Count)
            {
                page.Row(page.Link(Wording.Of(Texts.AllEpisodes, Wording.Grouped(episodes.Total)), links.EpisodesWith(speaker: profile.Slug)));
            }
        }

        page.Heading(2, Texts.WhatTheySaid);
        foreach (var turn in profile.Turns.Items)
        {
            var title = ShortTitle.Of(LocalText.Best(turn.EpisodeTitles, turn.Episode.Value), turn.Episode);
            page.Row(
                page.Link($"#{turn.Id.Number.ToText()}", links.Turn(turn.Episode, turn.Id, turn.Edition)),
                turn.Start?.ToString(),
                page.Link(title.Text, links.EpisodeIn(turn.Episode, turn.Edition)))
                .Quote(turn.Excerpt);
        }

        return page.Turned(PagerOf(profile.Turns)).Ended();
    }

    private static Pager PagerOf<T>(Page<T> list) => Pager.Of(list.Total, list.Number, list.Size);
}
