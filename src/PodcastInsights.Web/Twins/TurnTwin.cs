using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Twins;

/// <summary>The page of a turn in Markdown: the requested words, the turn, and links to its surroundings.</summary>
internal static class TurnTwin
{
    /// <param name="noSuchWords">The requested words that the turn does not have; null if it has them or none were requested.</param>
    public static MarkdownPage Of(TurnPageView shown, string? noSuchWords, SiteLinks links)
    {
        var episode = shown.Match.Episode;
        var page = new MarkdownPage(links);
        page.Heading(1, $"{shown.Heading} – {shown.Title.Text}").Row(
            page.Link(shown.Title.Text, links.Episode(episode.Slug)),
            episode.Show is { } show ? MarkdownPage.Text(show) : null,
            episode.PublishedOn is { } date ? MarkdownPage.Text(Wording.Date(date)) : null);
        foreach (var (notice, _) in shown.Notices())
        {
            page.Paragraph(notice);
        }

        if (noSuchWords is not null)
        {
            page.Paragraph(Wording.Of(Texts.NoSuchWords, noSuchWords, Wording.Words(shown.Match.Turn.WordCount)));
        }

        if (shown.Quoted is { } quoted)
        {
            page.Quote(quoted.Passages.Select(passage =>
                quoted.Passages.Count > 1 ? $"{passage.Turn.Speaker ?? Texts.UnknownSpeaker}: {passage.Text}" : passage.Text));
        }
        else if (shown.Match.Quote is { IsQuotation: false } changed)
        {
            WriteChange(page, changed);
        }

        page.Row(page.Link(Texts.TurnNewLink, shown.Link));
        foreach (var turn in shown.Turns)
        {
            Write(page, turn);
        }

        return page.Row(
            page.Link(Texts.ReadInEpisode, shown.InEpisode),
            shown.Before is { } before ? page.Link(Texts.TurnBefore, before.Link) : null,
            shown.After is { } after ? page.Link(Texts.TurnAfter, after.Link) : null)
            .Ended();
    }

    /// <summary>The page for a turn that no longer exists.</summary>
    public static MarkdownPage Gone(EpisodeSummary episode, SiteLinks links) => new MarkdownPage(links)
        .Heading(1, Texts.TurnGone)
        .Paragraph(Texts.TurnGoneExplained)
        .List([episode]);

    private static void WriteChange(MarkdownPage page, Quotation changed)
    {
        if (changed.Was is { } was)
        {
            page.Heading(2, Texts.QuoteWas).Paragraph(was);
        }

        page.Heading(2, Texts.QuoteNow).Paragraph(changed.Text);
    }

    private static void Write(MarkdownPage page, TurnView turn)
    {
        page.Heading(2, turn.SpeakerName).Row(
            MarkdownPage.Text(turn.Remark),
            turn.Turn.Start is { } start ? MarkdownPage.Text(start.ToString()) : null,
            page.Link(turn.Place, turn.Link),
            turn.SpeakerLink is { } speaker ? page.Link(Wording.Of(Texts.AllBy, turn.SpeakerName), speaker) : null);
        Write(page, turn.Blocks);
    }

    private static void Write(MarkdownPage page, IReadOnlyList<TurnBlock> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case TurnBlock.Speech speech:
                    page.Quote(speech.Paragraph.Plain);
                    break;
                case TurnBlock.Stage stage:
                    page.Paragraph($"[{stage.Note}]");
                    break;
                case TurnBlock.Advertisement advertisement:
                    page.Paragraph(Wording.Of(
                        Texts.SponsorSummary, advertisement.Name ?? Texts.SponsorUnnamed, Wording.Paragraphs(advertisement.ParagraphCount)));
                    Write(page, advertisement.Inside);
                    break;
            }
        }
    }
}
