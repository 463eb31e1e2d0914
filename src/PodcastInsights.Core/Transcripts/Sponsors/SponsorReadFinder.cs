namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>
/// Combines signs into sponsor reads. A read is found by an opening that names the sponsor, a talk with the sponsor's staff, a call to
/// action, or promises alone; its sentences mention one brand.
/// </summary>
internal sealed class SponsorReadFinder
{
    /// <summary>Largest number of praised brands; each is searched for in all sentences.</summary>
    private const int MostPraised = 50;

    /// <summary>Largest number of sentences with signs of advertisement; with more, the text is no episode.</summary>
    private const int MostSigns = 1000;

    private readonly EpisodeSentences episode;

    /// <summary>For each name, the first and last turn with the brand, and whether anybody but a host mentions it.</summary>
    private readonly Dictionary<string, (int FirstTurn, int LastTurn, bool ByGuest)> praised = new(StringComparer.Ordinal);

    private readonly SponsorReadBounds bounds;

    private readonly CallEvidence evidence;

    private readonly SponsorTalk talk;

    public SponsorReadFinder(EpisodeSentences episode)
    {
        this.episode = episode;
        bounds = new(episode);
        evidence = new(episode, bounds);
        talk = new(episode, bounds, evidence);
    }

    /// <summary>In text order; no two reads share a sentence.</summary>
    public IReadOnlyList<SponsorReadRange> Find()
    {
        var found = new List<SponsorReadRange>();
        var signs = 0;
        for (var i = 0; i < episode.Sentences.Count && signs < MostSigns; i++)
        {
            signs += bounds.IsCall(episode.Sentences[i]) || episode.Sentences[i].Has(SponsorSign.Opener | SponsorSign.LateOpener) ? 1 : 0;
            var read = talk.At(i) ?? Opened(i) ?? Called(i) ?? Praised(i);
            if (read is not null)
            {
                found.Add(read);
                bounds.Taken = read.Last;
                i = Math.Max(i, read.Last);
            }
        }

        return found;
    }

    private SponsorReadRange? Opened(int i)
    {
        var sentence = episode.Sentences[i];
        if (!sentence.Has(SponsorSign.Opener | SponsorSign.LateOpener | SponsorSign.Thanks) || !episode.MayHost(sentence))
        {
            return null;
        }

        var sign = sentence.Has(SponsorSign.Opener) ? SponsorSign.Opener
            : sentence.Has(SponsorSign.LateOpener) ? SponsorSign.LateOpener
            : SponsorSign.Thanks;
        var brand = SponsorRules.NameAfter(sign, sentence.Text);
        var call = brand is null && sign != SponsorSign.Opener ? null : bounds.FirstCall(i, brand);
        if (call is null && (brand is null || (sign == SponsorSign.Thanks && SponsorRules.ThanksMany(sentence.Text))))
        {
            return null;
        }

        brand ??= bounds.BrandAt(call!.Value);
        var first = sign == SponsorSign.LateOpener ? bounds.Begin(i, brand) : i;
        return bounds.Range(first, call is { } c ? bounds.Settle(c, brand) : bounds.Fade(i, brand!), brand);
    }

    private SponsorReadRange? Called(int i)
    {
        if (!bounds.IsCall(episode.Sentences[i]) || !evidence.IsEnough(i))
        {
            return null;
        }

        var brand = bounds.BrandAt(i);
        return bounds.Range(bounds.Begin(i, brand), bounds.Settle(i, brand), brand);
    }

    /// <summary>
    /// Finds a read without opening and address: a paragraph of promises to the listener about a brand that the guest never mentions. It
    /// ends with the brand's name; a word to the guest may follow.
    /// </summary>
    private SponsorReadRange? Praised(int i)
    {
        var all = episode.Sentences;
        var sentence = all[i];
        if (!episode.NamesHosts || !episode.MayHost(sentence) || SponsorRules.PromiserIn(sentence.Text) is not { } brand)
        {
            return null;
        }

        var paragraph = bounds
            .Near(i, -SponsorReadBounds.Longest, SponsorReadBounds.Longest, sentence.Turn)
            .Where(s => s.Paragraph == sentence.Paragraph)
            .ToList();
        var last = paragraph.FindLastIndex(s => brand.IsIn(s.Text));
        var isPraise = paragraph.Count - last <= 2 && !paragraph.Exists(bounds.IsCall)
            && paragraph.Count(s => SponsorRules.PromiserIn(s.Text)?.Name == brand.Name) >= 2
            && paragraph.Count(s => brand.IsIn(s.Text)) >= 3
            && paragraph.Count(s => s.Has(SponsorSign.Pitch)) >= 3
            && IsSpokenOfOnlyNear(sentence.Turn, brand);
        return isPraise ? bounds.Range(i, i - paragraph.IndexOf(sentence) + last, brand) : null;
    }

    private bool IsSpokenOfOnlyNear(int turn, Brand brand)
    {
        if (!praised.TryGetValue(brand.Name, out var use))
        {
            if (praised.Count == MostPraised)
            {
                return false;
            }

            var mentions = episode.Sentences.Where(s => brand.IsIn(s.Text)).ToList();
            praised[brand.Name] = use = (mentions[0].Turn, mentions[^1].Turn, mentions.Exists(s => !episode.MayHost(s)));
        }

        return !use.ByGuest && use.FirstTurn >= turn - 1 && use.LastTurn <= turn + 1;
    }
}
