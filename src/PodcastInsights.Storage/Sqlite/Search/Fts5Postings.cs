using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using PodcastInsights.Core.Search.Matching;
using PodcastInsights.Core.Search.Sessions;
using SQLitePCL;

namespace PodcastInsights.Storage.Sqlite;

/// <summary>
/// Reads posting lists out of an FTS5 table through an auxiliary function of its own, <c>postings</c>: FTS5 calls it with
/// every row it matches, and it takes the positions straight from the index. One for each connection; not for several threads.
/// See https://www.sqlite.org/fts5.html#custom_auxiliary_functions.
/// </summary>
internal sealed unsafe partial class Fts5Postings : IDisposable
{
    // The function gives NULL for every row, so that none is returned and all are visited in one step.
    private const string Sql = """
        SELECT rowid
        FROM   search_text
        WHERE  search_text MATCH $match
        AND    rowid > $after
        AND    postings(search_text)
        """;

    private readonly SqliteCommand command;
    private readonly GCHandle self;
    private PostingListBuilder builder = new();

    public Fts5Postings(SqliteConnection connection)
    {
        self = GCHandle.Alloc(this);
        Register(connection, GCHandle.ToIntPtr(self));
        command = connection.CreateCommand();
        command.CommandText = Sql;
        command.Parameters.Add("$match", SqliteType.Text);
        command.Parameters.Add("$after", SqliteType.Integer);
    }

    /// <returns>The part of the list whose documents come after the one given.</returns>
    public PostingList Read(PostingKey key, int after)
    {
        builder = PostingListBuilder.Rent();
        command.Parameters[0].Value = key.Kind == PostingKind.Prefix ? $"\"{key.Text}\"*" : $"\"{key.Text}\"";
        command.Parameters[1].Value = after;
        command.ExecuteScalar();
        return builder.BuildAndReturn();
    }

    public void Dispose()
    {
        command.Dispose();
        self.Free();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Collect(nint* api, nint context, nint result, int count, nint* values)
    {
        var userData = (delegate* unmanaged[Cdecl]<nint, nint>)api[Slot.UserData];
        var rowid = (delegate* unmanaged[Cdecl]<nint, long>)api[Slot.Rowid];
        var first = (delegate* unmanaged[Cdecl]<nint, int, PhraseIterator*, int*, int*, int>)api[Slot.PhraseFirst];
        var next = (delegate* unmanaged[Cdecl]<nint, PhraseIterator*, int*, int*, void>)api[Slot.PhraseNext];
        var builder = ((Fts5Postings)GCHandle.FromIntPtr(userData(context)).Target!).builder;
        PhraseIterator iterator;
        int column, offset;
        first(context, 0, &iterator, &column, &offset);
        while (column >= 0)
        {
            builder.Add(offset);
            next(context, &iterator, &column, &offset);
        }

        builder.Close((int)rowid(context));
    }

    private static void Register(SqliteConnection connection, nint userData)
    {
        nint* api = null;
        Check(raw.sqlite3_prepare_v2(connection.Handle, "SELECT fts5(?1)", out var statement), raw.SQLITE_OK);
        using (statement)
        {
            // SQLite keeps the type's address: the literal stays where it is.
            fixed (byte* type = "fts5_api_ptr\0"u8)
            {
                Check(BindPointer(statement.DangerousGetHandle(), 1, &api, type, 0), raw.SQLITE_OK);
                Check(raw.sqlite3_step(statement), raw.SQLITE_ROW);
            }
        }

        var create =
            (delegate* unmanaged[Cdecl]<nint*, byte*, nint, delegate* unmanaged[Cdecl]<nint*, nint, nint, int, nint*, void>, nint, int>)
            api[Slot.CreateFunction];
        fixed (byte* name = "postings\0"u8)
        {
            Check(create(api, name, userData, &Collect, 0), raw.SQLITE_OK);
        }

        void Check(int code, int expected)
        {
            if (code != expected)
            {
                throw new SqliteException(raw.sqlite3_errmsg(connection.Handle).utf8_to_string(), code);
            }
        }
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_bind_pointer")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int BindPointer(nint statement, int index, nint** value, byte* type, nint destructor);

    /// <summary>
    /// Where the functions stand in FTS5's tables <c>fts5_api</c> and <c>Fts5ExtensionApi</c>, after their version number.
    /// </summary>
    private static class Slot
    {
        public const int CreateFunction = 3;
        public const int UserData = 1;
        public const int Rowid = 10;
        public const int PhraseFirst = 16;
        public const int PhraseNext = 17;
    }

    /// <summary><c>Fts5PhraseIter</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct PhraseIterator
    {
        private nint a;
        private nint b;
    }
}
