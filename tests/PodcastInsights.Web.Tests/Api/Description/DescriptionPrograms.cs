using System.Text.Json;
using PodcastInsights.Core.Tests;
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
    private readonly NodeProgram program = new(Path.Combine("Api", "Description"), "check.mjs");

    public void Dispose() => program.Dispose();

    /// <returns>What is wrong, one sentence each.</returns>
    internal async Task<IReadOnlyList<string>> CheckAsync(string document, IEnumerable<GivenAnswer> answers) => JsonSerializer.Deserialize<string[]>(
        await program.RunAsync(JsonSerializer.Serialize(new { document, answers }, JsonSerializerOptions.Web)))!;
}
