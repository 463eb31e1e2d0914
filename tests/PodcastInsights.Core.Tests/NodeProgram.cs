using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace PodcastInsights.Core.Tests;

/// <summary>
/// A Node.js script and its npm packages, installed from the lock file into a temporary folder when the first test needs them. Without npm
/// these tests are skipped, or fail if CI=true.
/// </summary>
internal sealed class NodeProgram : IDisposable
{
    private readonly string source;
    private readonly string script;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("node-");
    private readonly Lazy<Task<string?>> missing;

    /// <param name="source">The folder, below that of the tests, with package.json, package-lock.json and the script.</param>
    public NodeProgram(string source, string script)
    {
        this.source = Path.Combine(AppContext.BaseDirectory, source);
        this.script = script;
        missing = new(InstallAsync);
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <returns>What the script writes for the input.</returns>
    public async Task<string> RunAsync(string input)
    {
        if (await missing.Value is { } reason)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", reason);
            Assert.Fail(reason);
        }

        var (code, output, error) = await StartAsync("node", [script], input);
        Assert.True(code == 0, error);
        return output;
    }

    /// <returns>Why it cannot run; null where it can.</returns>
    private async Task<string?> InstallAsync()
    {
        foreach (var file in new[] { "package.json", "package-lock.json", script })
        {
            File.Copy(Path.Combine(source, file), Path.Combine(folder.FullName, file));
        }

        try
        {
            var (code, _, error) = await StartAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], "");
            return code == 0 ? null : $"npm could not install what {script} wants: {error}";
        }
        catch (Win32Exception none)
        {
            return $"npm is missing (Debian: nodejs, npm): {none.Message}";
        }
    }

    private async Task<(int Code, string Output, string Error)> StartAsync(string program, IEnumerable<string> arguments, string input)
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
