using Microsoft.Extensions.DependencyInjection;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Web.Tests;

/// <summary>Edits files of an app's library and imports them directly, without waiting for the watcher.</summary>
internal static class EditedLibrary
{
    /// <summary>A made-up transcript that tests edit.</summary>
    public const string Talk = """
        # Wheat and boats

        **Petra:** Welcome to the show about wheat and boats, everybody.

        **Mira:** Thank you. I never said that wheat is bad for you, whatever the papers wrote about it.

        **Petra:** So what is bad for a wooden boat, in your view?

        **Mira:** A dry summer is bad for it, and an owner who paints over every leak instead of listening.

        **Petra:** Good tides to everybody who listened.
        """;

    public static async Task<WebApp> StartAsync(string name = "Wheat.md", string text = Talk, bool keepEarlierWords = true)
    {
        var app = new WebApp(new()
        {
            ["Library:Watch"] = "false",
            ["Library:KeepEarlierWords"] = $"{keepEarlierWords}",
            ["RateLimit:PermitsPerMinute"] = "0",
        });
        Directory.CreateDirectory(app.Transcripts);
        await File.WriteAllTextAsync(Path.Combine(app.Transcripts, name), text);
        await app.InitializeAsync();
        return app;
    }

    public static async Task EditAsync(this WebApp app, string name, string text)
    {
        await File.WriteAllTextAsync(Path.Combine(app.Transcripts, name), text);
        await app.ImportAsync();
    }

    public static Task ImportAsync(this WebApp app) =>
        app.Services.GetRequiredService<LibraryImporter>().ImportAsync(app.Transcripts, 1, null, CancellationToken.None);
}
