using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PodcastInsights.Core.Citation.Styles;
using PodcastInsights.Core.Tests.Citation.Styles.ReadBack;

[assembly: AssemblyFixture(typeof(CitationPrograms))]

namespace PodcastInsights.Core.Tests.Citation.Styles.ReadBack;

/// <summary>
/// citation-js and citeproc, installed from npm into a folder of their own when the first test asks. Where npm is missing the tests that
/// want them are skipped, or fail where CI=true.
/// </summary>
public sealed class CitationPrograms : IDisposable
{
    private static readonly string[] Files = ["package.json", "package-lock.json", "read-back.mjs"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("read-back-");
    private readonly Lazy<Task<string?>> missing;

    public CitationPrograms() => missing = new(InstallAsync);

    public void Dispose() => folder.Delete(recursive: true);

    /// <returns>For each: <c>bib</c>, <c>ris</c> and <c>csl</c> as lists of CSL items, and <c>styles</c> by the name of ours.</returns>
    public async Task<IReadOnlyList<JsonNode>> ReadAsync(IReadOnlyList<Reference> references)
    {
        if (await missing.Value is { } reason)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", reason);
            Assert.Fail(reason);
        }

        var input = JsonSerializer.Serialize(references.Select(reference => new
        {
            bib = ReferenceFile.Named("bib").Write(reference),
            ris = ReferenceFile.Named("ris").Write(reference),
            csl = ReferenceFile.Named("csl.json").Write(reference),
            locator = reference.Time?.ToString(),
        }));
        var (code, output, error) = await RunAsync("node", ["read-back.mjs"], input);
        Assert.True(code == 0, error);
        var read = JsonNode.Parse(output)!.AsArray().OfType<JsonNode>().ToList();
        Assert.Equal(references.Count, read.Count);
        return read;
    }

    /// <returns>Why they are not there; null where they are.</returns>
    private async Task<string?> InstallAsync()
    {
        foreach (var file in Files)
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Citation", "Styles", "ReadBack", file), Path.Combine(folder.FullName, file));
        }

        try
        {
            var (code, _, error) = await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], "");
            return code == 0 ? null : $"npm could not install citation-js and citeproc: {error}";
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
