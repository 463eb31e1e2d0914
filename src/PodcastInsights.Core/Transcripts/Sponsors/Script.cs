namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>An episode as one run of sentences with their cues, and what it tells of its show: who hosts, what the show calls itself.</summary>
internal sealed class Script
{
    private static readonly string[] Generic =
        ["podcast", "podcasts", "show", "radio", "weekly", "daily", "talk", "talks", "time", "with", "from", "your", "this", "that", "about", "cast", "hour", "news", "live"];

    private readonly IReadOnlyList<DraftTurn> turns;

    private readonly HashSet<string> showWords;

    private readonly HashSet<string> hosts = [];

    public Script(IReadOnlyList<DraftTurn> turns, string? show)
    {
        this.turns = turns;
        var sentences = new List<Sentence>();
        for (var t = 0; t < turns.Count; t++)
        {
            for (var p = 0; p < turns[t].Paragraphs.Count; p++)
            {
                foreach (var text in SentenceSplitter.Split(turns[t].Paragraphs[p].Text))
                {
                    sentences.Add(new(t, p, text));
                }
            }
        }

        Sentences = sentences;
        showWords = WordsOf(show);
        LearnPath();
        LearnHosts();
    }

    public IReadOnlyList<Sentence> Sentences { get; }

    public string? SpeakerOf(Sentence sentence) => turns[sentence.Turn].Speaker;

    /// <summary>Whether the speaker may read advertisements: a host, or anybody where the hosts or the speaker are not known.</summary>
    public bool MayHost(Sentence sentence) => hosts.Count == 0 || SpeakerOf(sentence) is not { } speaker || hosts.Contains(speaker);

    /// <summary>The show's own page.</summary>
    public bool IsHouse(SpokenAddress address) => showWords.Any(word => address.Host.Contains(word, StringComparison.Ordinal));

    /// <summary>A path that sponsors give the show so as to count its listeners.</summary>
    public bool IsShowPath(SpokenAddress address) => address.Path is { } path && showWords.Any(word => path.Contains(word, StringComparison.Ordinal));

    private static HashSet<string> WordsOf(string? show)
    {
        var words = (show ?? "").ToLowerInvariant().Split([' ', '\'', '’', '.', ',', ':', '|', '-', '&'], StringSplitOptions.RemoveEmptyEntries);
        return [.. words.Where(word => word.Length >= 4 && !Generic.Contains(word))];
    }

    // What several sponsors' addresses end with is the show's or its host's name.
    private void LearnPath()
    {
        var paths = Sentences.SelectMany(s => s.Addresses)
            .Where(a => a.Path is { Length: >= 3 } path && !path.Contains('/', StringComparison.Ordinal))
            .Select(a => (Path: a.Path!, a.Host))
            .Distinct()
            .GroupBy(a => a.Path, StringComparer.Ordinal);
        showWords.UnionWith(paths.Where(group => group.Count() >= 2).Select(group => group.Key));
    }

    private void LearnHosts()
    {
        hosts.UnionWith(turns.Select(turn => turn.Speaker).OfType<string>()
            .Where(speaker => showWords.Any(word => speaker.Contains(word, StringComparison.OrdinalIgnoreCase))));
        hosts.UnionWith(Sentences.Where(s => s.Has(SponsorCue.Opener | SponsorCue.SponsorGuest) || (s.Has(SponsorCue.Border) && s.Has(SponsorCue.House)))
            .Select(SpeakerOf).OfType<string>());
    }
}
