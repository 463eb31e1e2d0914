using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>Inserts the rows of episodes, in one transaction. Nobody else writes meanwhile, so ids can be given here.</summary>
internal sealed class SqliteEpisodeWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly BulkStatement turns;
    private readonly BulkStatement paragraphs;
    private readonly SqliteSearchWriter search;
    private long nextTurn;
    private long nextSection;

    /// <param name="connection">In its transaction.</param>
    public SqliteEpisodeWriter(SqliteConnection connection)
    {
        const string insertTurn = """
            INSERT INTO turn (id, body_id, number, hash, speaker, speaker_inferred, start_ms, excerpt, language, section_id)
            VALUES           (?1, ?2,      ?3,     ?4,   ?5,      ?6,               ?7,       ?8,      ?9,       ?10)
            """;
        const string insertParagraph = """
            INSERT INTO paragraph (turn_id, number, text, start_ms, sponsor, language, markup, plain, spans, words)
            VALUES                (?1,      ?2,     ?3,   ?4,       ?5,      ?6,       ?7,     ?8,    ?9,    ?10)
            """;
        this.connection = connection;
        turns = new BulkStatement(connection, insertTurn);
        paragraphs = new BulkStatement(connection, insertParagraph);
        search = new SqliteSearchWriter(connection);
        nextTurn = connection.ExecuteScalar<long>("SELECT coalesce(max(id), 0) + 1 FROM turn");
        nextSection = connection.ExecuteScalar<long>("SELECT coalesce(max(id), 0) + 1 FROM section");
    }

    public void Insert(EpisodeRecord episode, CancellationToken cancellationToken)
    {
        var episodeId = InsertEpisode(episode);
        var bodies = episode.Bodies.Index().Select(body => InsertBody(episodeId, body.Index, body.Item)).ToList();
        var sections = InsertEditions(episodeId, bodies, episode);
        foreach (var (index, body) in episode.Bodies.Index())
        {
            var firstTurn = InsertTurns(bodies[index], body, sections[index], cancellationToken);
            search.Insert(bodies[index], firstTurn, body);
        }

        SqlitePeopleWriter.Insert(connection, episodeId, bodies, episode.People);
    }

    public void Dispose()
    {
        turns.Dispose();
        paragraphs.Dispose();
        search.Dispose();
    }

    private long InsertEpisode(EpisodeRecord episode)
    {
        const string insertEpisode = """
            INSERT INTO episode ( slug,  content_hash,  titles,  show,  guests,  topics,  published_on,  duration_seconds,
                                  media_url,  last_start_ms,  turn_count,  word_count,  sources,  title_key,  name_keys)
            VALUES              (@slug, @contentHash,  @titles, @show, @guests, @topics, @publishedOn,  @durationSeconds,
                                 @mediaUrl,  @lastStartMs,   @turnCount,  @wordCount,  @sources, @titleKey,  @nameKeys)
            RETURNING id
            """;
        const string insertRest = """
            INSERT INTO episode_detail ( episode_id,  about,  description,  diagnostics,  metadata,  merged)
            VALUES                     (@episodeId,  @about, @description, @diagnostics, @metadata, @merged);

            INSERT INTO episode_import ( episode_id,  files,  members,  people)
            VALUES                     (@episodeId,  @files, @members, @people)
            """;
        const string insertTopic = """
            INSERT INTO episode_topic ( topic_slug,  episode_id,  name)
            VALUES                    (@topicSlug,  @episodeId,  @name)
            """;
        var (summary, detail, people) = (episode.Summary, episode.Detail, episode.People);
        var episodeId = connection.ExecuteScalar<long>(insertEpisode, new
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
            nameKeys = SqlitePeopleWriter.NameKeys(people),
        });
        connection.Execute(insertRest, new
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
        });
        connection.Execute(insertTopic, episode.Topics.Select(topic => new { topicSlug = topic.Slug.Value, episodeId, name = topic.Name }));
        return episodeId;
    }

    private long InsertBody(long episodeId, int ordinal, BodyRecord body)
    {
        const string sql = """
            INSERT INTO body ( episode_id,  ordinal,  language)
            VALUES           (@episodeId,  @ordinal, @language)
            RETURNING id
            """;
        return connection.ExecuteScalar<long>(sql, new { episodeId, ordinal, language = body.Language });
    }

    /// <returns>For each body the ids of the sections of the first edition that has it, by their numbers.</returns>
    private Dictionary<int, long>[] InsertEditions(long episodeId, List<long> bodies, EpisodeRecord episode)
    {
        const string insertEdition = """
            INSERT INTO edition ( episode_id,  language,  ordinal,  body_id,  speakers,  takeaways,  sponsors,  notes)
            VALUES              (@episodeId,  @language, @ordinal, @bodyId,  @speakers, @takeaways, @sponsors, @notes)
            RETURNING id
            """;
        const string insertSection = """
            INSERT INTO section ( id,  edition_id,  number,  title,  start_ms,  turn_number,  turn_hash)
            VALUES              (@id, @editionId,  @number, @title, @startMs,  @turnNumber,  @turnHash)
            """;
        var sections = new Dictionary<int, long>[bodies.Count];
        foreach (var (ordinal, edition) in episode.Editions.Index())
        {
            var editionId = connection.ExecuteScalar<long>(insertEdition, new
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
            var ids = edition.Sections.ToDictionary(section => section.Number, _ => nextSection++);
            connection.Execute(insertSection, edition.Sections.Select(section => new
            {
                id = ids[section.Number],
                editionId,
                number = section.Number,
                title = section.Title,
                startMs = section.Start?.Milliseconds,
                turnNumber = section.TurnId.Number,
                turnHash = section.TurnId.Hash,
            }));
            sections[edition.Body] ??= ids;
        }

        return sections;
    }

    /// <returns>The id of the first; those of the others follow it.</returns>
    private long InsertTurns(long bodyId, BodyRecord body, Dictionary<int, long> sections, CancellationToken cancellationToken)
    {
        var first = nextTurn;
        foreach (var turn in body.Turns)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var id = nextTurn++;
            turns.Bind(1, id);
            turns.Bind(2, bodyId);
            turns.Bind(3, turn.Number);
            turns.Bind(4, turn.Hash);
            turns.Bind(5, turn.Speaker);
            turns.Bind(6, turn.SpeakerInferred ? 1 : 0);
            turns.Bind(7, turn.Start?.Milliseconds);
            turns.Bind(8, turn.Excerpt);
            turns.Bind(9, turn.Language);
            turns.Bind(10, turn.Section is { } section ? sections[section] : null);
            turns.Run();
            foreach (var (index, paragraph) in turn.Paragraphs.Index())
            {
                paragraphs.Bind(1, id);
                paragraphs.Bind(2, index + 1);
                paragraphs.Bind(3, paragraph.Text);
                paragraphs.Bind(4, paragraph.Start?.Milliseconds);
                paragraphs.Bind(5, paragraph.Sponsor ? 1 : 0);
                paragraphs.Bind(6, paragraph.Language);
                paragraphs.Bind(7, (int)paragraph.Markup);
                paragraphs.Bind(8, paragraph.Plain == paragraph.Text ? null : paragraph.Plain);
                paragraphs.Bind(9, StoredSpans.Write(paragraph.Marked?.Spans ?? []));
                paragraphs.Bind(10, paragraph.WordCount);
                paragraphs.Run();
            }
        }

        return first;
    }
}
