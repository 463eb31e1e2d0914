using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using PodcastInsights.Web.Tests.Feeds;

[assembly: AssemblyFixture(typeof(FeedPrograms))]

namespace PodcastInsights.Web.Tests.Feeds;

/// <summary>
/// Programs of others that read feeds: jing, which holds Atom against a schema, and feedsmith from npm, installed when the first test asks. Where
/// one is missing the tests that want it are skipped, or fail where CI=true.
/// </summary>
public sealed class FeedPrograms : IDisposable
{
    private static readonly string Sources = Path.Combine(AppContext.BaseDirectory, "Feeds", "ReadBack");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("read-feeds-");
    private readonly Lazy<Task<string?>> missing;

    public FeedPrograms() => missing = new(InstallAsync);

    public void Dispose() => folder.Delete(recursive: true);

    /// <returns>What is wrong with the document; empty for nothing.</returns>
    internal async Task<string> ValidateAsync(byte[] atom)
    {
        var file = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.atom");
        await File.WriteAllBytesAsync(file, atom);
        try
        {
            return (await RunAsync("jing", ["-c", Path.Combine(Sources, "atom.rnc"), file], "")).Output;
        }
        catch (Win32Exception none)
        {
            return SkipOrFail($"jing is missing (Debian: jing): {none.Message}");
        }
    }

    /// <returns>For each feed its <c>format</c> and the <c>feed</c> as feedsmith reads it.</returns>
    internal async Task<IReadOnlyList<JsonElement>> ReadAsync(params IEnumerable<string> feeds)
    {
        if (await missing.Value is { } reason)
        {
            SkipOrFail(reason);
        }

        var (code, output, error) = await RunAsync("node", ["read-feeds.mjs"], JsonSerializer.Serialize(feeds));
        Assert.True(code == 0, error);
        return [.. JsonDocument.Parse(output).RootElement.EnumerateArray()];
    }

    private static string SkipOrFail(string reason)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", reason);
        Assert.Fail(reason);
        return reason;
    }

    /// <returns>Why it is not there; null where it is.</returns>
    private async Task<string?> InstallAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Sources))
        {
            File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
        }

        try
        {
            var (code, _, error) = await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], "");
            return code == 0 ? null : $"npm could not install feedsmith: {error}";
        }
        catch (Win32Exception none)
        {
            return $"npm is missing (Debian: nodejs, npm): {none.Message}";
        }
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string program, IEnumerable<string> arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
