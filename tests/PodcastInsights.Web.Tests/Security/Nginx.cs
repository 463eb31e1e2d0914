using System.Diagnostics;
using System.Net.Sockets;

namespace PodcastInsights.Web.Tests.Security;

/// <summary>An installed nginx before an app, reached through a socket of its own in a folder of its own, so that no port can be taken.</summary>
internal sealed class Nginx : IDisposable
{
    private const string Missing = "No nginx found: install it (Debian: nginx-light).";

    private readonly string folder = Directory.CreateTempSubdirectory("nginx-").FullName;
    private readonly string program;

    private Nginx(string program, string locations)
    {
        this.program = program;
        File.WriteAllText(Configuration, $$"""
            {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            worker_processes 1;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/error.log;
            events { }
            http {
              access_log off;
              client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/fastcgi;
              uwsgi_temp_path {{folder}}/uwsgi; scgi_temp_path {{folder}}/scgi;
              server {
                listen unix:{{Socket}};
                {{locations}}
              }
            }
            """);
    }

    private string Configuration => Path.Combine(folder, "nginx.conf");

    private string Socket => Path.Combine(folder, "nginx.sock");

    /// <summary>Skips the test where there is none, or fails it where CI=true.</summary>
    /// <param name="locations">Of its one server; the app's address is for them to name.</param>
    public static async Task<Nginx> StartAsync(string locations)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var program = folders.Append("/usr/sbin").Select(folder => Path.Combine(folder, "nginx")).FirstOrDefault(File.Exists);
        if (program is null)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", Missing);
            Assert.Fail(Missing);
        }

        // It goes into the background when it listens: who waits for its end need not look whether it does.
        var nginx = new Nginx(program, locations);
        Assert.Equal(0, await nginx.RunAsync());
        return nginx;
    }

    /// <summary>Follows no redirects. Whatever host is asked for, it is this one that answers.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectCallback = async (_, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Socket), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    public void Dispose()
    {
        RunAsync("-s", "stop").GetAwaiter().GetResult();

        // It takes a moment to end, and removes what it made.
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
        }
    }

    private async Task<int> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(program, ["-p", folder, "-c", Configuration, "-e", Path.Combine(folder, "error.log"), .. arguments]);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
