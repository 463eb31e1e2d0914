using System.Globalization;
using Npgsql;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Feeds;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.PostgreSql;
using PodcastInsights.Storage.Sql;

namespace PodcastInsights.Storage.Tests.PostgreSql;

/// <summary>The store in a schema of its own on a real server.</summary>
public sealed class PostgresEngine : StoreEngine
{
    private static int schemas;

    private readonly string setting;
    private readonly PostgresDatabase database;

    public PostgresEngine()
        : this($"{SharedPostgresServer.Get().ConnectionString};Search Path=library{Interlocked.Increment(ref schemas).ToString(CultureInfo.InvariantCulture)}")
    {
    }

    /// <param name="setting">As for <c>Library:Database</c>.</param>
    internal PostgresEngine(string setting)
    {
        this.setting = setting;
        Assert.True(PostgresSettings.TryParse(setting, out var settings, out var problem), problem);
        database = new PostgresDatabase(settings, TimeProvider.System);
        Store = new PostgresLibraryStore(database, TimeProvider.System);
        Reader = new SqlEpisodeReader(database);
        Feeds = new SqlFeedReader(database);
        Writer = new SqlLibraryWriter(database);
        Reports = new SqlImportReports(database);
        Source = new PostgresSearchSource(database);
    }

    internal PostgresDatabase Database => database;

    public override ILibraryStore Store { get; }

    public override IEpisodeReader Reader { get; }

    public override IFeedReader Feeds { get; }

    public override ILibraryWriter Writer { get; }

    public override IImportReports Reports { get; }

    public override ISearchSource Source { get; }

    public override StoreEngine AnotherProcess() => new PostgresEngine(setting);

    public override Task CatchUpAsync() => Task.WhenAll(database.Nodes.All.Select(static async node =>
    {
        // A look that is under way may have begun before what it must see was written; the second one cannot have.
        await node.LookAsync(Timeout.InfiniteTimeSpan);
        await node.LookAsync(Timeout.InfiniteTimeSpan);
    }));

    /// <summary>Sends a statement of the test's own to the server that takes writes.</summary>
    internal async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database.Settings.ConnectionStrings[0] + $";Search Path={database.Settings.Schema};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    protected override void Dispose(bool disposing) => database.Dispose();
}

public sealed class PostgresLibraryStoreTests() : LibraryStoreContract(new PostgresEngine());

public sealed class PostgresVersionTests() : VersionContract(new PostgresEngine());

public sealed class PostgresImportTests() : ImportContract(new PostgresEngine());

public sealed class PostgresUnchangedFileTests() : UnchangedFileContract(new PostgresEngine());

public sealed class PostgresImportReportTests() : ImportReportContract(new PostgresEngine());

public sealed class PostgresImportOrderTests() : ImportOrderContract(() => new PostgresEngine());

public sealed class PostgresHostileFileTests() : HostileFileContract(new PostgresEngine());

public sealed class PostgresReadingTests() : ReadingContract(new PostgresEngine());

public sealed class PostgresEditionTests() : EditionContract(new PostgresEngine());

public sealed class PostgresLongTurnTests() : LongTurnContract(new PostgresEngine());

public sealed class PostgresSectionTests() : SectionContract(new PostgresEngine());

public sealed class PostgresMediaTests() : MediaContract(new PostgresEngine());

public sealed class PostgresRecordingTests() : RecordingContract(new PostgresEngine());

public sealed class PostgresRelatingTests() : RelatingContract(new PostgresEngine());

public sealed class PostgresListTests() : ListContract(new PostgresEngine());

public sealed class PostgresEditHistoryTests() : EditHistoryContract(new PostgresEngine(), histories: 3);

public sealed class PostgresFeedTests() : FeedContract(new PostgresEngine());

public sealed class PostgresPastTests() : PastContract(new PostgresEngine());

public sealed class PostgresTurnLinkTests() : TurnLinkContract(new PostgresEngine());

public sealed class PostgresSpeakerTests() : SpeakerContract(new PostgresEngine());

public sealed class PostgresWritingTests() : WritingContract(new PostgresEngine());

public sealed class PostgresSearchTests() : SearchContract(new PostgresEngine());

public sealed class PostgresSearchLanguageTests() : SearchLanguageContract(new PostgresEngine());

public sealed class PostgresSearchDuringImportTests() : SearchDuringImportContract(new PostgresEngine());

public sealed class PostgresDirectoryTests() : DirectoryContract(new PostgresEngine());

public sealed class PostgresSpokenTurnsTests() : SpokenTurnsContract(new PostgresEngine());
