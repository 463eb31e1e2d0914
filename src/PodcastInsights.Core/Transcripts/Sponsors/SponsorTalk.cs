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
        var from = FirstOf(visit.FirstTurn);

        // The host's next words; the ones after those where the file gives the visitor's last ones to somebody else.
        var to = LastOf(visit.LastTurn + 3);
        var before = Before(visit);
        var isSponsored = before.Exists(s => s.Has(Sponsored));
        var company = before.Select(CompanyOf).FirstOrDefault(brand => brand is not null);
        for (var j = before.Count == 0 ? from : IndexOf(before[0], from);
            j <= to && !(all[j].Turn > visit.LastTurn && all[j].Has(Sponsored));
            j++)
        {
            if (bounds.IsCall(all[j]) && IsForVisitor(visit, j, isSponsored) && BrandOf(company, j, visit, before) is { } brand)
            {
                return bounds.Range(Begin(visit, before, brand), End(visit, j, brand), brand);
            }
        }

        return null;
    }

    private int FirstOf(int turn) => turn == 0 ? 0 : episode.LastOf(turn - 1) + 1;

    private int LastOf(int turn) => episode.LastOf(Math.Min(turn, episode.TurnCount - 1));

    /// <summary>
    /// What the host says before the visit, back to a read before. Where the file gives the visitor's first words to somebody else, the
    /// presentation stands one turn of the host earlier.
    /// </summary>
    private List<Sentence> Before(Visit visit)
    {
        var before = new List<Sentence>();
        for (var j = FirstOf(visit.FirstTurn) - 1;
            j >= 0 && before.Count < LongestPresentation && all[j].Turn >= visit.FirstTurn - 3;
            j--)
        {
            if (all[j].Has(SponsorSign.House) || (bounds.IsCall(all[j]) && !IsSpokenOf(bounds.BrandAt(j), visit)))
            {
                break;
            }

            if (episode.MayHost(all[j]))
            {
                before.Insert(0, all[j]);
            }
        }

        return before;
    }

    /// <summary>
    /// First sentence of the presentation; without one, of the host's question that the visitor answers, or of the file where the
    /// presentation is lost with its beginning.
    /// </summary>
    private int Begin(Visit visit, List<Sentence> before, Brand brand)
    {
        var from = FirstOf(visit.FirstTurn);
        if (before.Find(s => Presents(s, visit) || (s.Turn == visit.FirstTurn - 1 && brand.IsIn(s.Text))) is { } presentation)
        {
            return IndexOf(presentation, from);
        }

        var asked = before.FindAll(s => s.Turn == visit.FirstTurn - 1);
        var isAllThereIs = asked.Count > 0 && IndexOf(asked[0], from) == 0;
        return isAllThereIs ? 0 : asked is [.., var question] && question.Text.EndsWith('?') ? from - 1 : from;
    }

    private int IndexOf(Sentence sentence, int before)
    {
        var index = before - 1;
        while (all[index] != sentence)
        {
            index--;
        }

        return index;
    }

    /// <summary>
    /// Last sentence of the talk. In the turn of the visitor's last words the paragraph of the call ends it: what follows are the
    /// host's words where the file has lost the host's label.
    /// </summary>
    private int End(Visit visit, int call, Brand brand)
    {
        if (all[call].Turn > visit.LastTurn)
        {
            return bounds.Settle(call, brand);
        }

        var last = episode.LastOf(visit.LastTurn);
        while (all[call].Turn == visit.LastTurn && all[last].Paragraph > all[call].Paragraph)
        {
            last--;
        }

        return Math.Max(bounds.Settle(call, brand), last == episode.LastOf(visit.LastTurn) ? Parting(visit, brand) : last);
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

    /// <summary>What the call is for; null where that is not what the talk is about.</summary>
    private Brand? BrandOf(Brand? company, int call, Visit visit, List<Sentence> before)
    {
        if (company is not null && all[call].Addresses.Any(address => company.Owns(company.Complete(address))))
        {
            return company;
        }

        return bounds.BrandAt(call) is { } brand && (before.Exists(s => brand.IsIn(s.Text)) || IsSpokenOf(brand, visit)) ? brand : null;
    }

    private bool IsSpokenOf(Brand? brand, Visit visit) =>
        brand is not null && all.Skip(FirstOf(visit.FirstTurn)).TakeWhile(s => visit.Holds(s.Turn)).Any(s => brand.IsIn(s.Text));

    /// <summary>The last sentence of the visit, or of the host's thanks to the visitor after it.</summary>
    private int Parting(Visit visit, Brand brand)
    {
        var last = episode.LastOf(visit.LastTurn);
        for (var j = last + 1; j < all.Count && j - last <= LongestParting && all[j].Turn == visit.LastTurn + 1; j++)
        {
            last = Presents(all[j], visit) || brand.IsIn(all[j].Text) || all[j].Has(SponsorSign.Repeat) ? j : last;
        }

        return last;
    }

    private static Brand? CompanyOf(Sentence sentence) =>
        (sentence.Has(SponsorSign.Opener) ? SponsorRules.NameAfter(SponsorSign.Opener, sentence.Text) : null)
        ?? SponsorRules.CompanyIn(sentence.Text);

    private static bool Presents(Sentence sentence, Visit visit) =>
        sentence.Has(SponsorSign.SponsorGuest) || Brand.Says(sentence.Text, visit.Visitor.Split(' ')[0]);

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
        for (var j = i + 1;
            j < all.Count && j - i <= SponsorReadBounds.LongestTalk && all[j].Turn <= all[i].Turn + Visit.LongestTurns;
            j++)
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
