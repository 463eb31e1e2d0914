using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Search;
using PodcastInsights.Storage.Sqlite;

namespace PodcastInsights.Storage.Tests.Sqlite;

/// <summary>The SQLite store over a real file in a folder of its own.</summary>
public sealed class SqliteEngine : StoreEngine
{
    private readonly TemporaryFolder folder = new();

    public SqliteEngine()
    {
        Database = new SqliteDatabase(folder.File("library.db"));
        Reader = new SqliteEpisodeReader(Database);
        Writer = new SqliteLibraryWriter(Database);
        Search = new SqliteSearchIndex(Database);
    }

    public SqliteDatabase Database { get; }

    public override IEpisodeReader Reader { get; }

    public override ILibraryWriter Writer { get; }

    public override ISearchIndex Search { get; }

    protected override void Dispose(bool disposing)
    {
        (Search as IDisposable)?.Dispose();
        Database.Dispose();
        folder.Dispose();
    }
}

public sealed class SqliteReadingTests() : ReadingContract(new SqliteEngine());

public sealed class SqliteEditionTests() : EditionContract(new SqliteEngine());

public sealed class SqliteSectionTests() : SectionContract(new SqliteEngine());

public sealed class SqliteMediaTests() : MediaContract(new SqliteEngine());

public sealed class SqliteListTests() : ListContract(new SqliteEngine());

public sealed class SqliteEditHistoryTests() : EditHistoryContract(new SqliteEngine());

public sealed class SqlitePastTests() : PastContract(new SqliteEngine());

public sealed class SqliteTurnLinkTests() : TurnLinkContract(new SqliteEngine());

public sealed class SqliteSpeakerTests() : SpeakerContract(new SqliteEngine());

public sealed class SqliteWritingTests() : WritingContract(new SqliteEngine());

public sealed class SqliteSearchTests() : SearchContract(new SqliteEngine());
