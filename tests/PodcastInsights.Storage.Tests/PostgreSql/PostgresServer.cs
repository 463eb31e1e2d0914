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

    public int ProcessId => process!.Id;

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
            // At once: what it holds is thrown away.
            Run("kill", "-QUIT", process.Id.ToString(CultureInfo.InvariantCulture));
            process.WaitForExit();
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

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
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

    /// <summary>Ends the test where there is none: as skipped, or as failed where it must not be.</summary>
    public static PostgresServer Get()
    {
        if (PostgresServer.WhyNone is { } reason)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", reason);
            Assert.Fail(reason);
        }

        return Server.Value.GetAwaiter().GetResult();
    }

    public async ValueTask DisposeAsync()
    {
        if (Server.IsValueCreated)
        {
            (await Server.Value).Dispose();
        }
    }
}
