using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Feeds;
using PodcastInsights.Core.Importing.Relating;

namespace PodcastInsights.Core.Importing.Records;

/// <summary>Computes everything that is stored of an episode. Takes longer than inserting it; thread-safe.</summary>
public static class EpisodeRecordBuilder
{
    /// <summary>Builds a record in which each speaker is who the editions say.</summary>
    /// <exception cref="ArgumentException">The episode has no edition.</exception>
    public static EpisodeRecord Build(ImportedEpisode episode) => Build(episode, _ => EpisodeIdentities.None);

    internal static EpisodeRecord Build(ImportedEpisode episode, Func<EpisodeCast, EpisodeIdentities> identify)
    {
        ArgumentNullException.ThrowIfNull(episode);
        var merge = new EditionMerge(episode);
        var bodies = merge.Bodies.ToList();
        var editions = merge.Editions.Select(edition => new EditionRow(
            edition.File.Language,
            bodies.IndexOf(edition.Body),
            edition.File.Takeaways,
            edition.File.Sponsors,
            edition.File.Notes,
            edition.File.Sections)).ToList();
        var cast = CastOf(merge, bodies);
        var people = PeopleRecord.Of(cast, identify(cast));
        var records = BodiesOf(bodies, editions);
        IReadOnlyList<TopicRow> topics =
            [.. merge.Summary.Topics.DistinctBy(EpisodeSlug.From).Select(name => new TopicRow(EpisodeSlug.From(name), name))];
        var names = cast.Editions.SelectMany(edition => edition.Speakers).Select(speaker => speaker.Name).Distinct();
        return new EpisodeRecord(
            episode.Slug,
            episode.ContentHash,
            episode.Files,
            cast,
            merge.Summary,
            merge.Detail,
            topics,
            records,
            editions,
            people)
        {
            Aliases = merge.Aliases,
            Recordings = episode.Recordings,
            Subject = SubjectReader.Read(merge, names, topics, records).Pack(),
            Spoken = SpokenHashes.Of(records),
            Sketch = EpisodeSketch.Of(merge.Bodies[0].Turns),
        };
    }

    private static EpisodeCast CastOf(EditionMerge merge, List<MergedBody> bodies) => new(
        merge.Summary.Show,
        [.. merge.Editions.Select(edition => new EditionCast(edition.File.Path, bodies.IndexOf(edition.Body), edition.File.Speakers))],
        [
            .. bodies.Select(body => body.Turns.Where(turn => turn.Speaker is not null)
                .GroupBy(turn => turn.Speaker!)
                .Select(turns => new CastMember(turns.Key, turns.Count(), turns.Sum(static turn => turn.WordCount)))
                .ToList()),
        ]);

    private static List<BodyRecord> BodiesOf(List<MergedBody> bodies, List<EditionRow> editions)
    {
        // Text that two bodies have in common is indexed once, in the first.
        var searched = new HashSet<string>();
        var records = new List<BodyRecord>(bodies.Count);
        foreach (var (index, body) in bodies.Index())
        {
            var takeaways = editions.Where(edition => edition.Body == index)
                .SelectMany(edition => edition.Takeaways)
                .Select(takeaway => takeaway.TurnId)
                .OfType<TurnId>()
                .ToHashSet();
            var found = body.Turns.Index().Where(turn => searched.Count == 0 || !searched.Contains(TextOf(turn.Item)));
            records.Add(new BodyRecord(
                body.Language, [.. body.Turns.Select(turn => RowOf(turn, body))], SearchDocumentBuilder.Build(found, takeaways)));
            if (index + 1 < bodies.Count)
            {
                searched.UnionWith(body.Turns.Select(TextOf));
            }
        }

        return records;
    }

    private static TurnRow RowOf(Turn turn, MergedBody body) => new(
        turn.Number,
        turn.Id.Hash,
        turn.Speaker,
        turn.SpeakerInferred,
        turn.Start,
        turn.Paragraphs.Count == 0 ? body.Language : turn.Paragraphs[0].Language,
        body.SectionOf(turn)?.Number,
        turn.Paragraphs);

    private static string TextOf(Turn turn) => string.Join('\n', turn.Paragraphs.Select(paragraph => paragraph.Text));
}
