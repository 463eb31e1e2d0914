namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>The sentences of an episode with their signs, and what they tell about the show: its hosts and its names.</summary>
internal sealed class EpisodeSentences
{
    private static readonly string[] Generic =
        [
            "podcast", "podcasts", "show", "radio", "weekly", "daily", "talk", "talks", "time", "with", "from", "your", "this", "that",
            "about", "cast", "hour", "news", "live",
        ];

    /// <summary>Largest number of names of the show; each is compared with every address.</summary>
    private const int MostNames = 8;

    private readonly IReadOnlyList<DraftTurn> turns;

    /// <summary>Words of the show's name, without generic ones.</summary>
    private readonly HashSet<string> nameWords;

    /// <summary>Words in addresses that identify the show's listeners: words of its name, paths shared by sponsors, hosts' first names.</summary>
    private readonly HashSet<string> pathWords;

    /// <summary>Prefixes of the show's own host names: shared paths, and first names with a possessive "s".</summary>
    private readonly HashSet<string> ownPrefixes = [];

    private readonly HashSet<string> hosts = [];

    /// <summary>Index of the last sentence of each turn; for a turn without sentences, that of the turn before.</summary>
    private readonly int[] lastOf;

    public EpisodeSentences(IReadOnlyList<DraftTurn> turns, string? show)
    {
        this.turns = turns;
        var sentences = new List<Sentence>();
        lastOf = new int[turns.Count];
        for (var t = 0; t < turns.Count; t++)
        {
            for (var p = 0; p < turns[t].Paragraphs.Count; p++)
            {
                foreach (var text in Text.Sentences.In(turns[t].Paragraphs[p].Text))
                {
                    // Punctuation alone is not a sentence, so that related sentences stay adjacent.
                    if (text.Any(char.IsLetterOrDigit))
                    {
                        sentences.Add(new(t, p, text));
                    }
                }
            }

            lastOf[t] = sentences.Count - 1;
        }

        Sentences = sentences;
        nameWords = WordsOf(show);
        pathWords = [.. nameWords];
        LearnPath();
        LearnHosts();
        Visits = NamesHosts ? Visit.AllIn([.. turns.Select(turn => turn.Speaker)], hosts.Contains) : [];
    }

    public IReadOnlyList<Sentence> Sentences { get; }

    public string? SpeakerOf(Sentence sentence) => turns[sentence.Turn].Speaker;

    /// <summary>In order; empty where the hosts are not known.</summary>
    public IReadOnlyList<Visit> Visits { get; }

    public int TurnCount => turns.Count;

    /// <summary>Index of the last sentence of a turn.</summary>
    public int LastOf(int turn) => lastOf[turn];

    public bool NamesHosts => hosts.Count > 0;

    /// <summary>Whether the speaker may read advertisements: a host, or anybody where hosts or the speaker are not known.</summary>
    public bool MayHost(Sentence sentence) =>
        hosts.Count == 0 || turns[sentence.Turn].SpeakerInferred || SpeakerOf(sentence) is not { } speaker || hosts.Contains(speaker);

    /// <summary>
    /// Whether <paramref name="other"/> is by a guest, where the sentence is by a host; any other speaker where the hosts are not known.
    /// </summary>
    public bool AreOpposite(Sentence sentence, Sentence other) =>
        NamesHosts ? other.Turn != sentence.Turn && !MayHost(other) : SpeakerOf(other) != SpeakerOf(sentence);

    /// <summary>Whether it is an address of the show itself, even where a space or an apostrophe splits its host.</summary>
    public bool IsHouse(SpokenAddress address) => IsHouse(address.Host) || IsHouse(address.WholeHost);

    /// <summary>Whether the path is one that sponsors give to the show to count its listeners.</summary>
    public bool IsShowPath(SpokenAddress address) =>
        address.Path is { } path && pathWords.Any(word => path.Contains(word, StringComparison.Ordinal));

    private bool IsHouse(string host) =>
        (nameWords.Count > 0 && nameWords.All(word => host.Contains(word, StringComparison.Ordinal)))
        || ownPrefixes.Any(word => host.StartsWith(word, StringComparison.Ordinal));

    private static HashSet<string> WordsOf(string? show)
    {
        var words = (show ?? "")
            .ToLowerInvariant()
            .Split([' ', '\'', '’', '.', ',', ':', '|', '-', '&'], StringSplitOptions.RemoveEmptyEntries);
        return [.. words.Where(word => word.Length >= 4 && !Generic.Contains(word)).Take(MostNames)];
    }

    // The common end of several sponsors' addresses is the show's or its host's name.
    private void LearnPath()
    {
        var paths = Sentences.SelectMany(s => s.Addresses)
            .Where(a => a.Path is { Length: >= 3 } path && !path.Contains('/', StringComparison.Ordinal))
            .Select(a => (Path: a.Path!, a.Host))
            .Distinct()
            .GroupBy(a => a.Path, StringComparer.Ordinal);
        var shared = paths.Where(group => group.Count() >= 2)
            .OrderByDescending(group => group.Count())
            .Take(MostNames)
            .Select(group => group.Key)
            .ToList();
        pathWords.UnionWith(shared);
        ownPrefixes.UnionWith(shared.Where(path => path.Length >= 4));
    }

    private void LearnHosts()
    {
        hosts.UnionWith(turns.Select(turn => turn.Speaker).OfType<string>()
            .Where(speaker => pathWords.Any(word => speaker.Contains(word, StringComparison.OrdinalIgnoreCase))));
        hosts.UnionWith(Sentences.Where(s => s.Has(SponsorSign.Opener | SponsorSign.SponsorGuest)).Select(SpeakerOf).OfType<string>());
        if (hosts.Count == 0)
        {
            // The speaker who welcomes, announces and presents most.
            hosts.UnionWith(Sentences.Where(s => s.Has(SponsorSign.Border | SponsorSign.Presentation)).Select(SpeakerOf).OfType<string>()
                .CountBy(speaker => speaker).OrderByDescending(speaker => speaker.Value).Take(1).Select(speaker => speaker.Key));
        }

        var firstNames = hosts.Select(host => host.Split(' ')[0].ToLowerInvariant())
            .Where(name => name.Length >= 4)
            .Take(MostNames)
            .ToList();
        pathWords.UnionWith(firstNames);
        ownPrefixes.UnionWith(firstNames.Select(name => name + "s"));
    }
}
