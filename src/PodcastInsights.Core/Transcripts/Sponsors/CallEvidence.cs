namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>
/// Decides by points whether a sentence with an address is a call to action of an advertisement, where no opening sentence was found.
/// </summary>
internal sealed class CallEvidence(EpisodeSentences episode, SponsorReadBounds bounds)
{
    /// <summary>Points needed: a call, and a path of the show or two other signs.</summary>
    private const int Enough = 5;

    public bool IsEnough(int i, Visit? visit = null)
    {
        var sentence = episode.Sentences[i];
        var turn = sentence.Turn;
        var address = sentence.Addresses.First(a => !episode.IsHouse(a));
        var brand = bounds.BrandAt(i);
        var named = bounds.Near(i, -12, 3, null)
            .Count(s => (s.Turn == turn || (episode.NamesHosts && episode.MayHost(s))) && brand?.IsIn(s.Text) == true);

        var isShowPath = sentence.Addresses.Any(episode.IsShowPath);
        var isSaidTwice = bounds.Near(i, 0, 3, turn).SelectMany(s => s.Addresses).Count(a => a.Host == address.Host) > 1;

        // A sponsor's staff talk of the sponsor as guests talk of their company. But guests do not interrupt each other, and a host neither
        // repeats a guest's address nor gives it a path.
        var isSponsors = visit is not null && (visit.Interrupts || isShowPath || isSaidTwice) ? visit : null;

        (int Weight, bool Holds)[] signs =
        [
            // Wording of calls.
            (+2, sentence.Has(SponsorSign.Call | SponsorSign.Repeat)),
            (+4, isShowPath),
            (+2, isSaidTwice),
            (+1, sentence.Addresses.Count(a => a.Host == address.Host) > 1
                || bounds.Near(i, 1, 3, turn).Any(s => s.Has(SponsorSign.Repeat) && s.Addresses.Any(a => a.Host == address.Host))),
            (+2, bounds.Near(i, -2, 3, turn).Any(s => s.Has(SponsorSign.Offer))),

            // Sentences before a call.
            (+2, bounds.Near(i, -12, 0, turn).Any(s => s.Has(SponsorSign.Answer))),
            (+2, named >= 2),
            (+1, named >= 4),
            (+1, bounds.Near(i, -8, 2, turn).Count(s => s.Has(SponsorSign.Pitch)) >= 3),

            // Guests mention their own pages, and their company throughout.
            (-5, bounds.Near(i, -1, 1, turn).Any(s => s.Has(SponsorSign.Personal))),
            (-4, bounds.Near(i, -4, 0, null).Any(s => s.Has(SponsorSign.AsksForPages))),
            (-4, brand is not null && bounds.Near(i, -25, 25, null)
                .Any(s => episode.AreOpposite(sentence, s) && !(s.Turn >= isSponsors?.FirstTurn && s.Turn <= turn) && brand.IsIn(s.Text))),
            (-3, !episode.MayHost(sentence)),
            (-3, !episode.NamesHosts && !isShowPath),
        ];
        return signs.Where(sign => sign.Holds).Sum(sign => sign.Weight) >= Enough;
    }
}
