namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>Finds reads in which the sponsor's own people talk with the host: they come with their company's name, stay for a few turns and are not heard again.</summary>
internal sealed class SponsorDialogue(Script script, ReadBounds bounds)
{
    /// <summary>Turns, at most.</summary>
    private const int Longest = 14;

    /// <summary>Sentences of the host after the visitor's last words in which the address can come.</summary>
    private const int Farewell = 8;

    private readonly IReadOnlyList<Sentence> all = script.Sentences;

    public SponsorPassage? At(int i)
    {
        var sentence = all[i];
        if (!sentence.Has(SponsorCue.SponsorGuest | SponsorCue.CompanyGuest) || !script.MayHost(sentence))
        {
            return null;
        }

        var brand = SponsorRules.CompanyIn(sentence.Text);
        return brand is not null && VisitEnd(i, brand) is { } last ? bounds.Passage(i, last, brand)
            : sentence.Has(SponsorCue.SponsorGuest) ? Presented(i, brand)
            : null;
    }

    private int? VisitEnd(int i, Brand brand)
    {
        var next = i;
        while (next < all.Count && all[next].Turn == all[i].Turn)
        {
            next++;
        }

        if (next == all.Count || script.SpeakerOf(all[next]) is not { } visitor)
        {
            return null;
        }

        var leaves = next;
        for (var j = next; j < all.Count && all[j].Turn <= all[i].Turn + Longest; j++)
        {
            leaves = script.SpeakerOf(all[j]) == visitor ? j : leaves;
        }

        var isVisit = script.TurnsOf(visitor).All(turn => turn > all[i].Turn && turn <= all[leaves].Turn);
        if (!isVisit || !all.Skip(i).Take(leaves - i + 1).Any(s => brand.IsIn(s.Text)))
        {
            return null;
        }

        for (var j = leaves + 1; j < all.Count && all[j].Turn == all[leaves].Turn + 1 && j - leaves <= Farewell; j++)
        {
            if (bounds.IsCall(all[j]))
            {
                return bounds.Settle(j, brand);
            }
        }

        return leaves;
    }

    /// <summary>Where the file does not tell who the visitor is: up to the host's call, or else the presentation alone.</summary>
    private SponsorPassage? Presented(int i, Brand? brand)
    {
        for (var j = i + 1; j < all.Count && all[j].Turn <= all[i].Turn + Longest; j++)
        {
            if (all[j].Has(SponsorCue.Opener | SponsorCue.SponsorGuest | SponsorCue.House))
            {
                break;
            }

            if (bounds.IsCall(all[j]) && script.MayHost(all[j]) && (brand is null || all[j].Addresses.Any(brand.Owns)))
            {
                return bounds.Passage(i, bounds.Settle(j, brand), brand ?? bounds.BrandAt(j));
            }
        }

        return brand is null ? null : bounds.Passage(i, i, brand);
    }
}
