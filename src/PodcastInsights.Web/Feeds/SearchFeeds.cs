using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Feeds;
using PodcastInsights.Core.Search;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Views;

namespace PodcastInsights.Web.Feeds;

/// <summary>
/// Feeds of the turns that a search finds, those with the newest words first. An entry depends on its own turn alone: the query is not
/// corrected and nothing is ranked, because both depend on the rest of the library.
/// </summary>
internal sealed class SearchFeeds(
    FeedDocumentBuilder documents, FeedId ids, IFeedReader feeds, ISearchIndex index, IEpisodeReader episodes, SiteLinks links)
{
    /// <summary>Matches considered, those of the episodes with the newest words first.</summary>
    private const int MostTurns = 300;

    /// <summary>Most characters of a turn in its entry.</summary>
    private const int TextLength = 3000;
    private const int SummaryLength = 300;

    public async Task<FeedDocument> OfAsync(string? page, CancellationToken cancellationToken)
    {
        var address = SearchAddress.Read(documents.Query);
        var found = await LatestAsync(address, cancellationToken);
        var number = PageNumber.Read(page);
        var pager = Pager.Of(found.Count, number, FeedDocumentBuilder.PageSize);
        var entries = new List<FeedEntry>(FeedDocumentBuilder.PageSize);
        foreach (var turn in found.Skip((number - 1) * FeedDocumentBuilder.PageSize).Take(FeedDocumentBuilder.PageSize))
        {
            if (await EntryOfAsync(turn, address.Query, cancellationToken) is { } entry)
            {
                entries.Add(entry);
            }
        }

        var typed = Wording.List(address.Filters.Select(filter => $"{Wording.Name(filter.Field)}:{filter.Value}").Prepend(address.Typed).Where(text => text.Length > 0));
        return documents.Document(
            Wording.Of(Texts.SearchTitle, typed), address.Link(links), documents.OnPages(number, pager.Last), entries);
    }

    private async Task<List<FoundTurn>> LatestAsync(SearchAddress address, CancellationToken cancellationToken)
    {
        var search = new SearchRequest(
            address.Query, PageSize: MostTurns, Sort: SearchSort.Latest, Literal: true, WithFacets: false);
        var hits = search.Query.IsEmpty ? [] : (await index.SearchAsync(search, cancellationToken)).Items;
        var stamps = await feeds.StampsAsync([.. hits.Select(hit => hit.Episode).Distinct()], cancellationToken);
        return
        [
            .. hits.Select(hit => stamps.TryGetValue(hit.Episode, out var stamp) && stamp.Spoken.Find(hit.Edition, hit.TurnId.Number) is { } turn
                    ? new FoundTurn(hit, stamp, turn)
                    : null)
                .OfType<FoundTurn>()
                .OrderByDescending(found => found.SaidAt)
                .ThenBy(found => found.Stamp.Origin, StringComparer.Ordinal)
                .ThenBy(found => found.Hit.TurnId.Number),
        ];
    }

    /// <returns>Null where an import has just taken the turn away.</returns>
    private async Task<FeedEntry?> EntryOfAsync(FoundTurn found, SearchQuery query, CancellationToken cancellationToken)
    {
        var (hit, stamp) = (found.Hit, found.Stamp);

        // A link with the turn's earlier number leads there as well, and does not change when turns are inserted above.
        var id = TurnId.Twin(found.Turn.Number, hit.TurnId);
        var match = await episodes.FindTurnAsync(hit.Episode, id, null, hit.Edition, cancellationToken);
        if (match?.Turn.Number != hit.TurnId.Number)
        {
            id = hit.TurnId;
            match = await episodes.FindTurnAsync(hit.Episode, id, null, hit.Edition, cancellationToken);
        }

        if (match is null)
        {
            return null;
        }

        var turn = match.Turn;
        var title = LocalText.Best(hit.EpisodeTitles, hit.Episode.Value);
        var link = links.Absolute(links.Turn(hit.Episode, id, hit.Edition));
        var text = turn.Plain;
        var language = LanguageTag.Of(turn.Paragraphs.Count == 0 ? match.Language : turn.Paragraphs[0].Language, text);
        return new FeedEntry(
            ids.Turn(stamp.Origin, found.Turn.Key),
            turn.Speaker is null ? title.Text : Wording.Of(Texts.FeedTurnTitle, turn.Speaker, title.Text),
            title.Language ?? SiteLanguage.Current.Tag,
            link,
            stamp.ArrivedAt,
            found.SaidAt,
            language,
            Excerpt.Of(text, SummaryLength),
            FeedHtml.Of(
                FeedHtml.Quotation(Cut(await ShownAsync(turn, hit.Episode, query, cancellationToken)), language, link),
                FeedHtml.Paragraph(turn.Start is { } start ? $"{start} " : "", title.Text, link)),
            turn.Speaker is null ? [] : [turn.Speaker]);
    }

    /// <summary>Paragraphs of the turn; for a long one from the first paragraph with a match.</summary>
    private async Task<IReadOnlyList<string>> ShownAsync(Turn turn, EpisodeSlug episode, SearchQuery query, CancellationToken cancellationToken)
    {
        var paragraphs = turn.Paragraphs.Select(paragraph => paragraph.Plain).ToList();
        if (paragraphs.Sum(paragraph => paragraph.Length) <= TextLength)
        {
            return paragraphs;
        }

        var marker = (await index.FindInEpisodeAsync(episode, query, cancellationToken)).Marker;
        return paragraphs[Math.Max(0, paragraphs.FindIndex(paragraph => marker.RangesIn(paragraph).Count > 0))..];
    }

    /// <summary>Paragraphs up to <see cref="TextLength"/>.</summary>
    private static IEnumerable<string> Cut(IEnumerable<string> paragraphs)
    {
        var left = TextLength;
        foreach (var paragraph in paragraphs.TakeWhile(_ => left > 0))
        {
            yield return Excerpt.Of(paragraph, left);
            left -= paragraph.Length;
        }
    }

    private sealed record FoundTurn(SearchHit Hit, EpisodeStamp Stamp, TurnStamp Turn)
    {
        /// <summary>Time at which the turn got its present words.</summary>
        public DateTime SaidAt => Turn.ChangedAt ?? Stamp.ArrivedAt;
    }
}
