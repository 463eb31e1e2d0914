using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation.Styles;

/// <summary>
/// The data of a reference to words of an episode. All texts are on one line (<see cref="OneLine"/>). There is no date of access: the
/// address has a hash of the words, which says more, and a cached response would give a wrong date.
/// </summary>
/// <param name="Key">Citation key; ASCII letters, digits, points and hyphens.</param>
/// <param name="Title">Title of the episode, in the language of the words where there is one.</param>
/// <param name="Language">Language of the words, ISO 639-1.</param>
/// <param name="Speakers">Speakers of the words; empty where unknown.</param>
/// <param name="Time">Time of the words in the recording, or the nearest known time before it; null for none.</param>
/// <param name="Url">Absolute address of the words.</param>
/// <param name="Quote">The words.</param>
public sealed record Reference(
    string Key,
    string Title,
    string Language,
    string? Show,
    IReadOnlyList<PersonName> Hosts,
    IReadOnlyList<PersonName> Guests,
    IReadOnlyList<PersonName> Speakers,
    DateOnly? Date,
    Timestamp? Time,
    string Url,
    string Quote)
{
    /// <summary>Longest quotation in characters; a longer one ends with an ellipsis.</summary>
    private const int MostQuoted = 2000;

    /// <param name="quote">The words to be quoted; changed ones must not be.</param>
    /// <param name="language">Language of the words.</param>
    public static Reference Of(TurnMatch match, string quote, string language, string url)
    {
        ArgumentNullException.ThrowIfNull(match);
        var (episode, turn) = (match.Episode, match.Turn);
        var passages = match.Quote?.Passages ?? [];
        var speakers = passages.Count == 0 ? [turn.Speaker] : passages.Select(passage => passage.Turn.Speaker);
        return new(
            KeyOf(episode.Slug, turn.Id, match.Quote?.Words),
            OneLine.Of(TitleOf(episode, language)) is { Length: > 0 } title ? title : episode.Slug.Value,
            language,
            episode.Show is { } show && OneLine.Of(show) is { Length: > 0 } named ? named : null,
            NamesOf(SpeakerRole.Host),
            NamesOf(SpeakerRole.Guest),
            [.. speakers.OfType<string>().Distinct().Select(NameOf)],
            episode.PublishedOn,
            passages.Count == 0 ? turn.Start : TimeOf(passages[0]),
            url,
            Excerpt.Of(OneLine.Of(quote), MostQuoted));

        PersonName NameOf(string name) => PersonName.Of(match.Speakers.FirstOrDefault(speaker => speaker.Name == name)?.Person ?? name);

        IReadOnlyList<PersonName> NamesOf(SpeakerRole role) =>
            [.. match.Speakers.Where(speaker => speaker.Role == role).Select(speaker => PersonName.Of(speaker.Person ?? speaker.Name)).Distinct()];
    }

    private static string TitleOf(EpisodeSummary episode, string language) =>
        episode.Titles.TryGetValue(language, out var title) || episode.Titles.TryGetValue(episode.Sources[0].Language, out title)
            ? title
            : episode.Titles.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Value).FirstOrDefault(episode.Slug.Value);

    private static Timestamp? TimeOf(QuotedPassage passage) => passage.Turn.Paragraphs
        .Take(passage.Ranges.Count == 0 ? 0 : passage.Ranges[0].Paragraph)
        .Select(paragraph => paragraph.Start)
        .LastOrDefault(start => start is not null) ?? passage.Turn.Start;

    private static string KeyOf(EpisodeSlug slug, TurnId turn, CitedWords? words)
    {
        var name = string.Concat(slug.Value.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')).Trim('-');
        return string.Join('-', new[] { name.Length > 0 ? name : "episode", turn.ToString(), words?.ToString() }.OfType<string>());
    }
}
