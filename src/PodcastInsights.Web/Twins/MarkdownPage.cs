using System.Text;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Marks;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Twins;

/// <summary>
/// A page in Markdown: blocks separated by blank lines. Texts are escaped. Links are absolute, because the page is read outside of the site,
/// and lead to pages.
/// </summary>
internal sealed class MarkdownPage(SiteLinks links)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly StringBuilder text = new();

    public MarkdownPage Heading(int level, string words) => Append($"{new string('#', level)} {MarkdownMarks.Heading(words)}");

    public MarkdownPage Paragraph(string words) => Append(MarkdownMarks.Block(words));

    /// <summary>A line of names and links; null and empty parts are left out.</summary>
    /// <param name="parts">Made by <see cref="Text"/> and <see cref="Link"/>.</param>
    public MarkdownPage Row(params IEnumerable<string?> parts) => Append(Joined(parts));

    /// <summary>A block quotation.</summary>
    public MarkdownPage Quote(params IEnumerable<string> paragraphs) =>
        Append("> " + string.Join("\n>\n> ", paragraphs.Select(MarkdownMarks.Block)));

    /// <param name="items">Texts made by <see cref="Joined"/> and similar methods.</param>
    public MarkdownPage List(IEnumerable<string> items) => Append(string.Join('\n', items.Select(item => "- " + item)));

    /// <summary>Episodes as lists show them.</summary>
    public MarkdownPage List(IEnumerable<EpisodeSummary> episodes) => List(episodes.Select(episode => Joined(
        Link(ShortTitle.Of(episode).Title.Text, links.Episode(episode.Slug)),
        episode.Show is { } show ? Text(show) : null,
        episode.Guests.Count > 0 ? Text(Wording.List(episode.Guests)) : null,
        episode.PublishedOn is { } date ? Text(Wording.Date(date)) : null)));

    /// <summary>The footer: the address of the page, and how to get other pages as Markdown.</summary>
    public MarkdownPage Ended() => Row(Link(Texts.TwinOf, links.Page), Text(Texts.TwinsEverywhere));

    /// <summary>Links to the previous and next page.</summary>
    public MarkdownPage Turned(Pager pager) => Row(
        pager.Previous is { } previous ? Link(Texts.PreviousPage, links.PageNumber(previous)) : null,
        pager.Next is { } next ? Link(Texts.NextPage, links.PageNumber(next)) : null);

    public static string Text(string words) => MarkdownMarks.Escaped(words);

    /// <param name="address">Root-relative.</param>
    public string Link(string words, string address) => MarkdownMarks.Link(words, links.Absolute(address));

    /// <summary>Parts of a line.</summary>
    public static string Joined(params IEnumerable<string?> parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));

    public async Task WriteAsync(Stream output, CancellationToken cancellationToken) =>
        await output.WriteAsync(Utf8.GetBytes(ToString()), cancellationToken);

    public override string ToString() => text.ToString();

    private MarkdownPage Append(string block)
    {
        if (block.Length > 0)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(block).Append('\n');
        }

        return this;
    }
}
