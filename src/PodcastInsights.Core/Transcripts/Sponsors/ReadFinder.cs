namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <param name="First">Index of its first sentence in the script.</param>
/// <param name="Last">Index of its last sentence, inclusive.</param>
internal sealed record SponsorPassage(int First, int Last, string? Name, string? Url);

/// <summary>
/// Finds how cues make reads. A read is opened by words that name the sponsor, or known by its call to action; its sentences
/// come back to one brand; after the last call, offer or repeated address the conversation goes on.
/// </summary>
internal sealed class ReadFinder(Script script)
{
    /// <summary>Sentences from an opener to its call, at most; the longest reads heard have about thirty.</summary>
    private const int Longest = 45;

    /// <summary>Sentences without the brand's name that do not yet break a pitch.</summary>
    private const int Gap = 8;

    private const int Enough = 5;

    private readonly IReadOnlyList<Sentence> all = script.Sentences;

    private readonly List<SponsorPassage> found = [];

    public IReadOnlyList<SponsorPassage> Find()
    {
        for (var i = 0; i < all.Count; i++)
        {
            var read = Opened(i) ?? Dialogue(i) ?? Called(i);
            if (read is not null)
            {
                found.Add(read);
                i = Math.Max(i, read.Last);
            }
        }

        return found;
    }

    private SponsorPassage? Opened(int i)
    {
        var sentence = all[i];
        if (!sentence.Has(SponsorCue.Opener | SponsorCue.LateOpener | SponsorCue.Thanks) || sentence.Has(SponsorCue.SponsorGuest) || !script.MayHost(sentence))
        {
            return null;
        }

        var cue = sentence.Has(SponsorCue.Opener) ? SponsorCue.Opener : sentence.Has(SponsorCue.LateOpener) ? SponsorCue.LateOpener : SponsorCue.Thanks;
        if (SponsorRules.NameAfter(cue, sentence.Text) is not { } brand)
        {
            return null;
        }

        var first = cue == SponsorCue.LateOpener ? Begin(i, brand) : i;
        var call = FirstCall(i, brand);
        var last = call is { } c ? Settle(c, brand) : Fade(i, brand);
        return Passage(first, last, brand);
    }

    private SponsorPassage? Called(int i)
    {
        var sentence = all[i];
        if (!IsCall(sentence) || Score(i) < Enough)
        {
            return null;
        }

        var brand = BrandBefore(i);
        var last = Settle(i, brand);
        return Passage(Begin(i, brand), last, brand);
    }

    private SponsorPassage? Dialogue(int i)
    {
        var sentence = all[i];
        if (!sentence.Has(SponsorCue.SponsorGuest | SponsorCue.CompanyGuest) || !script.MayHost(sentence))
        {
            return null;
        }

        var brand = SponsorRules.CompanyIn(sentence.Text);
        var host = script.SpeakerOf(sentence);
        var next = i;
        while (next < all.Count && all[next].Turn == sentence.Turn)
        {
            next++;
        }

        if (next == all.Count)
        {
            return null;
        }

        var guest = script.SpeakerOf(all[next]);
        int? end = null;
        var leaves = 0;
        for (var j = next; j < all.Count && all[j].Turn <= sentence.Turn + 14; j++)
        {
            var speaker = script.SpeakerOf(all[j]);
            if (speaker == guest && speaker != host)
            {
                leaves = j;
            }

            if (speaker == host && IsCall(all[j]) && end is null && j > next)
            {
                end = j;
                break;
            }
        }

        if (end is not { } call || (brand is not null && !Mentions(i, call, brand)))
        {
            return sentence.Has(SponsorCue.SponsorGuest) && brand is not null ? Passage(i, i, brand) : null;
        }

        // Somebody who talks on after the address is the episode's guest.
        var stays = all.Skip(call).Any(s => script.SpeakerOf(s) == guest) || all.Take(i).Any(s => script.SpeakerOf(s) == guest);
        if (leaves == 0 || (stays && !sentence.Has(SponsorCue.SponsorGuest)))
        {
            return null;
        }

        return Passage(i, Settle(call, brand), brand);
    }

    private bool Mentions(int from, int to, Brand brand) =>
        all.Skip(from).Take(to - from + 1).Any(s => brand.IsIn(s.Text) || s.Addresses.Any(brand.Owns));

    private bool IsCall(Sentence s) =>
        s.Addresses.Count > 0 && !s.Has(SponsorCue.House) && s.Addresses.Any(a => !script.IsHouse(a))
        && (s.Has(SponsorCue.Call | SponsorCue.Repeat | SponsorCue.Offer) || s.Addresses.Any(script.IsShowPath) || s.Text.Split(' ').Length <= 3);

    private int Score(int i)
    {
        var sentence = all[i];
        var host = sentence.Addresses.First(a => !script.IsHouse(a)).Host;
        var brand = BrandBefore(i);
        var score = sentence.Has(SponsorCue.Call | SponsorCue.Repeat) ? 2 : 0;
        score += sentence.Addresses.Any(script.IsShowPath) ? 3 : 0;
        score += Near(i, 0, 3, sentence.Turn).Skip(1).Any(s => s.Addresses.Any(a => a.Host == host)) || sentence.Addresses.Count(a => a.Host == host) > 1 ? 2 : 0;
        score += Near(i, -2, 3, sentence.Turn).Any(s => s.Has(SponsorCue.Offer)) ? 2 : 0;
        score += Near(i, -12, 0, sentence.Turn).Any(s => s.Has(SponsorCue.Answer)) ? 2 : 0;
        score += Near(i, -12, 0, sentence.Turn).Count(s => brand?.IsIn(s.Text) == true) switch { >= 4 => 3, >= 2 => 2, _ => 0 };
        score += Near(i, -8, 2, sentence.Turn).Count(s => s.Has(SponsorCue.Pitch)) >= 3 ? 1 : 0;
        score -= Near(i, -1, 1, sentence.Turn).Any(s => s.Has(SponsorCue.Personal)) ? 5 : 0;
        score -= script.MayHost(sentence) ? 0 : 3;
        score -= Near(i, -4, 0, null).Any(s => s.Has(SponsorCue.AsksForPages)) ? 4 : 0;
        score -= brand is not null && Near(i, -25, 25, null).Any(s => s.Turn != sentence.Turn && !script.MayHost(s) && brand.IsIn(s.Text)) ? 4 : 0;
        return score;
    }

    private IEnumerable<Sentence> Near(int i, int from, int to, int? turn)
    {
        for (var j = Math.Max(0, i + from); j <= Math.Min(all.Count - 1, i + to); j++)
        {
            if (turn is null || all[j].Turn == turn)
            {
                yield return all[j];
            }
        }
    }

    private Brand? BrandBefore(int call)
    {
        var floor = Floor(call);
        var window = all.Skip(Math.Max(floor, call - 30)).Take(Math.Min(30, call - floor) + 3).Where(s => s.Turn == all[call].Turn).ToList();
        var answer = window.Where(s => s.Has(SponsorCue.Answer)).Select(s => SponsorRules.NameAfter(SponsorCue.Answer, s.Text)).LastOrDefault(b => b is not null);
        if (answer is not null && window.Count(s => answer.IsIn(s.Text)) > 1)
        {
            return answer;
        }

        foreach (var address in all[call].Addresses.Where(a => !script.IsHouse(a)))
        {
            if (Brand.Of(address, window.Select(s => s.Text)) is { } named)
            {
                return named;
            }
        }

        return Brand.Of(all[call].Addresses[0], Near(call, -30, 3, null).Select(s => s.Text));
    }

    /// <summary>First sentence that a read with a call at <paramref name="i"/> could begin with.</summary>
    private int Floor(int i)
    {
        var floor = i;
        var after = found.Count == 0 ? -1 : found[^1].Last;
        while (floor > 0 && floor - 1 > after && all[floor - 1].Turn == all[i].Turn && !all[floor - 1].Has(SponsorCue.Border | SponsorCue.House))
        {
            floor--;
        }

        return floor;
    }

    private int Begin(int i, Brand? brand)
    {
        var floor = Floor(i);
        var first = i;
        for (var j = i - 1; j >= Math.Max(floor, i - Longest) && first - j <= Gap; j--)
        {
            if (brand?.IsIn(all[j].Text) == true || all[j].Has(SponsorCue.Answer))
            {
                first = j;
            }
        }

        // A call that the file gives to the guest, in the middle of the host's words.
        if (first - floor <= 2 && floor > 0 && all[floor - 1].Turn == all[i].Turn - 1 && !script.MayHost(all[i]) && script.MayHost(all[floor - 1])
            && brand is not null && Near(floor, -Gap, -1, all[i].Turn - 1).Count(s => brand.IsIn(s.Text)) > 1)
        {
            return Begin(floor - 1, brand);
        }

        // In a block of advertisements nothing stands between the border, or the read before, and this one.
        var inBlock = floor > 0 && (all[floor - 1].Has(SponsorCue.Border | SponsorCue.House) || (found.Count > 0 && found[^1].Last == floor - 1));
        if (inBlock && all[floor].Turn == all[i].Turn && first - floor <= Gap + 4)
        {
            return floor;
        }

        return Hook(first, floor, brand);
    }

    /// <summary>A hook speaks of a problem before the brand is named: up to two whole paragraphs before in which nobody talks with the guest.</summary>
    private int Hook(int first, int floor, Brand? brand)
    {
        for (var hooks = 0; hooks < 2; hooks++)
        {
            while (first > floor && all[first - 1].Paragraph == all[first].Paragraph)
            {
                first--;
            }

            var from = first;
            while (from > floor && all[from - 1].Paragraph == all[first].Paragraph - 1)
            {
                from--;
            }

            var asks = brand?.IsIn(all[first].Text) != true;
            var hook = all.Skip(from).Take(first - from).ToList();
            if (hook.Count is 0 or > Gap
                || hook.Any(s => s.Has(SponsorCue.Talk))
                || !hook.Any(s => s.Has(SponsorCue.Pitch | SponsorCue.Answer) || (asks && s.Text.EndsWith('?'))))
            {
                break;
            }

            first = from;
        }

        return first;
    }

    private int? FirstCall(int i, Brand brand)
    {
        var quiet = 0;
        for (var j = i; j < all.Count && j - i <= Longest && all[j].Turn <= all[i].Turn + 1; j++)
        {
            if (j > i && EndsBefore(all[j], brand))
            {
                return null;
            }

            // In another's turn only the sponsor's own address shows that the file has cut the read in two.
            if (IsCall(all[j]) && (all[j].Turn == all[i].Turn || all[j].Addresses.Any(a => brand.Owns(a) || script.IsShowPath(a))))
            {
                return j;
            }

            quiet = brand.IsIn(all[j].Text) || all[j].Has(SponsorCue.Pitch | SponsorCue.Offer) ? 0 : quiet + 1;
            if (quiet > Gap + 4)
            {
                return null;
            }
        }

        return null;
    }

    private static bool EndsBefore(Sentence s, Brand? brand) =>
        s.Has(SponsorCue.Opener | SponsorCue.SponsorGuest | SponsorCue.Border | SponsorCue.House)
        || (s.Has(SponsorCue.LateOpener) && brand?.IsIn(s.Text) != true);

    /// <summary>From a call on: offers, repeated addresses and the brand's name, until the conversation goes on.</summary>
    private int Settle(int call, Brand? brand)
    {
        var last = call;
        var hosts = all[call].Addresses.Select(a => a.Host).ToHashSet();
        for (var j = call + 1; j < all.Count && j - last <= 4 && all[j].Turn == all[call].Turn && !EndsBefore(all[j], brand); j++)
        {
            var same = all[j].Addresses.Any(a => hosts.Contains(a.Host) || brand?.Owns(a) == true || script.IsShowPath(a) || a.Spelled);
            var named = brand?.IsIn(all[j].Text) == true && j - last <= 2;
            var offer = all[j].Has(SponsorCue.Offer | SponsorCue.Thanks) && j - last <= 3;
            if (same || named || offer)
            {
                last = j;
            }
        }

        return last;
    }

    /// <summary>Where a read has no call: as long as the sentences come back to the brand.</summary>
    private int Fade(int i, Brand brand)
    {
        var last = i;
        for (var j = i + 1; j < all.Count && j - last <= 3 && all[j].Turn == all[i].Turn && !EndsBefore(all[j], brand); j++)
        {
            if (brand.IsIn(all[j].Text) || all[j].Has(SponsorCue.Pitch | SponsorCue.Offer))
            {
                last = j;
            }
        }

        return last;
    }

    private SponsorPassage Passage(int first, int last, Brand? brand)
    {
        var best = all.Skip(first).Take(last - first + 1)
            .SelectMany(s => s.Addresses)
            .Where(a => !script.IsHouse(a))
            .Select(a => brand?.Complete(a) ?? a)
            .Where(a => !a.Spelled || brand?.Owns(a) == true)
            .GroupBy(a => a.Host)
            .OrderByDescending(g => g.Any(a => brand?.Owns(a) == true))
            .ThenByDescending(g => g.Count(a => !a.Spelled))
            .FirstOrDefault()?
            .GroupBy(a => a.Url)
            .OrderByDescending(g => g.First().Path is not null)
            .ThenByDescending(g => g.Count())
            .FirstOrDefault();
        return new(first, last, brand?.Name ?? best?.First().Label, best?.Key);
    }
}
