using PodcastInsights.Core.Episodes;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PodcastInsights.Core.Importing;

/// <summary>The optional <c>speakers.yaml</c> at the top of a library folder: aliases and roles that no transcript can tell.</summary>
public static class SpeakersFile
{
    public const string FileName = "speakers.yaml";

    private const long MaxBytes = 4L << 20;

    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithEnforceRequiredMembers()
        .Build();

    /// <summary>
    /// The people listed. A missing file lists nobody; one with a mistake lists nobody and gives a diagnostic with its line.
    /// </summary>
    public static (IReadOnlyList<KnownSpeaker> Speakers, IReadOnlyList<Diagnostic> Diagnostics) Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (new FileInfo(path) is not { Exists: true, Length: > 0 } file)
        {
            return ([], []);
        }

        if (file.Length > MaxBytes)
        {
            return Nobody("speakers.too-large", 0, $"The file has {file.Length} bytes and may have {MaxBytes}. Nobody in it was taken.");
        }

        try
        {
            var entries = Yaml.Deserialize<List<Entry>?>(File.ReadAllText(path)) ?? [];
            return ([.. entries.Select(entry => new KnownSpeaker(entry.Name, entry.Aliases, entry.Show, entry.Role))], []);
        }
        catch (YamlException mistake)
        {
            var reason = mistake.InnerException?.Message ?? mistake.Message;
            return Nobody("speakers.invalid", (int)mistake.Start.Line, $"{reason} Nobody in this file was taken.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Nobody("speakers.unreadable", 0, exception.Message);
        }
    }

    private static (IReadOnlyList<KnownSpeaker>, IReadOnlyList<Diagnostic>) Nobody(string code, int line, string message) =>
        ([], [new Diagnostic(DiagnosticSeverity.Error, code, FileName, line, message)]);

    private sealed class Entry
    {
        public required string Name { get; init; }

        public List<string> Aliases { get; init; } = [];

        public string? Show { get; init; }

        public SpeakerRole? Role { get; init; }
    }
}
