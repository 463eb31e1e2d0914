using System.Text.Json;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Exports;

/// <summary>
/// The episode as in version 1 of the API, with language, description, topics and markup added. Addresses of this site are left out,
/// because they mean nothing elsewhere.
/// </summary>
internal sealed class EpisodeJsonExport : IEpisodeExport
{
    public string Name => "json";

    public string Extension => "json";

    public string MediaType => "application/json";

    public bool CanHold(Episode episode) => true;

    public Task WriteAsync(Episode episode, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(episode);
        return JsonSerializer.SerializeAsync(output, Document(episode), ExportJson.Options, cancellationToken);
    }

    private static object Document(Episode episode) => new
    {
        slug = episode.Summary.Slug.Value,
        language = episode.Language,
        titles = episode.Summary.Titles,
        show = episode.Summary.Show,
        guests = episode.Summary.Guests,
        topics = episode.Summary.Topics,
        publishedOn = episode.Summary.PublishedOn,
        durationSeconds = episode.Summary.DurationSeconds,
        mediaUrl = episode.Summary.MediaUrl,
        description = episode.Description,
        turnCount = episode.Summary.TurnCount,
        wordCount = episode.Summary.WordCount,
        sources = episode.Summary.Sources.Select(source => new { language = source.Language, path = source.Path }),
        about = episode.About,
        speakers = episode.Speakers.Select(speaker => new
        {
            name = speaker.Name,
            slug = speaker.Slug.Value,
            role = speaker.Role.ToString().ToLowerInvariant(),
            turnCount = speaker.TurnCount,
            wordCount = speaker.WordCount,
        }),
        takeaways = episode.Takeaways.Select(takeaway => new
        {
            number = takeaway.Number,
            heading = takeaway.Heading,
            text = takeaway.Text,
            turnId = takeaway.TurnId?.ToString(),
        }),
        sponsors = episode.Sponsors.Select(read => new
        {
            name = read.Name,
            url = read.Url,
            turnId = read.TurnId.ToString(),
            firstParagraph = read.FirstParagraph,
            lastParagraph = read.LastParagraph,
        }),
        turns = episode.Turns.Select(Turn),
        notes = episode.Notes.Select(
            note => new { turnId = note.TurnId.ToString(), afterParagraph = note.AfterParagraph, text = note.Text }),
        sections = episode.Sections.Select(section => new
        {
            number = section.Number,
            title = section.Title,
            startSeconds = section.Start?.Seconds,
            turnId = section.TurnId.ToString(),
        }),
        diagnostics = episode.Diagnostics.Select(diagnostic => new
        {
            severity = diagnostic.Severity.ToString().ToLowerInvariant(),
            code = diagnostic.Code,
            path = diagnostic.Path,
            line = diagnostic.Line,
            message = diagnostic.Message,
        }),
    };

    private static object Turn(Turn turn) => new
    {
        id = turn.Id.ToString(),
        number = turn.Number,
        speaker = turn.Speaker,
        speakerInferred = turn.SpeakerInferred,
        startSeconds = turn.Start?.Seconds,
        paragraphs = turn.Paragraphs.Select(paragraph => new
        {
            text = paragraph.Text,
            startSeconds = paragraph.Start?.Seconds,
            sponsor = paragraph.Sponsor,
            language = paragraph.Language,
            markup = paragraph.Markup.ToString().ToLowerInvariant(),
        }),
    };
}
