using System.ComponentModel;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PodcastInsights.Storage.PostgreSql;

namespace PodcastInsights.Web.Settings;

/// <summary>Section <c>Library</c>: the folder of transcripts and the database.</summary>
internal sealed class LibrarySettings : ISettings
{
    /// <summary>A day.</summary>
    private const int LongestPoll = 86_400;

    public static string Section => "Library";

    /// <summary>The folder of transcripts; a relative path starts from the working directory. Empty: the seeds beside the program.</summary>
    [Description("The folder of transcripts; none: the sample beside the program.")]
    public string Transcripts { get; set; } = "";

    /// <summary>
    /// The SQLite file, or servers of PostgreSQL (<c>postgresql://host/database</c>, <c>Host=a,b;Database=podcasts</c>). Empty: a file under the
    /// user's local application data, of its own for every folder of transcripts.
    /// </summary>
    [Description("The SQLite file, or a PostgreSQL address; none: a file below the user's local data.")]
    public string Database { get; set; } = "";

    /// <summary>Whether changes in the folder are imported at once.</summary>
    [Description("Whether changes in the folder are read as they happen.")]
    public bool Watch { get; set; } = true;

    /// <summary>Interval for polling the folder for changes that the system does not report; 0: never. Only where it is watched.</summary>
    [Description("How often the folder is looked at for changes that the system does not report; 0: never.")]
    public int PollSeconds { get; set; } = 60;

    /// <summary>
    /// Whether the database stores the words of turns before they were edited, for old links. When off, the next import deletes those
    /// stored.
    /// </summary>
    [Description("Whether what turns said before they were edited is kept, for old links.")]
    public bool KeepEarlierWords { get; set; } = true;

    public TimeSpan PollEvery => TimeSpan.FromSeconds(PollSeconds);

    /// <summary>Full path of the folder that is read.</summary>
    public string TranscriptsFolder =>
        Path.GetFullPath(string.IsNullOrWhiteSpace(Transcripts) ? Path.Combine(AppContext.BaseDirectory, "seeds") : Transcripts);

    /// <summary>Whether the library is on servers of PostgreSQL and not in a file.</summary>
    public bool IsOnServers => PostgresStorage.IsNamedBy(Database);

    /// <summary>Full path of the SQLite file; unused where the library <see cref="IsOnServers"/>.</summary>
    public string DatabaseFile => Path.GetFullPath(
        string.IsNullOrWhiteSpace(Database) ? Path.Combine(DefaultDatabaseFolder, $"library-{NameOf(TranscriptsFolder)}.db") : Database);

    private static string DefaultDatabaseFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "PodcastInsights");

    public IEnumerable<string> Problems()
    {
        if (PollSeconds is < 0 or > LongestPoll)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"Library:PollSeconds: {PollSeconds} is not from 0 (never) to {LongestPoll}.");
        }

        if (!Directory.Exists(TranscriptsFolder))
        {
            yield return $"Library:Transcripts: there is no folder '{TranscriptsFolder}'.";
        }

        if (IsOnServers)
        {
            if (PostgresStorage.ProblemOf(Database) is { } problem)
            {
                yield return $"Library:Database: {problem}";
            }
        }
        else if (Directory.Exists(DatabaseFile))
        {
            yield return $"Library:Database: '{DatabaseFile}' is a folder; a file is wanted.";
        }
    }

    /// <summary>Creates the folder of the SQLite file.</summary>
    /// <exception cref="OptionsValidationException">It cannot be created.</exception>
    public void MakeDatabaseFolder()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(DatabaseFile)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OptionsValidationException(
                Section, typeof(LibrarySettings), [$"Library:Database: the folder of '{DatabaseFile}' cannot be made: {error.Message}"]);
        }
    }

    // Each library needs its own file: an import would take the other's episodes for removed ones.
    private static string NameOf(string folder) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.TrimEndingDirectorySeparator(folder))).AsSpan(0, 6));
}
