using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Web.Commands;

/// <summary>Reads a folder into the library's store and prints what came of it.</summary>
public static class ImportCommand
{
    /// <summary>Stands for <c>--Import:Full=true</c>.</summary>
    private const string Full = "--full";

    /// <param name="settings">Further settings of the command line.</param>
    /// <returns>0 where all files were read, else 1.</returns>
    public static async Task<int> RunAsync(string folder, string[] settings, TextWriter output)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. settings.Select(setting => setting == Full ? "--Import:Full=true" : setting), "--Library:Transcripts", folder],
            ContentRootPath = AppContext.BaseDirectory,
        });
        var library = builder.AddLibrary();
        await using var app = builder.Build();
        var store = app.Services.GetRequiredService<ILibraryStore>();
        if (await store.EnsureUsableAsync(CancellationToken.None) is { } moved)
        {
            await output.WriteLineAsync($"{moved.Reason.Message} It was moved to {moved.Place}, and a new one is made.");
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };

        await output.WriteLineAsync($"{library.TranscriptsFolder} -> {store.Place}");
        using var bar = new ProgressBar(Console.Error, shown: !Console.IsErrorRedirected);
        try
        {
            var importer = app.Services.GetRequiredService<LibraryImporter>();
            var report = await importer.ImportAsync(library.TranscriptsFolder, LibraryImporter.MostWorkers, bar, stop.Token);
            bar.Clear();
            await output.WriteLineAsync(report.ToString());
            return report.Failed == 0 ? 0 : 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            bar.Clear();
            await output.WriteLineAsync("Stopped; what was written stays, and the next import goes on from there.");
            return 1;
        }
        catch (IOException gone)
        {
            bar.Clear();
            await output.WriteLineAsync(
                $"The folder cannot be read: {gone.Message} What was written stays, and the next import goes on from there.");
            return 1;
        }
    }
}
