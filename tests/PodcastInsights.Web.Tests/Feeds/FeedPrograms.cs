using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using PodcastInsights.Core.Tests;
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

    private readonly NodeProgram feedsmith = new(Path.Combine("Feeds", "ReadBack"), "read-feeds.mjs");

    public void Dispose() => feedsmith.Dispose();

    /// <returns>What is wrong with the document; empty for nothing.</returns>
    internal static async Task<string> ValidateAsync(byte[] atom)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, atom);
            using var jing = Process.Start(new ProcessStartInfo("jing", ["-c", Path.Combine(Sources, "atom.rnc"), file]) { RedirectStandardOutput = true })!;
            var said = await jing.StandardOutput.ReadToEndAsync();
            await jing.WaitForExitAsync();
            return said;
        }
        catch (Win32Exception none)
        {
            var reason = $"jing is missing (Debian: jing): {none.Message}";
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", reason);
            Assert.Fail(reason);
            return reason;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <returns>For each feed its <c>format</c> and the <c>feed</c> as feedsmith reads it.</returns>
    internal async Task<IReadOnlyList<JsonElement>> ReadAsync(params IEnumerable<string> feeds)
    {
        using var read = JsonDocument.Parse(await feedsmith.RunAsync(JsonSerializer.Serialize(feeds)));
        return [.. read.RootElement.EnumerateArray().Select(static feed => feed.Clone())];
    }
}
