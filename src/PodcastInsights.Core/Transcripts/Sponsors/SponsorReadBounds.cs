namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>Determines the first and last sentence of a sponsor read around the sentence by which it was found.</summary>
internal sealed class SponsorReadBounds(EpisodeSentences episode)
{
    /// <summary>Largest number of sentences from an opening to its call; the longest known reads have about thirty.</summary>
    public const int Longest = 45;

    /// <summary>Largest number of sentences of a talk with a sponsor's staff.</summary>
    public const int LongestTalk = 150;

    /// <summary>Number of sentences without the brand's name that do not end a pitch.</summary>
    private const int Gap = 8;

    private const SponsorSign Borders = SponsorSign.Border | SponsorSign.House;

    private readonly IReadOnlyList<Sentence> all = episode.Sentences;

    /// <summary>Index of the last sentence of the reads found so far; -1 for none.</summary>
    public int Taken { get; set; } = -1;

    /// <summary>The sentences between two offsets, inclusive, of one turn where given.</summary>
    public IEnumerable<Sentence> Near(int i, int from, int to, int? turn)
    {
        for (var j = Math.Max(0, i + from); j <= Math.Min(all.Count - 1, i + to); j++)
        {
            if (turn is null || all[j].Turn == turn)
            {
                yield return all[j];
            }
        }
    }

    public bool IsCall(Sentence s) =>
        s.Addresses.Count > 0 && s.Addresses.Any(a => !episode.IsHouse(a)) && !s.Has(SponsorSign.House)
        && (s.Addresses.Any(episode.IsShowPath)
            || s.Has(SponsorSign.Call | SponsorSign.Repeat | SponsorSign.Offer)
            || s.Text.Split(' ').Length <= 3);

    /// <summary>
    /// The brand of a call: the answer to a problem where one was named, else that of the address in the spelling of the text around.
    /// </summary>
    public Brand? BrandAt(int call)
    {
        var window = Near(call, -Math.Min(30, call - Floor(call)), 2, all[call].Turn).ToList();
        var answer = window
            .Where(s => s.Has(SponsorSign.Answer))
            .Select(s => SponsorRules.NameAfter(SponsorSign.Answer, s.Text))
            .LastOrDefault(b => b is not null);
        if (answer is not null && window.Count(s => answer.IsIn(s.Text)) > 1)
        {
            return answer;
        }

        var address = all[call].Addresses.First(a => !episode.IsHouse(a));
        return Brand.Of(address, Enumerable.Reverse(window).Select(s => s.Text))
            ?? Brand.Of(address, Near(call, -30, 3, null).Reverse().Select(s => s.Text));
    }

    /// <summary>First sentence of the read that contains sentence <paramref name="i"/>.</summary>
    public int Begin(int i, Brand? brand)
    {
        var floor = Floor(i);
        var first = i;
        for (var j = i - 1; j >= Math.Max(floor, i - Longest) && first - j <= Gap; j--)
        {
            if (brand?.IsIn(all[j].Text) == true || all[j].Has(SponsorSign.Answer))
            {
                first = j;
            }
        }

        if (floor > 0 && all[floor - 1].Turn == all[i].Turn - 1)
        {
            // A call within the host's words that the file attributes to the guest.
            var isHosts = first - floor <= 2 && !episode.MayHost(all[i]) && episode.MayHost(all[floor - 1])
                && Near(floor, -Gap, -1, all[i].Turn - 1).Count(s => brand?.IsIn(s.Text) == true) > 1;
            if (isHosts)
            {
                return Begin(floor - 1, brand);
            }
        }

        // In a block of advertisements there is nothing between the border, or the read before, and this one.
        var isInBlock = floor > 0 && (floor - 1 == Taken || all[floor - 1].Has(Borders));
        return isInBlock && first - floor <= Gap + 4 ? floor : Hook(first, floor, brand);
    }

    /// <summary>The read's first call to action; null where conversation or another read comes first.</summary>
    public int? FirstCall(int i, Brand? brand)
    {
        var quiet = 0;
        for (var j = i; j < all.Count && j - i <= Longest && all[j].Turn <= all[i].Turn + 1 && quiet <= Gap + 4; j++)
        {
            if (j > i && EndsBefore(all[j], brand))
            {
                return null;
            }

            // In another speaker's turn, only the sponsor's address proves that the file split the read.
            if (IsCall(all[j])
                && (all[j].Turn == all[i].Turn || all[j].Addresses.Any(a => brand?.Owns(a) == true || episode.IsShowPath(a))))
            {
                return j;
            }

            quiet = brand?.IsIn(all[j].Text) == true || all[j].Has(SponsorSign.Pitch | SponsorSign.Offer) ? 0 : quiet + 1;
        }

        return null;
    }

    /// <summary>Extends the end from a call over offers, repeated addresses and the brand's name, until the conversation continues.</summary>
    public int Settle(int call, Brand? brand)
    {
        var last = call;
        var hosts = all[call].Addresses.Select(a => a.Host).ToHashSet();
        for (var j = call + 1; j < all.Count && j - last <= 4 && all[j].Turn == all[call].Turn && !EndsBefore(all[j], brand); j++)
        {
            var repeats = all[j].Addresses
                .Any(a => a.Spelled || hosts.Contains(a.Host) || brand?.Owns(a) == true || episode.IsShowPath(a));
            var offers = j - last <= 3 && all[j].Has(SponsorSign.Offer | SponsorSign.Thanks);
            var names = j - last <= 2 && brand?.IsIn(all[j].Text) == true;
            last = repeats || offers || names ? j : last;
        }

        return last;
    }

    /// <summary>Extends the end of a read without a call, as long as sentences mention the brand or pitch.</summary>
    public int Fade(int i, Brand brand)
    {
        var last = i;
        for (var j = i + 1; j < all.Count && j - last <= 3 && all[j].Turn == all[i].Turn && !EndsBefore(all[j], brand); j++)
        {
            if (all[j].Paragraph != all[last].Paragraph && all[j].Has(SponsorSign.Talk))
            {
                break;
            }

            last = brand.IsIn(all[j].Text) || all[j].Has(SponsorSign.Pitch | SponsorSign.Offer) ? j : last;
        }

        return last;
    }

    /// <summary>Makes the read with its address: the brand's own, else the repeated one, with its path where one was said.</summary>
    public SponsorReadRange Range(int first, int last, Brand? brand)
    {
        var best = all.Skip(first).Take(last - first + 1)
            .SelectMany(s => s.Addresses)
            .Where(a => !episode.IsHouse(a))
            .Select(a => brand?.Complete(a) ?? a)
            .Where(a => !a.Spelled || brand?.Owns(a) == true)
            .GroupBy(a => a.Host)
            .OrderByDescending(g => g.Any(a => brand?.Owns(a) == true))
            .ThenByDescending(g => g.Count(a => !a.Spelled))
            .FirstOrDefault()?
            .GroupBy(a => a.Url)
            .OrderByDescending(g => g.First().Path is not null)
            .ThenByDescending(g => g.Count())
            .First();
        return new(first, last, brand?.Name ?? best?.First().Label, best?.Key);
    }

    private static bool EndsBefore(Sentence s, Brand? brand) =>
        s.Has(SponsorSign.Opener | SponsorSign.SponsorGuest | Borders)
        || (s.Has(SponsorSign.LateOpener) && brand?.IsIn(s.Text) != true);

    /// <summary>First sentence at which the read at <paramref name="i"/> may begin.</summary>
    private int Floor(int i)
    {
        var floor = i;
        while (floor > 0 && floor - 1 > Taken && all[floor - 1].Turn == all[i].Turn && i - floor <= Longest
            && !all[floor - 1].Has(Borders))
        {
            floor--;
        }

        return floor;
    }

    /// <summary>
    /// Extends the start over a hook, which describes a problem before the brand is named: the whole first paragraph, and up to two before
    /// it without conversation with the guest.
    /// </summary>
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

            var isNamed = brand?.IsIn(all[first].Text) == true && !all[first].Has(SponsorSign.Answer);
            var hook = Near(first, from - first, -1, all[first].Turn).ToList();
            if (hook.Count is 0 or > Gap
                || hook.Any(s => s.Has(SponsorSign.Talk))
                || !hook.Any(s => s.Has(SponsorSign.Pitch | SponsorSign.Answer) || (!isNamed && s.Text.EndsWith('?'))))
            {
                break;
            }

            first = from;
        }

        return first;
    }
}
