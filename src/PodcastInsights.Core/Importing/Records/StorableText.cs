using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Importing.Records;

/// <summary>
/// Makes texts valid for every store. Escape sequences in JSON, YAML or TOML can produce characters that no text file can hold, such as NUL
/// and lone surrogates.
/// </summary>
internal static class StorableText
{
    /// <summary>Applies <see cref="UnicodeText.WellFormed"/> to each text of the edition. Texts that need no change stay the same objects.</summary>
    public static Edition Of(Edition edition) => edition with
    {
        Titles = Of(edition.Titles),
        About = Of(edition.About),
        Show = OrNull(edition.Show),
        Description = OrNull(edition.Description),
        Topics = [.. edition.Topics.Select(UnicodeText.WellFormed)],
        MediaUrl = OrNull(edition.MediaUrl),
        Speakers = [.. edition.Speakers.Select(speaker => speaker with { Name = UnicodeText.WellFormed(speaker.Name), Person = OrNull(speaker.Person) })],
        Turns = [.. edition.Turns.Select(Of)],
        Sections = [.. edition.Sections.Select(section => section with { Title = UnicodeText.WellFormed(section.Title) })],
    };

    private static Turn Of(Turn turn) =>
        IsStorable(turn.Speaker) && turn.Paragraphs.All(static paragraph => IsStorable(paragraph.Text) && IsStorable(paragraph.Plain))
            ? turn
            : turn with { Speaker = OrNull(turn.Speaker), Paragraphs = [.. turn.Paragraphs.Select(Of)] };

    private static Paragraph Of(Paragraph paragraph) => paragraph with
    {
        Text = UnicodeText.WellFormed(paragraph.Text),
        Marked = paragraph.Marked is { } marked ? marked with { Plain = UnicodeText.WellFormed(marked.Plain) } : null,
    };

    private static Dictionary<string, string> Of(IReadOnlyDictionary<string, string> texts) =>
        texts.ToDictionary(text => text.Key, text => UnicodeText.WellFormed(text.Value));

    private static bool IsStorable(string? text) => ReferenceEquals(OrNull(text), text);

    private static string? OrNull(string? text) => text is null ? null : UnicodeText.WellFormed(text);
}
