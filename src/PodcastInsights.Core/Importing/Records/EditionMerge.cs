using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Metadata;

namespace PodcastInsights.Core.Importing.Records;

/// <summary>Merges the editions of an episode. Where two editions differ, the earlier one wins; what only one of them has is taken from it.</summary>
internal sealed class EditionMerge
{
    public EditionMerge(ImportedEpisode episode)
    {
        if (episode.Editions.Count == 0)
        {
            throw new ArgumentException($"The episode {episode.Slug} has no edition.", nameof(episode));
        }

        episode = episode with { Editions = [.. episode.Editions.Select(StorableText.Of)] };
        var files = episode.Editions;
        Editions = OnePerLanguage(files);
        Bodies = Editions.Select(edition => edition.Body).Distinct().ToList();
        Aliases = files.SelectMany(file => file.Aliases).Select(AliasOf).OfType<EpisodeSlug>().Distinct().ToList();
        Detail = new DetailRow(
            ByLanguage(files, file => file.About),
            First(files, file => file.Description),
            files.SelectMany(file => file.Diagnostics).ToList(),
            files.SelectMany(file => file.Metadata).Distinct().ToList());
        var titles = TitlesOf(files);
        Summary = new SummaryRow(
            titles,
            First(files, file => file.Show),
            files.SelectMany(file => file.Topics).Distinct().ToList(),
            files.Select(file => file.PublishedOn).FirstOrDefault(date => date is not null),
            files.Select(file => file.DurationSeconds).FirstOrDefault(seconds => seconds is not null),
            First(files, file => file.MediaUrl),
            Bodies[0].Turns.LastStart(),
            files[0].Turns.Count,
            Bodies[0].Turns.Sum(static turn => turn.WordCount),
            files.Select(SourceOf).ToList(),
            NameKey.Of(titles.TryGetValue(files[0].Language, out var title) ? title : titles.First().Value));
    }

    public SummaryRow Summary { get; }

    public DetailRow Detail { get; }

    /// <summary>Other addresses of the episode.</summary>
    public IReadOnlyList<EpisodeSlug> Aliases { get; }

    /// <summary>One edition for each language, the default one first.</summary>
    public IReadOnlyList<MergedEdition> Editions { get; }

    /// <summary>The distinct texts of the editions, the default edition's first.</summary>
    public IReadOnlyList<MergedBody> Bodies { get; }

    private static EpisodeSource SourceOf(Edition file)
    {
        var spoken = file.Turns.SpokenLanguage() ?? file.Language;
        return new(file.Language, file.Path, spoken == file.Language ? null : spoken);
    }

    private static List<MergedEdition> OnePerLanguage(IReadOnlyList<Edition> files)
    {
        var editions = new List<MergedEdition>();
        foreach (var file in files.DistinctBy(file => file.Language))
        {
            var body = editions.Select(edition => edition.Body).FirstOrDefault(body => SameWords(body.Turns, file.Turns));
            editions.Add(new MergedEdition(file, body ?? new MergedBody(file.Language, file.Turns, file.Sections)));
        }

        return editions;
    }

    private static bool SameWords(IReadOnlyList<Turn> left, IReadOnlyList<Turn> right) =>
        left.Count == right.Count && left.Zip(right).All(pair =>
            pair.First.Id == pair.Second.Id
            && pair.First.Speaker == pair.Second.Speaker
            && pair.First.Paragraphs
                .Select(paragraph => paragraph.Text)
                .SequenceEqual(pair.Second.Paragraphs.Select(paragraph => paragraph.Text)));

    private static Dictionary<string, string> TitlesOf(IReadOnlyList<Edition> files)
    {
        var titles = ByLanguage(files, file => file.Titles);
        if (titles.Count == 0)
        {
            titles[files[0].Language] = FileName.Of(files[0].Path).Title;
        }

        return titles;
    }

    private static Dictionary<string, string> ByLanguage(
        IReadOnlyList<Edition> files, Func<Edition, IReadOnlyDictionary<string, string>> texts)
    {
        var merged = new Dictionary<string, string>();
        foreach (var (language, text) in files.SelectMany(texts))
        {
            merged.TryAdd(language, text);
        }

        return merged;
    }

    /// <summary>
    /// Makes a slug of an alias. Files of other programs give a whole path, such as <c>/episodes/old-name/</c> or
    /// <c>/2024/old-name.html</c>.
    /// </summary>
    private static EpisodeSlug? AliasOf(string alias)
    {
        var name = alias.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
        name = name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            ? name[..name.LastIndexOf('.')]
            : name;
        return name.Any(char.IsLetterOrDigit) ? EpisodeSlug.From(Uri.UnescapeDataString(name)) : null;
    }

    private static string? First(IReadOnlyList<Edition> files, Func<Edition, string?> text) =>
        files.Select(text).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
}

/// <summary>An edition and its text, which other editions may share.</summary>
internal sealed record MergedEdition(Edition File, MergedBody Body);

/// <summary>Turns that one or more editions have in common. Language and sections are those of the first such edition.</summary>
internal sealed class MergedBody(string language, IReadOnlyList<Turn> turns, IReadOnlyList<Section> sections)
{
    public string Language { get; } = language;

    public IReadOnlyList<Turn> Turns { get; } = turns;

    /// <summary>The section of the turn.</summary>
    public Section? SectionOf(Turn turn) => sections.At(turn.Number);
}
