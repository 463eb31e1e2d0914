using System.Text.Json;
using PodcastInsights.Web.Commands;

namespace PodcastInsights.Web.Tests.Commands;

public sealed class CommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("podcast-insights-").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Library => Path.Combine(folder, "library");

    private string Database => Path.Combine(folder, "data", "library.db");

    [Theory]
    [InlineData("sing", "'sing' is no command. --help says what there is.")]
    [InlineData("imprt {library}", "'imprt' is no command. Did you mean import?")]
    [InlineData("import {library} more", "'more' is one word too many of import.")]
    [InlineData("import {library} --ful", "--ful is not known. Did you mean --full?")]
    [InlineData("import {library} -f", "'-f' is no option of import.")]
    [InlineData("import {library} --json", "'--json' is no option of import.")]
    [InlineData("import /no/such/folder", "'/no/such/folder'")]
    [InlineData("check", "'check'")]
    [InlineData("status --show everything", "'everything'")]
    [InlineData("fetch https://pods.example/feed.xml", "'fetch'")]
    [InlineData("fetch https://pods.example/feed.xml {library} --latest none", "--latest needs a value")]
    [InlineData("fetch https://pods.example/feed.xml {library} --langauges en", "--langauges is not known. Did you mean --languages?")]
    [InlineData("--hlep", "--hlep is not known. Did you mean --help?")]
    [InlineData("--Library:Transcript x", "Library:Transcript is not a setting. Did you mean Library:Transcripts?")]
    [InlineData("import {library} --library:transcirpts=x", "library:transcirpts is not a setting. Did you mean Library:Transcripts?")]
    [InlineData("serve --Transcripts x", "Transcripts is not a setting. Did you mean Library:Transcripts?")]
    [InlineData("--Libary:Database x", "Libary:Database is not a setting. Did you mean Library:Database?")]
    [InlineData("--Zyzzyva:Quux x", "Zyzzyva:Quux is not a setting. --help lists them all.")]
    [InlineData("--url http://localhost:1", "url is not a setting. Did you mean urls?")]
    [InlineData("--Library:Watch", "Library:Watch needs a value.")]
    [InlineData("--Library:Watch --Request:Seconds 5", "Library:Watch needs a value.")]
    [InlineData("--Library:Transcripts /no/such/folder", "Library:Transcripts: there is no folder")]
    [InlineData("import {library} --Library:Watch maybe", "Library:Watch: 'maybe' is not true or false.")]
    [InlineData("import {library} --Import:FileLines many", "Import:FileLines: 'many' is not a whole number.")]
    [InlineData("check {library} --Import:FileSeconds 0", "Import:FileSeconds: 0 is not from 1 to 3600.")]
    [InlineData("status --Proxy:Trusted nginx", "Proxy:Trusted: 'nginx' is neither")]
    [InlineData("--Status:DetailsFor me", "Status:DetailsFor: 'me' is neither")]
    [InlineData("{library}", "To serve that folder: --Library:Transcripts")]
    [InlineData("--urls https://localhost:5001", "urls: 'https://localhost:5001' needs a certificate")]
    [InlineData("--urls localhost", "urls: 'localhost' is not an address")]
    [InlineData("--urls http://localhost:99999", "urls: 'http://localhost:99999' is not an address")]
    [InlineData("--Serilog:MinimumLevel:Default Loud", "Serilog:MinimumLevel:Default: 'Loud' is none of")]
    [InlineData("--Serilog:MinimumLevel:Defalt Warning", "Did you mean Serilog:MinimumLevel:Default?")]
    public async Task An_unknown_argument_is_reported_and_nothing_is_written(string typed, string reason)
    {
        Directory.CreateDirectory(Library);
        string[] words = [.. typed.Replace("{library}", Library, StringComparison.Ordinal).Split(' '), $"--Library:Database={Database}"];

        Assert.Equal(2, await CommandLine.RunAsync(words, output, errors));

        Assert.Contains(reason, errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(output.ToString());
        Assert.Equal([Library], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task All_invalid_settings_are_reported_together()
    {
        Assert.Equal(2, await RunAsync("--Request:Seconds", "0", "--Import:FileTurns", "0", "--urls", "here"));
        Assert.Equal(3, errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Help_lists_the_commands_and_every_setting()
    {
        Assert.Equal(0, await RunAsync("--help"));
        var help = output.ToString();
        Assert.All(["serve", "import", "fetch", "check", "status"], command => Assert.Contains($"\n  {command} ", help, StringComparison.Ordinal));
        Assert.All(["--Library:Transcripts", "--Library:PollSeconds", "[default: 60]", "--urls"], text => Assert.Contains(text, help, StringComparison.Ordinal));
        Assert.Equal(0, await RunAsync("import", "--help"));
        Assert.Contains("--full", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync("--version"));
    }

    [Fact]
    public async Task An_import_reports_in_a_few_lines_and_ends_with_zero()
    {
        SampleLibrary.Write(Library);
        Assert.Equal(0, await RunAsync("import", Library));
        var text = output.ToString();
        Assert.Contains($"{SampleLibrary.EpisodeCount} episodes written", text, StringComparison.Ordinal);
        Assert.InRange(text.Split('\n').Length, 3, 12);
        Assert.DoesNotContain("{\"", text, StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync("import", Library));
        Assert.Contains($"{SampleLibrary.EpisodeCount} unchanged", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_and_options_stand_anywhere_and_the_folder_may_be_a_setting()
    {
        SampleLibrary.Write(Library);
        Assert.Equal(0, await RunAsync("--Import:FileSeconds=60", "import", "--full", "--Library:Transcripts", Library));
        Assert.True(File.Exists(Database));
        Assert.Equal(0, await RunAsync("import", "--full", Library));
        Assert.Contains($"{SampleLibrary.EpisodeCount} unchanged", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_with_an_unreadable_file_names_it_and_ends_with_one()
    {
        SampleLibrary.Write(Library);
        await File.WriteAllBytesAsync(Path.Combine(Library, "binary.md"), [0x41, 0x00, 0x42]);
        Assert.Equal(1, await RunAsync("import", Library));
        Assert.Contains("binary.md:1: file.binary:", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_prints_diagnostics_with_file_and_line_and_writes_nothing()
    {
        SampleLibrary.Write(Library);
        var file = Path.Combine(Library, "Mira Okafor.md");
        Assert.Equal(0, await RunAsync("check", file));
        Assert.Matches($"(?m)^{System.Text.RegularExpressions.Regex.Escape(file)}:[0-9]+: (info|warning) [a-z.-]+: ", output.ToString());
        Assert.Matches(@"archive \(100 % of \d+ lines\), en, \d+ turns, \d+ diagnostics; .+ \(host, \d+\)", output.ToString());
        Assert.Equal(1, await RunAsync("check", Path.Combine(folder, "absent.md")));
        Assert.Contains("absent.md:0: error", output.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Database));
    }

    [Fact]
    public async Task What_a_file_says_does_not_control_the_terminal()
    {
        Directory.CreateDirectory(Library);
        var file = Path.Combine(Library, "Esc \u001b[31m.md");
        await File.WriteAllTextAsync(file, "---\ndate: \"20\\e[2J\"\n---\nAda (00:00:01):\nWelcome back.\n\nBo (00:00:05):\nThank you.\n");
        Assert.Equal(0, await RunAsync("check", file));
        Assert.Contains("20?[2J", output.ToString(), StringComparison.Ordinal);
        await File.WriteAllBytesAsync(Path.Combine(Library, "No\u001b[2Jtext.md"), [0x41, 0x00]);
        await RunAsync("import", Library);
        Assert.Contains("No?[2Jtext.md:1: file.binary", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(output.ToString(), letter => char.IsControl(letter) && letter is not ('\r' or '\n'));
    }

    [Fact]
    public async Task A_check_of_a_folder_reads_what_an_import_would()
    {
        SampleLibrary.Write(Library);
        await File.WriteAllTextAsync(Path.Combine(Library, "cover.jpg"), "");
        Assert.Equal(0, await RunAsync("check", Library));
        Assert.Contains(Path.Combine(Library, "Mira Okafor.md"), output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("cover.jpg", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_takes_the_limits_that_are_set()
    {
        SampleLibrary.Write(Library);
        Assert.Equal(1, await RunAsync("check", Path.Combine(Library, "Mira Okafor.md"), "--Import:FileLines", "1"));
        Assert.Contains("error", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_anything_was_imported_the_status_says_so_and_writes_nothing()
    {
        Directory.CreateDirectory(Library);
        Assert.Equal(1, await RunAsync("status", "--Library:Transcripts", Library));
        Assert.Contains("Nothing was imported yet", output.ToString(), StringComparison.Ordinal);
        Assert.Equal([Library], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task The_status_says_what_the_last_import_found()
    {
        SampleLibrary.Write(Library);
        await File.WriteAllBytesAsync(Path.Combine(Library, "binary.md"), [0x41, 0x00, 0x42]);
        await RunAsync("import", Library);

        Assert.Equal(0, await RunAsync("status", "--Library:Transcripts", Library));
        Assert.All(
            [Library, Database, $"Episodes     {SampleLibrary.EpisodeCount}", "1 failed", "error    file.binary ×1 in 1 file"],
            text => Assert.Contains(text, output.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain("binary.md", output.ToString(), StringComparison.Ordinal);

        Assert.Equal(0, await RunAsync("status", "--show", "error", "--Library:Transcripts", Library));
        Assert.Contains("binary.md: no format", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Mira Okafor.md", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_status_is_JSON_where_it_is_asked_for()
    {
        SampleLibrary.Write(Library);
        await RunAsync("import", Library);

        Assert.Equal(0, await RunAsync("status", "--json", "--Library:Transcripts", Library));
        using var status = JsonDocument.Parse(output.ToString());
        Assert.Equal(SampleLibrary.EpisodeCount, status.RootElement.GetProperty("episodes").GetInt32());
        Assert.Equal(Library, status.RootElement.GetProperty("folder").GetString());

        Assert.Equal(0, await RunAsync("status", "--json", "--files", "--Library:Transcripts", Library));
        using var files = JsonDocument.Parse(output.ToString());
        Assert.Contains(files.RootElement.GetProperty("files").EnumerateArray(), file => file.GetProperty("path").GetString() == "Mira Okafor.md");
    }

    private Task<int> RunAsync(params string[] words)
    {
        output.GetStringBuilder().Clear();
        errors.GetStringBuilder().Clear();
        return CommandLine.RunAsync([.. words, $"--Library:Database={Database}"], output, errors);
    }
}
