using System.Diagnostics;
using System.Globalization;
using Npgsql;

[assembly: AssemblyFixture(typeof(PodcastInsights.Storage.Tests.PostgreSql.SharedPostgresServer))]

namespace PodcastInsights.Storage.Tests.PostgreSql;

/// <summary>
/// A server of PostgreSQL of its own, in a folder that is gone afterwards. It is reached by a socket in that folder, so it takes no port. What
/// it holds need not outlive a crash of the machine.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>PostgreSQL will not run as root.</summary>
    private static readonly string? OtherUser = Environment.UserName == "root" ? "nobody" : null;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pi-pg-");
    private readonly string settings;
    private Process? process;

    private PostgresServer(string settings)
    {
        this.settings = settings;
        if (OtherUser is not null)
        {
            Run("chown", OtherUser, folder.FullName);
        }
    }

    /// <summary>Why there can be no server; null where there can be one.</summary>
    public static string? WhyNone => Programs is null ? "PostgreSQL is not installed (apt-get install postgresql)." : null;

    /// <summary>The folder of its socket.</summary>
    public string Host => folder.FullName;

    public string ConnectionString => $"Host={Host};Username=postgres;Database=postgres";

    private string Data => Path.Combine(folder.FullName, "data");

    /// <summary>The folder of Debian's package, the newest version first; or wherever the path leads.</summary>
    private static string? Programs { get; } = Places().FirstOrDefault(place => File.Exists(Path.Combine(place, "initdb")));

    /// <param name="more">Settings, as in <c>-c name=value</c>.</param>
    public static async Task<PostgresServer> StartAsync(string more = "")
    {
        var server = new PostgresServer(more);
        server.RunProgram("initdb", "-D", server.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "-k");
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>A standby that follows this server.</summary>
    public async Task<PostgresServer> FollowAsync()
    {
        var standby = new PostgresServer("-c hot_standby_feedback=on");
        standby.RunProgram(
            "pg_basebackup", "-D", standby.Data, "-h", Host, "-U", "postgres", "-R", "-X", "stream", "--checkpoint=fast", "--no-sync");
        await standby.StartAgainAsync();
        return standby;
    }

    /// <summary>Ends the server as a power cut would.</summary>
    public void Kill() => Signal("KILL");

    /// <summary>The server goes on listening, and answers nobody.</summary>
    public void Freeze() => Signal("STOP");

    public void Thaw() => Signal("CONT");

    /// <summary>Sends a statement of the test's own.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task StartAgainAsync()
    {
        string[] always =
        [
            "-D", Data, "-k", Host, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off",
            "-c", "max_connections=400", "-c", "shared_buffers=64MB", "-c", "autovacuum=off",
        ];
        process = Process.Start(Command("postgres", [.. always, .. settings.Split(' ', StringSplitOptions.RemoveEmptyEntries)]))!;

        // What it says goes nowhere, but has to be taken.
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var started = Stopwatch.StartNew();
        while (!await AnswersAsync())
        {
            if (process.HasExited || started.Elapsed > Patience)
            {
                throw new InvalidOperationException("The server of PostgreSQL did not start.");
            }

            await Task.Delay(50);
        }
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            Kill();
        }

        process?.Dispose();
        folder.Delete(recursive: true);
    }

    private static IEnumerable<string> Places()
    {
        const string debian = "/usr/lib/postgresql";
        var installed = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        return installed.OrderByDescending(name => int.TryParse(Path.GetFileName(name), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(name => Path.Combine(name, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator));
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (Exception error) when (error is NpgsqlException or IOException)
        {
            return false;
        }
    }

    /// <summary>To the server and all the processes that it has begun: it does not pass on every signal.</summary>
    private void Signal(string name)
    {
        var server = process!.Id.ToString(CultureInfo.InvariantCulture);
        Run("kill", [$"-{name}", server, .. ChildrenOf(server)]);
        if (name == "KILL")
        {
            process.WaitForExit();
        }
    }

    private static IEnumerable<string> ChildrenOf(string parent) => Directory.GetDirectories("/proc").Where(process =>
    {
        try
        {
            // The fourth field, behind a name in brackets.
            return File.ReadAllText(Path.Combine(process, "stat")) is var stat && stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1] == parent;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }).Select(process => Path.GetFileName(process));

    private static void Run(string program, params string[] arguments)
    {
        // What it has to say, as of a process that has just ended, is of no interest.
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
    }

    private void RunProgram(string program, params string[] arguments)
    {
        using var process = Process.Start(Command(program, arguments))!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {errors.Result}");
        }
    }

    private ProcessStartInfo Command(string program, string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        var command = OtherUser is null
            ? new ProcessStartInfo(path, arguments)
            : new ProcessStartInfo("setpriv", [$"--reuid={OtherUser}", "--regid=nogroup", "--clear-groups", path, .. arguments]);
        command.WorkingDirectory = folder.FullName;
        command.RedirectStandardOutput = true;
        command.RedirectStandardError = true;
        return command;
    }
}

/// <summary>The server that all tests share which need no more than one; started by the first of them.</summary>
public sealed class SharedPostgresServer : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer>> Server = new(() => Task.Run(() => PostgresServer.StartAsync()));

    public static PostgresServer Get()
    {
        EndWhereThereIsNone();
        return Server.Value.GetAwaiter().GetResult();
    }

    /// <summary>Ends the test where there can be no server: as skipped, or as failed where it must not be.</summary>
    public static void EndWhereThereIsNone()
    {
        if (PostgresServer.WhyNone is { } reason)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", reason);
            Assert.Fail(reason);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Server.IsValueCreated)
        {
            (await Server.Value).Dispose();
        }
    }
}
