namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>
/// Finds sponsor reads that are a talk of the host with a sponsor's staff: a visit during which listeners are sent to the company's
/// address, or by somebody introduced as the sponsor's. All turns of the talk belong to the read.
/// </summary>
internal sealed class SponsorTalk
{
    /// <summary>Largest number of the host's sentences before the visitor's first words that may introduce the visitor.</summary>
    private const int LongestPresentation = 10;

    /// <summary>Largest number of sentences of a farewell.</summary>
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

    /// <summary>The read that begins with the sentence; null for none.</summary>
    public SponsorReadRange? At(int i) => byFirst.GetValueOrDefault(i) ?? Presented(i);

    private SponsorReadRange? Of(Visit visit)
    {
        var from = FirstOf(visit.FirstTurn);

        // The host's next turn, or a later one where the file attributes the visitor's last words to somebody else.
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
    /// The host's sentences before the visit, back to an earlier read. Where the file attributes the visitor's first words to somebody
    /// else, the introduction is one turn of the host earlier.
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
    /// First sentence of the introduction; without one, of the question that the visitor answers, or of the file where its beginning is
    /// lost.
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
    /// Last sentence of the talk. In the visitor's last turn it is the end of the paragraph with the call: the rest are the host's words
    /// without a label.
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
    /// Whether the call is an advertisement: a host's own call needs the usual signs; a visitor's counts only after an introduction as the
    /// sponsor's, or with an address of the show.
    /// </summary>
    private bool IsForVisitor(Visit visit, int call, bool isSponsored)
    {
        var isHosts = episode.MayHost(all[call]);
        return isSponsored
            || (isHosts ? evidence.IsEnough(call, visit) : all[call].Addresses.Any(episode.IsShowPath));
    }

    /// <summary>The brand of the call; null where the talk is about something else.</summary>
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
    /// Finds a read by somebody introduced as the sponsor's without a visit in the turns, because the file lost the visitor's labels or
    /// attributes the words to the guest. It lasts until the host's call for the company, or else is the introduction only.
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
