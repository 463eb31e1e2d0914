using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Serilog.Core;
using Serilog.Events;

namespace PodcastInsights.Web.Tests.Library;

public sealed class LibraryFailureTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("overwritten", "damaged")]
    [InlineData("cut off", "damaged")]
    [InlineData("deleted", "deleted or moved")]
    public async Task Damage_found_by_a_reader_gives_503_and_ends_the_program(string damage, string reason)
    {
        var sink = new Sink();
        await using var app = new WebApp(new() { ["Library:Watch"] = "false" })
        {
            Configure = services => services.AddSingleton<ILogEventSink>(sink),
        };
        await app.InitializeAsync();
        var ending = new TaskCompletionSource();
        app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(ending.SetResult);
        var database = Path.Combine(app.Folder, "library.db");
        await DamageAsync(database, damage);

        using var answer = await app.Client.GetAsync("/api/v1/episodes/mira-okafor");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("database", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await ending.Task.WaitAsync(Limit);
        Assert.False(File.Exists(database));
        Assert.Equal(damage == "deleted" ? 0 : 1, Directory.GetFiles(app.Folder, "library.damaged-*.db").Length);
        var said = Assert.Single(sink.Events, line => line.Level >= LogEventLevel.Error);
        Assert.Contains(reason, said.RenderMessage(null), StringComparison.Ordinal);
    }

    private static async Task DamageAsync(string database, string damage)
    {
        if (damage == "deleted")
        {
            File.Delete(database);
            return;
        }

        // All but the first page, which the connections know already.
        const int page = 4096;
        await using var file = new FileStream(database, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var length = (int)file.Length;
        if (damage == "cut off")
        {
            file.SetLength(page);
            return;
        }

        file.Position = page;
        await file.WriteAsync(Enumerable.Repeat((byte)0xA5, length - page).ToArray());
    }

    private sealed class Sink : ILogEventSink
    {
        public ConcurrentQueue<LogEvent> Events { get; } = [];

        public void Emit(LogEvent logEvent) => Events.Enqueue(logEvent);
    }
}
