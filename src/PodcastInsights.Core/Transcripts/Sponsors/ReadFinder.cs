namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>
/// Finds how cues make reads. A read is opened by words that name the sponsor, or is a talk with the sponsor's people, or is
/// known by its call to action, or by its promises alone; its sentences come back to one brand.
/// </summary>
internal sealed class ReadFinder
{
    private readonly Script script;

    private readonly ReadBounds bounds;

    private readonly CallEvidence evidence;

    private readonly SponsorDialogue dialogue;

    public ReadFinder(Script script)
    {
        this.script = script;
        bounds = new(script);
        evidence = new(script, bounds);
        dialogue = new(script, bounds);
    }

    /// <summary>In the order of the words; no two share a sentence.</summary>
    public IReadOnlyList<SponsorPassage> Find()
    {
        var found = new List<SponsorPassage>();
        for (var i = 0; i < script.Sentences.Count; i++)
        {
            var read = dialogue.At(i) ?? Opened(i) ?? Called(i) ?? Praised(i);
            if (read is not null)
            {
                found.Add(read);
                bounds.Taken = read.Last;
                i = Math.Max(i, read.Last);
            }
        }

        return found;
    }

    private SponsorPassage? Opened(int i)
    {
        var sentence = script.Sentences[i];
        if (!sentence.Has(SponsorCue.Opener | SponsorCue.LateOpener | SponsorCue.Thanks) || !script.MayHost(sentence))
        {
            return null;
        }

        var cue = sentence.Has(SponsorCue.Opener) ? SponsorCue.Opener
            : sentence.Has(SponsorCue.LateOpener) ? SponsorCue.LateOpener
            : SponsorCue.Thanks;
        var brand = SponsorRules.NameAfter(cue, sentence.Text);
        var call = brand is null && cue != SponsorCue.Opener ? null : bounds.FirstCall(i, brand);
        if (brand is null && call is null)
        {
            return null;
        }

        brand ??= bounds.BrandAt(call!.Value);
        var first = cue == SponsorCue.LateOpener ? bounds.Begin(i, brand) : i;
        return bounds.Passage(first, call is { } c ? bounds.Settle(c, brand) : bounds.Fade(i, brand!), brand);
    }

    private SponsorPassage? Called(int i)
    {
        if (!bounds.IsCall(script.Sentences[i]) || !evidence.IsEnough(i))
        {
            return null;
        }

        var brand = bounds.BrandAt(i);
        return bounds.Passage(bounds.Begin(i, brand), bounds.Settle(i, brand), brand);
    }

    /// <summary>
    /// A read with neither opener nor address: a paragraph of promises to the listener about a brand that the guest never speaks of.
    /// It ends with the brand's name; a word to the guest may follow.
    /// </summary>
    private SponsorPassage? Praised(int i)
    {
        var all = script.Sentences;
        var sentence = all[i];
        if (!script.NamesHosts || !script.MayHost(sentence) || SponsorRules.PromiserIn(sentence.Text) is not { } brand)
        {
            return null;
        }

        var paragraph = bounds
            .Near(i, -ReadBounds.Longest, ReadBounds.Longest, sentence.Turn)
            .Where(s => s.Paragraph == sentence.Paragraph)
            .ToList();
        var last = paragraph.FindLastIndex(s => brand.IsIn(s.Text));
        var isPraise = paragraph.Count - last <= 2 && !paragraph.Exists(bounds.IsCall)
            && paragraph.Count(s => SponsorRules.PromiserIn(s.Text)?.Name == brand.Name) >= 2
            && paragraph.Count(s => brand.IsIn(s.Text)) >= 3
            && paragraph.Count(s => s.Has(SponsorCue.Pitch)) >= 3
            && !all.Any(s => (!script.MayHost(s) || Math.Abs(s.Turn - sentence.Turn) > 1) && brand.IsIn(s.Text));
        return isPraise ? bounds.Passage(i, i - paragraph.IndexOf(sentence) + last, brand) : null;
    }
}
