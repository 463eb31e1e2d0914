using System.CommandLine;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Web.Commands;

/// <summary>Imports a folder into the library's store and prints the report.</summary>
internal static class ImportCommand
{
    public static Command Create(CommandSettings settings)
    {
        var folder = new Argument<DirectoryInfo>("FOLDER")
        {
            Description = "The folder of transcripts; without one it is Library:Transcripts.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        folder.AcceptExistingOnly();
        var full = new Option<bool>("--full") { Description = "Read and hash every file, also those that seem unchanged." };
        var command = new Command("import", "Read the folder's transcripts into the database, print what came of it, and end.") { folder, full };
        command.SetAction((read, _) => RunAsync(
            read.GetValue(folder) is { } given ? settings.With("Library:Transcripts", given.FullName) : settings,
            read.GetValue(full),
            read.InvocationConfiguration.Output));
        return command;
    }

    /// <returns>0 if all files were read, else 1.</returns>
    private static async Task<int> RunAsync(CommandSettings settings, bool isFull, TextWriter output)
    {
        var builder = ConfiguredProgram.CreateBuilder(
            (isFull ? settings.With("Import:Full", "true") : settings)
            .WithDefault("Serilog:Text", "true")
            .WithDefault("Serilog:MinimumLevel:Default", "Warning"));
        var library = builder.AddLibrary();
        await using var app = builder.Build();
        var store = app.Services.GetRequiredService<ILibraryStore>();
        await output.WriteLineAsync($"{library.TranscriptsFolder} -> {store.Place}");
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

        using var progress = new ImportProgressLine(Console.Error, Console.IsErrorRedirected, app.Services.GetRequiredService<TimeProvider>());
        try
        {
            var importer = app.Services.GetRequiredService<LibraryImporter>();
            var report = await importer.ImportAsync(library.TranscriptsFolder, LibraryImporter.MostWorkers, progress, stop.Token);
            progress.Clear();
            await output.WriteAsync(report.ToString());
            await output.WriteLineAsync("The command status and the page /status list every file with its diagnostics.");
            return report.Failed == 0 ? 0 : CommandLine.Failed;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            progress.Clear();
            await output.WriteLineAsync("Stopped; what was written stays, and the next import goes on from there.");
            return CommandLine.Failed;
        }
        catch (IOException gone)
        {
            progress.Clear();
            await output.WriteLineAsync(
                $"The folder cannot be read: {gone.Message} What was written stays, and the next import goes on from there.");
            return CommandLine.Failed;
        }
    }
}
