using System.CommandLine;
using PodcastInsights.Web.Library;

namespace PodcastInsights.Web.Commands;

/// <summary>Serves the library until the process is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create(CommandSettings settings)
    {
        var command = new Command("serve", "Serve the library; this is what happens without a command.");
        command.SetAction((_, cancellation) => RunAsync(settings, cancellation));
        return command;
    }

    public static async Task<int> RunAsync(CommandSettings settings, CancellationToken cancellationToken)
    {
        var builder = ConfiguredProgram.CreateBuilder(settings);
        builder.AddPodcastInsights();
        await using var app = builder.Build();
        app.Services.GetRequiredService<LibraryStart>().Begin();
        app.UsePodcastInsights();
        await app.RunAsync(cancellationToken);
        return Environment.ExitCode;
    }
}
