namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>
/// Finds reads in which the host talks with a sponsor's people: a visit in which the listeners are sent to the address of what the talk
/// is about, or somebody presented as a sponsor's. All turns of the talk belong to the read.
/// </summary>
internal sealed class SponsorTalk
{
    /// <summary>Sentences of the host before the visitor's first words that may present the visitor.</summary>
    private const int LongestPresentation = 10;

    /// <summary>Sentences with which the host takes leave of a visitor, at most.</summary>
    private const int LongestParting = 4;

    private const SponsorSign Sponsored = SponsorSign.Opener | SponsorSign.LateOpener | SponsorSign.SponsorGuest | SponsorSign.Thanks;

    private readonly EpisodeSentences episode;

    private readonly SponsorReadBounds bounds;

    private readonly CallEvidence evidence;

    private readonly IReadOnlyList<Sentence> all;

    private readonly Dictionary<int, SponsorReadRange> byFirst = [];

    public SponsorTalk(EpisodeSentences episode, SponsorReadBounds bounds, CallEvidence evidence)
    {
        this.episode = episode;
        this.bounds = bounds;
        this.evidence = evidence;
        all = episode.Sentences;
        foreach (var visit in episode.Visits)
        {
            if (Of(visit) is { } read)
            {
                byFirst.TryAdd(read.First, read);
            }
        }
    }

    /// <summary>The read that begins with the sentence; null where none does.</summary>
    public SponsorReadRange? At(int i) => byFirst.GetValueOrDefault(i) ?? Presented(i);

    private SponsorReadRange? Of(Visit visit)
    {
        var from = visit.FirstTurn == 0 ? 0 : episode.LastOf(visit.FirstTurn - 1) + 1;
        var to = Math.Min(all.Count - 1, episode.LastOf(Math.Min(visit.LastTurn + 1, episode.TurnCount - 1)));
        var presentation = Presentation(visit, from);
        var isSponsored = presentation.Exists(s => s.Has(Sponsored));
        var company = presentation.Select(CompanyOf).FirstOrDefault(brand => brand is not null);
        for (var j = from; j <= to && !(all[j].Turn > visit.LastTurn && all[j].Has(Sponsored)); j++)
        {
            if (bounds.IsCall(all[j]) && IsForVisitor(visit, j, isSponsored)
                && BrandOf(company, j, visit, from - presentation.Count) is { } brand)
            {
                var presents = presentation.FindIndex(s => Presents(s, visit, brand));
                var first = presents < 0 ? from : from - presentation.Count + presents;
                return bounds.Range(first, all[j].Turn > visit.LastTurn ? bounds.Settle(j, brand) : Parting(visit, brand), brand);
            }
        }

        return null;
    }

    /// <summary>The host's sentences before the visit, back to what closes the conversation or a read before.</summary>
    private List<Sentence> Presentation(Visit visit, int from)
    {
        var first = from;
        while (first > 0 && from - first < LongestPresentation && all[first - 1].Turn == visit.FirstTurn - 1
            && episode.MayHost(all[first - 1])
            && !all[first - 1].Has(SponsorSign.House)
            && !bounds.IsCall(all[first - 1]))
        {
            first--;
        }

        return [.. all.Skip(first).Take(from - first)];
    }

    /// <summary>
    /// Whether the call sends the listeners to the visitor as an advertisement does: a host's own call must show what calls show, and
    /// a visitor's own counts only from one presented as a sponsor's, or where the address is the show's own.
    /// </summary>
    private bool IsForVisitor(Visit visit, int call, bool isSponsored)
    {
        var isHosts = episode.MayHost(all[call]);
        return isSponsored
            || (isHosts ? evidence.IsEnough(call, visit) : all[call].Addresses.Any(episode.IsShowPath));
    }

    /// <summary>What the call is for; null where that is not what the talk, from sentence <paramref name="from"/> on, is about.</summary>
    private Brand? BrandOf(Brand? company, int call, Visit visit, int from)
    {
        if (company is not null && all[call].Addresses.Any(address => company.Owns(company.Complete(address))))
        {
            return company;
        }

        var last = Math.Min(call, episode.LastOf(visit.LastTurn));
        return bounds.BrandAt(call) is { } brand && all.Skip(from).Take(last + 1 - from).Any(s => brand.IsIn(s.Text)) ? brand : null;
    }

    /// <summary>The last sentence of the visit, or of the host's thanks to the visitor after it.</summary>
    private int Parting(Visit visit, Brand brand)
    {
        var last = episode.LastOf(visit.LastTurn);
        for (var j = last + 1; j < all.Count && j - last <= LongestParting && all[j].Turn == visit.LastTurn + 1; j++)
        {
            last = Presents(all[j], visit, brand) || all[j].Has(SponsorSign.Repeat) ? j : last;
        }

        return last;
    }

    private static Brand? CompanyOf(Sentence sentence) =>
        (sentence.Has(SponsorSign.Opener) ? SponsorRules.NameAfter(SponsorSign.Opener, sentence.Text) : null)
        ?? SponsorRules.CompanyIn(sentence.Text);

    /// <summary>Whether the sentence presents the visitor or names what the visit is for.</summary>
    private static bool Presents(Sentence sentence, Visit visit, Brand brand) =>
        sentence.Has(SponsorSign.SponsorGuest) || brand.IsIn(sentence.Text) || Brand.Says(sentence.Text, visit.Visitor.Split(' ')[0]);

    /// <summary>
    /// A read by somebody presented as a sponsor's where the turns show no visit: files lose visitors' labels, or give their words to
    /// the guest. It lasts until the host's call for the company, or else is the presentation alone.
    /// </summary>
    private SponsorReadRange? Presented(int i)
    {
        if (!all[i].Has(SponsorSign.SponsorGuest) || !episode.MayHost(all[i]))
        {
            return null;
        }

        var brand = CompanyOf(all[i]);
        if (Farewell(i, brand) is { } call)
        {
            brand ??= bounds.BrandAt(call);
            return bounds.Range(i, bounds.Settle(call, brand), brand);
        }

        var visit = episode.Visits.FirstOrDefault(visit => visit.FirstTurn == all[i].Turn + 1);
        return brand is null ? null : bounds.Range(i, visit is null ? i : Parting(visit, brand), brand);
    }

    /// <summary>The host's call for the visitor's company.</summary>
    private int? Farewell(int i, Brand? brand)
    {
        for (var j = i + 1; j < all.Count && j - i <= SponsorReadBounds.LongestTalk && all[j].Turn <= all[i].Turn + Visit.LongestTurns; j++)
        {
            if (all[j].Has(Sponsored | SponsorSign.House))
            {
                break;
            }

            if (bounds.IsCall(all[j]) && episode.MayHost(all[j])
                && (brand is null || all[j].Addresses.Any(address => brand.Owns(brand.Complete(address)))))
            {
                return j;
            }
        }

        return null;
    }
}
