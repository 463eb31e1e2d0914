using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using PodcastInsights.Web.Tests.Api.Description;

[assembly: AssemblyFixture(typeof(DescriptionPrograms))]

namespace PodcastInsights.Web.Tests.Api.Description;

/// <summary>An answer of an operation, to be held against its description.</summary>
internal sealed record GivenAnswer(string Operation, int Status, string MediaType, string Body);

/// <summary>
/// Redocly's linter and ajv, installed from npm into a folder of their own when the first test asks. Where npm is missing the tests that want
/// them are skipped, or fail where CI=true.
/// </summary>
public sealed class DescriptionPrograms : IDisposable
{
    private static readonly string[] Files = ["package.json", "package-lock.json", "check.mjs"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("description-");
    private readonly Lazy<Task<string?>> missing;

    public DescriptionPrograms() => missing = new(InstallAsync);

    public void Dispose() => folder.Delete(recursive: true);

    /// <returns>What is wrong, one sentence each.</returns>
    internal async Task<IReadOnlyList<string>> CheckAsync(string document, IEnumerable<GivenAnswer> answers)
    {
        if (await missing.Value is { } reason)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", reason);
            Assert.Fail(reason);
        }

        var (code, output, error) = await RunAsync("node", ["check.mjs"], JsonSerializer.Serialize(new { document, answers }, JsonSerializerOptions.Web));
        Assert.True(code == 0, error);
        return JsonSerializer.Deserialize<string[]>(output)!;
    }

    /// <returns>Why they are not there; null where they are.</returns>
    private async Task<string?> InstallAsync()
    {
        foreach (var file in Files)
        {
            File.Copy(Path.Combine(Artifacts.Root, "tests", "PodcastInsights.Web.Tests", "Api", "Description", file), Path.Combine(folder.FullName, file));
        }

        try
        {
            var (code, _, error) = await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], "");
            return code == 0 ? null : $"npm could not install what checks the description: {error}";
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
