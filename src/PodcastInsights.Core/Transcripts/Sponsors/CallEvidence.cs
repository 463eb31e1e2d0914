namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>Weighs whether a sentence with an address is an advertiser's call to action, where no opener has said so.</summary>
internal sealed class CallEvidence(EpisodeSentences episode, SponsorReadBounds bounds)
{
    /// <summary>A call, and the show's own path or two other signs of an advertisement.</summary>
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

        // A sponsor's people speak of the sponsor as a guest speaks of the guest's company; no guest breaks into another's talk, and
        // the host neither says a guest's address twice nor has a path in it.
        var isSponsors = visit is not null && (visit.Interrupts || isShowPath || isSaidTwice) ? visit : null;

        (int Weight, bool Holds)[] signs =
        [
            // How calls are worded.
            (+2, sentence.Has(SponsorSign.Call | SponsorSign.Repeat)),
            (+4, isShowPath),
            (+2, isSaidTwice),
            (+1, sentence.Addresses.Count(a => a.Host == address.Host) > 1
                || bounds.Near(i, 1, 3, turn).Any(s => s.Has(SponsorSign.Repeat) && s.Addresses.Any(a => a.Host == address.Host))),
            (+2, bounds.Near(i, -2, 3, turn).Any(s => s.Has(SponsorSign.Offer))),

            // What leads up to calls.
            (+2, bounds.Near(i, -12, 0, turn).Any(s => s.Has(SponsorSign.Answer))),
            (+2, named >= 2),
            (+1, named >= 4),
            (+1, bounds.Near(i, -8, 2, turn).Count(s => s.Has(SponsorSign.Pitch)) >= 3),

            // Guests tell of their own pages, and of their company all along.
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
