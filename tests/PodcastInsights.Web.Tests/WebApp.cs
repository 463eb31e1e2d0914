using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Tests;

[assembly: AssemblyFixture(typeof(WebApp))]

namespace PodcastInsights.Web.Tests;

/// <summary>The whole app on a real port, over a real SQLite file, with the sample library imported.</summary>
public sealed class WebApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    private static readonly TimeSpan ImportLimit = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, string> settings;

    public WebApp()
        : this([])
    {
    }

    /// <summary>An app of a test's own, with further settings.</summary>
    internal WebApp(Dictionary<string, string> settings)
    {
        this.settings = settings;
        UseKestrel();
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("podcast-insights-").FullName;

    /// <summary>Changes the app's services.</summary>
    internal Action<IServiceCollection> Configure { get; init; } = _ => { };

    public string Transcripts => Path.Combine(Folder, "library");

    /// <summary>Whether its folder holds nothing.</summary>
    internal bool IsEmpty { get; init; }

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Transcripts);
        if (!IsEmpty)
        {
            SampleLibrary.Write(Transcripts);
        }

        StartServer();
        Client = CreateClient();
        await Services.GetRequiredService<LibraryState>().WhenSettled.WaitAsync(ImportLimit);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");

        // A setting, as the factory's own port comes too late where the program has already begun to listen.
        builder.UseUrls("http://127.0.0.1:0");
        builder.UseSetting("Library:Transcripts", Transcripts);
        builder.UseSetting("Library:Database", Path.Combine(Folder, "library.db"));
        builder.UseSetting("Serilog:MinimumLevel:Default", "Warning");
        builder.UseSetting("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Warning");
        builder.ConfigureServices(Configure);
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }
    }
}
