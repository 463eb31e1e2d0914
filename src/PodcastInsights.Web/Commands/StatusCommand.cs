using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PodcastInsights.Core.Importing;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Commands;

/// <summary>Prints the status of the library from the database, whether it is being served or not.</summary>
internal static class StatusCommand
{
    private const int FilesAtOnce = 100;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Create(CommandSettings settings)
    {
        var json = new Option<bool>("--json") { Description = "Print the JSON that the API has at /api/v1/status." };
        var files = new Option<bool>("--files") { Description = "List the files as well, each with what is said of it." };
        var show = new Option<string>("--show") { Description = "Only files with an error, a warning or info, or those that are skipped." };
        show.AcceptOnlyFromAmong([.. FileQuestion.Choices]);
        var code = new Option<string>("--code") { Description = "Only files of which this is said: file.binary." };
        var text = new Option<string>("--text") { Description = "Only files with this in their path or in what is said of them." };
        var command = new Command("status", "Print how the library stands: folder, database, the last import, files and what is said of them.")
        {
            json, files, show, code, text,
        };
        command.SetAction((read, cancellation) =>
        {
            var question = FileQuestion.Of(read.GetValue(show), read.GetValue(code), read.GetValue(text));
            var lists = read.GetValue(files) || question != new FileQuestion(null, null, null);
            return RunAsync(settings, read.GetValue(json), lists ? question : null, read.InvocationConfiguration.Output, cancellation);
        });
        return command;
    }

    /// <param name="question">Filter for the list of files; null for no list.</param>
    /// <returns>0 if something was imported, else 1.</returns>
    private static async Task<int> RunAsync(
        CommandSettings settings, bool isJson, FileQuestion? question, TextWriter output, CancellationToken cancellationToken)
    {
        var builder = ConfiguredProgram.CreateBuilder(
            settings.WithDefault("Serilog:Text", "true").WithDefault("Serilog:MinimumLevel:Default", "Warning"));
        var library = builder.Configuration.GetSection(LibrarySettings.Section).Get<LibrarySettings>() ?? new LibrarySettings();
        if (!library.IsOnServers && !File.Exists(library.DatabaseFile))
        {
            await output.WriteLineAsync(
                $"Nothing was imported yet of {library.TranscriptsFolder}: there is no database {library.DatabaseFile}.");
            return CommandLine.Failed;
        }

        builder.AddLibrary();
        await using var app = builder.Build();
        var status = await app.Services.GetRequiredService<LibraryStatusReader>().ReadAsync(cancellationToken);
        var files = question is null ? null : await FilesAsync(app.Services.GetRequiredService<IImportReports>(), question, cancellationToken);
        if (isJson)
        {
            var response = StatusResponse.Of(status, details: true);
            await output.WriteLineAsync(files is null
                ? JsonSerializer.Serialize(response, Json)
                : JsonSerializer.Serialize(new { Status = response, Files = files.Select(ReportedFileResponse.Of) }, Json));
        }
        else
        {
            await StatusText.WriteAsync(status, files ?? [], output);
        }

        return status.Import is null ? CommandLine.Failed : 0;
    }

    private static async Task<IReadOnlyList<StoredFileReport>> FilesAsync(
        IImportReports reports, FileQuestion question, CancellationToken cancellationToken)
    {
        var (files, after) = (new List<StoredFileReport>(), default(string));
        do
        {
            var part = await reports.FilesAsync(question.Filter, after, FilesAtOnce, cancellationToken);
            files.AddRange(part.Items);
            after = part.Next;
        }
        while (after is not null);

        return files;
    }
}
