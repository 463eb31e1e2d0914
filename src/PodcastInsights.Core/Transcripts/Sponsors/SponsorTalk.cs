namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>
/// Finds reads in which the sponsor's own people talk with the host: they are presented with their company, and after a few turns the host
/// sends the listeners to its address.
/// </summary>
internal sealed class SponsorTalk(EpisodeSentences episode, SponsorReadBounds bounds)
{
    /// <summary>Turns, at most.</summary>
    private const int LongestTurns = 14;

    /// <summary>Sentences, at most.</summary>
    private const int LongestSentences = 150;

    private const SponsorSign Sponsored = SponsorSign.Opener | SponsorSign.SponsorGuest;

    private readonly IReadOnlyList<Sentence> all = episode.Sentences;

    public SponsorReadRange? At(int i)
    {
        var sentence = all[i];
        if (!sentence.Has(SponsorSign.SponsorGuest | SponsorSign.CompanyGuest) || !episode.MayHost(sentence))
        {
            return null;
        }

        var brand = (sentence.Has(SponsorSign.Opener) ? SponsorRules.NameAfter(SponsorSign.Opener, sentence.Text) : null)
            ?? SponsorRules.CompanyIn(sentence.Text);
        if (Farewell(i, brand) is not { } call)
        {
            // Where no address is said, the visit lasts as long as the visitor, or else is the presentation alone.
            return brand is not null && sentence.Has(SponsorSign.SponsorGuest) ? bounds.Passage(i, LastWords(i) ?? i, brand) : null;
        }

        if (!sentence.Has(Sponsored) && (brand is null || !LeavesAfter(i, call)))
        {
            return null;
        }

        brand ??= bounds.BrandAt(call);
        return bounds.Passage(i, Reply(i, call) ?? bounds.Settle(call, brand), brand);
    }

    /// <summary>The host's call for the visitor's company.</summary>
    private int? Farewell(int i, Brand? brand)
    {
        for (var j = i + 1; j < Math.Min(all.Count, i + LongestSentences) && all[j].Turn <= all[i].Turn + LongestTurns; j++)
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

    /// <summary>
    /// Whether the visitor is nobody before the presentation and hardly anybody after the call. Guests are presented with their
    /// company too, but stay; and files give a word of the guest to a visitor here and there.
    /// </summary>
    private bool LeavesAfter(int i, int call)
    {
        if (SpeakerAfter(i) is not { } visitor)
        {
            return false;
        }

        var turns = episode.TurnsOf(visitor);
        return turns[0] > all[i].Turn && turns.Count(turn => turn > all[call].Turn + 1) < turns.Count(turn => turn < all[call].Turn);
    }

    /// <summary>
    /// Last sentence of what a visitor says to the call; null where the next to speak has not come with the presentation.
    /// </summary>
    private int? Reply(int i, int call)
    {
        var isVisitor = SpeakerAfter(call) is { } next
            && episode.TurnsOf(next)[0] is var first
            && first > all[i].Turn
            && first < all[call].Turn;
        return isVisitor ? episode.LastOf(all[call].Turn + 1) : null;
    }

    /// <summary>Last sentence of one who first speaks after the presentation and then leaves for good; null where no one does.</summary>
    private int? LastWords(int i)
    {
        var leaves = SpeakerAfter(i) is { } visitor && episode.TurnsOf(visitor) is [var first, ..] turns
            && first > all[i].Turn && turns[^1] <= all[i].Turn + LongestTurns ? turns[^1] : (int?)null;
        return leaves is { } turn ? episode.LastOf(turn) : null;
    }

    private string? SpeakerAfter(int i) =>
        episode.LastOf(all[i].Turn) + 1 is var next && next < all.Count ? episode.SpeakerOf(all[next]) : null;
}
