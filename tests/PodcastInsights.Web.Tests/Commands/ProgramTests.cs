using System.Diagnostics;

namespace PodcastInsights.Web.Tests.Commands;

/// <summary>Runs the program as a process.</summary>
public sealed class ProgramTests : IDisposable
{
    /// <summary>Only a hanging process takes this long.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly string folder = Directory.CreateTempSubdirectory("podcast-insights-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task An_unknown_environment_variable_ends_the_start_before_anything_is_written()
    {
        var (exitCode, output, errors) = await RunAsync(
            [], new() { ["Library__Transcript"] = "talks", ["LIBARY__DATABASE"] = "x.db", ["Another__Program"] = "1" });

        Assert.Equal(2, exitCode);
        Assert.Contains("Library__Transcript in the environment is not a setting. Did you mean Library__Transcripts?", errors, StringComparison.Ordinal);
        Assert.Contains("Did you mean Library__Database?", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Another", errors, StringComparison.Ordinal);
        Assert.Empty(output);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task Help_and_version_write_nothing()
    {
        var (exitCode, output, _) = await RunAsync(["--help"], []);
        Assert.Equal(0, exitCode);
        Assert.Contains("Library__Transcripts", output, StringComparison.Ordinal);

        (exitCode, output, _) = await RunAsync(["--version"], []);
        Assert.Equal(0, exitCode);
        Assert.Matches(@"^[0-9]+\.[0-9]+\.[0-9]+", output);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task An_import_reads_its_settings_from_the_environment_and_prints_plain_lines()
    {
        var library = Path.Combine(folder, "library");
        SampleLibrary.Write(library);
        var (exitCode, output, errors) = await RunAsync(
            ["import"], new() { ["Library__Transcripts"] = library, ["LIBRARY__DATABASE"] = Path.Combine(folder, "data", "library.db") });

        Assert.Equal(0, exitCode);
        Assert.StartsWith($"{library} -> {Path.Combine(folder, "data", "library.db")}", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\r[", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("{\"", output + errors, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(string[] words, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["HOME"] = folder, ["DOTNET_NOLOGO"] = "1", ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        start.ArgumentList.Add(typeof(CommandTests).Assembly.Location.Replace("PodcastInsights.Web.Tests.dll", "PodcastInsights.Web.dll", StringComparison.Ordinal));
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Longest);
        return (process.ExitCode, await output, await errors);
    }
}
