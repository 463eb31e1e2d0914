using System.Data.Common;
using System.Globalization;
using Dapper;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Storage.Sql;

/// <summary>
/// Inserts the rows of episodes in one transaction. There is no other writer meanwhile, so ids are assigned here. Turns and documents are
/// so many that each engine inserts them in its own way.
/// </summary>
/// <param name="connection">A connection in a transaction.</param>
internal abstract class SqlEpisodeWriter(DbConnection connection) : IDisposable
{
    private long? nextTurn;
    private long? nextSection;
    private int? nextDocument;

    protected DbConnection Connection => connection;

    /// <summary>Inserts the turns and documents of a body, once the rows that they refer to are there.</summary>
    /// <param name="body">Id of the body.</param>
    /// <param name="sectionOf">Id of a turn's section.</param>
    protected delegate Task BodyInsert(long body, Func<TurnRow, long?> sectionOf, CancellationToken cancellationToken);

    public async Task InsertAsync(EpisodeRecord episode, CancellationToken cancellationToken)
    {
        nextTurn ??= await LastTurnAsync() + 1;
        nextSection ??= await connection.ExecuteScalarAsync<long>("SELECT coalesce(max(id), 0) + 1 FROM section");
        nextDocument ??= await SqlSearchRuns.NextDocumentAsync(connection);
        var begun = new List<(long FirstTurn, int FirstDocument, BodyInsert Insert)>();
        foreach (var body in episode.Bodies)
        {
            begun.Add((nextTurn.Value, nextDocument.Value, Begin(body, nextTurn.Value, nextDocument.Value)));
            nextTurn += body.Turns.Count;
            nextDocument += body.Documents.Count;
        }

        var episodeId = await InsertEpisodeAsync(episode, cancellationToken);
        var bodies = new List<long>();
        foreach (var body in episode.Bodies)
        {
            bodies.Add(await InsertBodyAsync(episodeId, bodies.Count, body));
        }

        var sections = await InsertEditionsAsync(episodeId, bodies, episode, cancellationToken);
        foreach (var (index, body) in episode.Bodies.Index())
        {
            var (firstTurn, firstDocument, insert) = begun[index];
            if (body.Documents.Count > 0)
            {
                await SqlSearchRuns.InsertAsync(connection, bodies[index], firstDocument, firstTurn, body);
            }

            await insert(bodies[index], turn => turn.Section is { } section ? sections[index][section] : null, cancellationToken);
        }

        await SqlPeopleWriter.InsertAsync(connection, episodeId, bodies, episode.People, cancellationToken);
    }

    public virtual void Dispose()
    {
        // The connection is owned by the transaction.
    }

    /// <returns>The greatest id of a turn; 0 where there is none.</returns>
    protected abstract Task<long> LastTurnAsync();

    /// <summary>Begins to insert a body: what needs only the processor may run beside the statements that come first.</summary>
    /// <param name="firstTurn">Id of the first turn; the others are consecutive.</param>
    /// <param name="firstDocument">Id of the first document; the others are consecutive.</param>
    protected abstract BodyInsert Begin(BodyRecord body, long firstTurn, int firstDocument);

    private async Task<long> InsertEpisodeAsync(EpisodeRecord episode, CancellationToken cancellationToken)
    {
        const string insertEpisode = """
            INSERT INTO episode ( slug,  content_hash,  titles,  show,  guests,  topics,  published_on,  duration_seconds,
                                  media_url,  last_start_ms,  turn_count,  word_count,  sources,  title_key,  recordings)
            VALUES              (@slug, @contentHash,  @titles, @show, @guests, @topics, @publishedOn,  @durationSeconds,
                                 @mediaUrl,  @lastStartMs,   @turnCount,  @wordCount,  @sources, @titleKey,  @recordings)
            RETURNING id
            """;
        const string insertRest = """
            INSERT INTO episode_detail ( episode_id,  about,  description,  diagnostics,  metadata,  merged)
            VALUES                     (@episodeId,  @about, @description, @diagnostics, @metadata, @merged);

            INSERT INTO episode_import ( episode_id,  files,  members,  people)
            VALUES                     (@episodeId,  @files, @members, @people);

            INSERT INTO episode_subject ( episode_id,  subject)
            VALUES                      (@episodeId,  @subject)
            """;
        const string insertTopic = """
            INSERT INTO episode_topic (topic_slug, episode_id, name)
            VALUES
            """;
        var (summary, detail, people) = (episode.Summary, episode.Detail, episode.People);
        var episodeId = await connection.ExecuteScalarAsync<long>(insertEpisode, new
        {
            slug = episode.Slug.Value,
            contentHash = episode.ContentHash,
            titles = StoredJson.Write(summary.Titles),
            show = summary.Show,
            guests = StoredJson.Write(people.Guests),
            topics = StoredJson.Write(summary.Topics),
            publishedOn = summary.PublishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            durationSeconds = summary.DurationSeconds,
            mediaUrl = summary.MediaUrl,
            lastStartMs = summary.LastStart?.Milliseconds,
            turnCount = summary.TurnCount,
            wordCount = summary.WordCount,
            sources = StoredJson.Write(summary.Sources),
            titleKey = summary.TitleKey,
            recordings = StoredJson.Write(episode.Recordings),
        });
        await connection.ExecuteAsync(insertRest, new
        {
            episodeId,
            about = StoredJson.Write(detail.About),
            description = detail.Description,
            diagnostics = StoredJson.Write(detail.Diagnostics),
            metadata = StoredJson.Write(detail.Metadata),
            merged = StoredJson.Write(people.Diagnostics),
            files = StoredJson.Write(episode.Files),
            members = StoredJson.Write(episode.Cast),
            people = people.Stamp,
            subject = episode.Subject,
        });
        await SqlRows.InsertAsync(
            connection,
            insertTopic,
            [.. episode.Topics.Select(topic => new object?[] { topic.Slug.Value, episodeId, topic.Name })],
            cancellationToken);
        return episodeId;
    }

    private Task<long> InsertBodyAsync(long episodeId, int ordinal, BodyRecord body)
    {
        const string sql = """
            INSERT INTO body ( episode_id,  ordinal,  language)
            VALUES           (@episodeId,  @ordinal, @language)
            RETURNING id
            """;
        return connection.ExecuteScalarAsync<long>(sql, new { episodeId, ordinal, language = body.Language });
    }

    /// <returns>For each body, ids of the sections of the first edition with it, by number.</returns>
    private async Task<Dictionary<int, long>[]> InsertEditionsAsync(
        long episodeId, List<long> bodies, EpisodeRecord episode, CancellationToken cancellationToken)
    {
        const string insertEdition = """
            INSERT INTO edition ( episode_id,  language,  ordinal,  body_id,  speakers,  takeaways,  sponsors,  notes)
            VALUES              (@episodeId,  @language, @ordinal, @bodyId,  @speakers, @takeaways, @sponsors, @notes)
            RETURNING id
            """;
        const string insertSection = """
            INSERT INTO section (id, edition_id, number, title, start_ms, turn_number, turn_hash)
            VALUES
            """;
        var sections = new Dictionary<int, long>[bodies.Count];
        foreach (var (ordinal, edition) in episode.Editions.Index())
        {
            var editionId = await connection.ExecuteScalarAsync<long>(insertEdition, new
            {
                episodeId,
                language = edition.Language,
                ordinal,
                bodyId = bodies[edition.Body],
                speakers = StoredJson.Write(episode.People.Editions[ordinal]),
                takeaways = StoredJson.Write(edition.Takeaways),
                sponsors = StoredJson.Write(edition.Sponsors),
                notes = StoredJson.Write(edition.Notes),
            });
            var ids = edition.Sections.ToDictionary(section => section.Number, _ => nextSection++ ?? 0);
            await SqlRows.InsertAsync(
                connection,
                insertSection,
                [
                    .. edition.Sections.Select(section => new object?[]
                    {
                        ids[section.Number],
                        editionId,
                        section.Number,
                        section.Title,
                        section.Start?.Milliseconds,
                        section.TurnId.Number,
                        section.TurnId.Hash,
                    }),
                ],
                cancellationToken);
            sections[edition.Body] ??= ids;
        }

        return sections;
    }
}
