using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation.Styles;

/// <summary>
/// What a list of references says of some words of an episode. All texts are on one line (<see cref="OneLine"/>). There is no date of
/// access: the address carries a hash of the words, which tells more, and an answer that is kept would tell a wrong day.
/// </summary>
/// <param name="Key">Names the reference in a file of many; ASCII letters, digits, points and hyphens.</param>
/// <param name="Title">Of the episode, in the language of the words where there is one in it.</param>
/// <param name="Language">Of the words, ISO 639-1.</param>
/// <param name="Speakers">Who says the words; empty where nobody can be named.</param>
/// <param name="Time">Where the words begin in the recording, or the nearest time before it that the transcript gives; null for none.</param>
/// <param name="Url">Of the words, with scheme and host.</param>
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
    /// <summary>Characters of a quotation; what is longer ends with an ellipsis.</summary>
    private const int MostQuoted = 2000;

    /// <param name="quote">The words as they may be quoted: changed ones may not.</param>
    /// <param name="language">Of the words.</param>
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
