using PodcastInsights.Web.Commands;

namespace PodcastInsights.Web.Tests.Commands;

public sealed class CommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("podcast-insights-").FullName;
    private readonly StringWriter output = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("", "serve")]
    [InlineData("--urls http://localhost:1", "serve")]
    [InlineData("import talks", "import talks")]
    [InlineData("import talks --Library:Database x.db", "import talks")]
    [InlineData("import talks --full --Library:Database x.db", "import talks")]
    [InlineData("check a.md b.md", "check a.md b.md")]
    [InlineData("fetch feed.xml talks --latest 3", "fetch feed.xml talks --latest 3")]
    [InlineData("import", "")]
    [InlineData("import a b", "")]
    [InlineData("check", "")]
    [InlineData("sing", "")]
    public void A_command_line_says_what_to_do(string typed, string understood) =>
        Assert.Equal(understood, string.Join(' ', CommandLine.Parse(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    [Fact]
    public async Task An_import_reports_and_ends_with_zero()
    {
        SampleLibrary.Write(Path.Combine(folder, "library"));
        Assert.Equal(0, await ImportAsync());
        Assert.Contains($"{SampleLibrary.EpisodeCount} episodes written", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await ImportAsync());
        Assert.Contains($"{SampleLibrary.EpisodeCount} unchanged", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_import_takes_the_settings_that_follow_it()
    {
        SampleLibrary.Write(Path.Combine(folder, "library"));
        Assert.Equal(0, await ImportAsync("--full"));
        Assert.True(File.Exists(Path.Combine(folder, "library.db")));
        Assert.Equal(0, await ImportAsync("--full"));
        Assert.Contains($"{SampleLibrary.EpisodeCount} unchanged", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_with_an_unreadable_file_ends_with_one()
    {
        SampleLibrary.Write(Path.Combine(folder, "library"));
        await File.WriteAllBytesAsync(Path.Combine(folder, "library", "binary.md"), [0x41, 0x00, 0x42]);
        Assert.Equal(1, await ImportAsync());
        Assert.Contains("binary.md", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_prints_diagnostics_with_file_and_line()
    {
        SampleLibrary.Write(folder);
        var file = Path.Combine(folder, "Mira Okafor.md");
        Assert.Equal(0, await CheckCommand.RunAsync([file], output));
        Assert.Matches($"(?m)^{System.Text.RegularExpressions.Regex.Escape(file)}:[0-9]+: (info|warning) [a-z.-]+: ", output.ToString());
        Assert.Matches(@"archive \(100 % of \d+ lines\), en, \d+ turns, \d+ diagnostics; .+ \(host, \d+\)", output.ToString());
        Assert.Equal(1, await CheckCommand.RunAsync([Path.Combine(folder, "absent.md")], output));
        Assert.Contains("absent.md:0: error", output.ToString(), StringComparison.Ordinal);
    }

    private Task<int> ImportAsync(params string[] switches) =>
        ImportCommand.RunAsync(Path.Combine(folder, "library"), [.. switches, "--Library:Database", Path.Combine(folder, "library.db")], output);
}
