using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Feeds;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.Sql;
using PodcastInsights.Storage.Sqlite;

namespace PodcastInsights.Storage.Tests.Sqlite;

/// <summary>The SQLite store over a real file in a folder of its own.</summary>
public sealed class SqliteEngine : StoreEngine
{
    private readonly TemporaryFolder? folder;
    private readonly SqliteSearchSource source;

    public SqliteEngine()
        : this(new TemporaryFolder())
    {
    }

    private SqliteEngine(TemporaryFolder folder)
        : this(folder.File("library.db")) => this.folder = folder;

    private SqliteEngine(string path)
    {
        Database = new SqliteDatabase(path);
        Store = new SqliteLibraryStore(Database, TimeProvider.System);
        Reader = new SqlEpisodeReader(Database);
        Feeds = new SqlFeedReader(Database);
        Writer = new SqlLibraryWriter(Database);
        Reports = new SqlImportReports(Database);
        source = new SqliteSearchSource(Database);
    }

    public SqliteDatabase Database { get; }

    public override ILibraryStore Store { get; }

    public override IEpisodeReader Reader { get; }

    public override IFeedReader Feeds { get; }

    public override ILibraryWriter Writer { get; }

    public override IImportReports Reports { get; }

    public override ISearchSource Source => source;

    public override StoreEngine AnotherProcess() => new SqliteEngine(Database.Path);

    protected override void Dispose(bool disposing)
    {
        source.Dispose();
        Database.Dispose();
        folder?.Dispose();
    }
}

public sealed class SqliteLibraryStoreTests() : LibraryStoreContract(new SqliteEngine());

public sealed class SqliteVersionTests() : VersionContract(new SqliteEngine());

public sealed class SqliteImportTests() : ImportContract(new SqliteEngine());

public sealed class SqliteUnchangedFileTests() : UnchangedFileContract(new SqliteEngine());

public sealed class SqliteImportReportTests() : ImportReportContract(new SqliteEngine());

public sealed class SqliteImportOrderTests() : ImportOrderContract(() => new SqliteEngine());

public sealed class SqliteHostileFileTests() : HostileFileContract(new SqliteEngine());

public sealed class SqliteReadingTests() : ReadingContract(new SqliteEngine());

public sealed class SqliteEditionTests() : EditionContract(new SqliteEngine());

public sealed class SqliteLongTurnTests() : LongTurnContract(new SqliteEngine());

public sealed class SqliteSectionTests() : SectionContract(new SqliteEngine());

public sealed class SqliteMediaTests() : MediaContract(new SqliteEngine());

public sealed class SqliteRecordingTests() : RecordingContract(new SqliteEngine());

public sealed class SqliteRelatingTests() : RelatingContract(new SqliteEngine());

public sealed class SqliteListTests() : ListContract(new SqliteEngine());

public sealed class SqliteDirectoryTests() : DirectoryContract(new SqliteEngine());

public sealed class SqliteEditHistoryTests() : EditHistoryContract(new SqliteEngine());

public sealed class SqliteFeedTests() : FeedContract(new SqliteEngine());

public sealed class SqlitePastTests() : PastContract(new SqliteEngine());

public sealed class SqliteTurnLinkTests() : TurnLinkContract(new SqliteEngine());

public sealed class SqliteSpeakerTests() : SpeakerContract(new SqliteEngine());

public sealed class SqliteWritingTests() : WritingContract(new SqliteEngine());

public sealed class SqliteSearchTests() : SearchContract(new SqliteEngine());
