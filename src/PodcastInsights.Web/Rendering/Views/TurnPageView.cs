using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Citation.Styles;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Marks;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>The data of a turn's page.</summary>
/// <param name="Asked">Id in the address.</param>
/// <param name="Title">Title of the episode, without show and guest.</param>
/// <param name="Section">The section, with a link to it in the episode; null for none.</param>
/// <param name="Quotation">The quotable words of the link.</param>
/// <param name="Link">Present address of the turn, or of the quoted words.</param>
/// <param name="InEpisode">Link to the turn in the episode, with the words highlighted.</param>
/// <param name="Card">Address of the quote card.</param>
/// <param name="Citation">Citations of the words; null where they have changed.</param>
/// <param name="Turns">The turn, or all turns with words of the link.</param>
internal sealed record TurnPageView(
    TurnMatch Match,
    TurnId Asked,
    LocalText Title,
    string? Language,
    (string Title, string Link)? Section,
    QuotationView Quotation,
    string Link,
    string InEpisode,
    string Card,
    CitationView? Citation,
    IReadOnlyList<TurnView> Turns,
    TurnView? Before,
    TurnView? After)
{
    private const int DescriptionLength = 200;

    /// <summary>Short text for link previews: the words, or that they have changed.</summary>
    public string Opening => Quotation.Text is { } quote ? Excerpt.Of(quote, DescriptionLength) : Texts.WordsChanged;

    /// <summary>The quotation of the link, where it may be quoted; else null.</summary>
    public Quotation? Quoted => Quotation.Text is null ? null : Match.Quote;

    public string Heading
    {
        get
        {
            var (first, last) = (Turns[0].Turn.Number, Turns[^1].Turn.Number);
            var names = string.Join(", ", Turns.Select(turn => turn.SpeakerName).Distinct());
            return first == last
                ? Wording.Of(Texts.TurnHeading, names, Wording.Grouped(first))
                : Wording.Of(Texts.TurnsHeading, names, Wording.Grouped(first), Wording.Grouped(last));
        }
    }

    public static TurnPageView Of(TurnMatch match, TurnId asked, SiteLinks links, string? edition)
    {
        var slug = match.Episode.Slug;
        var chosen = edition == match.Language && match.Episode.Sources[0].Language != edition ? edition : null;
        var quotation = QuotationView.Of(match);
        var words = quotation.Text is null ? null : match.Quote?.Words;
        var passages = match.Quote?.Passages ?? [];
        var turns = passages.Count == 0 ? [match.Turn] : passages.Select(passage => passage.Turn).ToList();
        var spoken = SpokenLanguage.Of(turns, match.Language);
        var recording = links.Recording(slug, match.Recording, match.TimedMediaUrl);
        var views = new TurnViews(links, slug, spoken, chosen, match.Speakers, match.Sponsors, match.Notes, recording);
        var link = links.Turn(slug, match.Turn.Id, chosen, words);
        return new TurnPageView(
            match,
            asked,
            ShortTitle.Of(match.Episode).Title,
            spoken.Tag,
            SectionOf(match, links.EpisodeIn(slug, chosen)),
            quotation,
            link,
            words is { } marked ? links.WordsInEpisode(slug, match.Turn.Id, marked, chosen) : links.TurnInEpisode(slug, match.Turn.Id, chosen),
            links.Card(slug, match.Turn.Id, chosen, words),
            quotation.Text is { } quote
                ? new CitationView(
                    Reference.Of(match, quote, spoken.Code, links.Absolute(link)),
                    Wording.Source(match.Episode),
                    [.. ReferenceFile.All.Select(file => (file, links.Reference(slug, match.Turn.Id, file.Suffix, chosen, words)))])
                : null,
            [
                .. turns.Select((turn, index) => views.Of(turn, passages.Count == 0 ? null : PassageMarks.Of(passages[index])) with
                {
                    BeginsQuotation = index == 0 && passages.Count > 0,
                }),
            ],
            match.Before is { } before ? views.Of(before) : null,
            match.After is { } after ? views.Of(after) : null);
    }

    /// <summary>Notices about how the link was found; none for an exact match.</summary>
    public IEnumerable<(string Text, bool WithLink)> Notices()
    {
        var turn = Match.Turn.Number;
        var edited = Match.Kind == TurnMatchKind.Edited;
        switch (Match.Quote?.Match)
        {
            case QuotationMatch.Edited:
                yield return (Texts.QuoteEdited, false);
                break;
            case QuotationMatch.Moved:
                yield return (Texts.QuoteMoved, true);
                break;
            case QuotationMatch.Exact when edited:
                yield return (Texts.QuoteStands, true);
                break;
            case QuotationMatch.Unknown:
                yield return (Texts.QuoteUnknown, false);
                goto default;
            default:
                if (edited)
                {
                    var known = Match.Earlier is not null || turn != Asked.Number;
                    yield return (Wording.Of(known ? Texts.TurnBecame : Texts.TurnEdited, Wording.Grouped(Asked.Number)), false);
                }

                break;
        }

        if (Match.Kind == TurnMatchKind.Moved && Match.Quote?.Match is not (QuotationMatch.Moved or QuotationMatch.Edited))
        {
            yield return (Wording.Of(Texts.TurnMoved, Wording.Grouped(Asked.Number), Wording.Grouped(turn)), true);
        }
    }

    private static (string Title, string Link)? SectionOf(TurnMatch match, string episode) =>
        match.Sections.At(match.Turn.Number) is { } section
            ? (section.Title, episode + SectionView.Of(match.Sections, null).First(view => view.Section == section).Link)
            : null;
}
