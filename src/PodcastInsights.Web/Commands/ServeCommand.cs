namespace PodcastInsights.Web.Commands;

/// <summary>Serves the library until the process is told to stop.</summary>
public static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,

            // Settings, styles and seeds lie beside the program, from whatever folder it is started.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.AddPodcastInsights();
        await using var app = builder.Build();
        app.UsePodcastInsights();
        await app.RunAsync();
        return Environment.ExitCode;
    }
}
