using PodcastInsights.Core.Episodes;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PodcastInsights.Core.Importing;

/// <summary>The optional <c>speakers.yaml</c> at the top of a library folder: aliases and roles that no transcript can tell.</summary>
internal static class SpeakersFile
{
    public const string FileName = "speakers.yaml";

    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithEnforceRequiredMembers()
        .Build();

    /// <summary>Reads the file. A missing file lists nobody; a file with a mistake lists nobody and gives a diagnostic with its line.</summary>
    public static (IReadOnlyList<KnownSpeaker> Speakers, IReadOnlyList<Diagnostic> Diagnostics) Read(string folder)
    {
        var problems = new List<Diagnostic>();
        return (SideFile.Read(folder, Path.Combine(folder, FileName), "speakers", Parse, problems) ?? [], problems);
    }

    private static List<KnownSpeaker> Parse(string text)
    {
        try
        {
            var entries = Yaml.Deserialize<List<Entry?>?>(text) ?? [];
            return [.. entries.OfType<Entry>().Select(entry => new KnownSpeaker(entry.Name, entry.Aliases ?? [], entry.Show, entry.Role))];
        }
        catch (YamlException mistake)
        {
            // Messages of the YAML scanner are about the text; all others are about types of this program.
            var reason = mistake is SyntaxErrorException or SemanticErrorException
                ? $"{WithoutPosition(mistake.Message).TrimEnd('.')}."
                : "An entry is a mapping with the member 'name' and, where they are wanted, 'aliases' (a list of names), 'show' and "
                    + "'role' (host, guest or other); this is something else.";
            throw new SideFileException((int)mistake.Start.Line, reason, mistake);
        }
    }

    private static string WithoutPosition(string message) =>
        message.StartsWith('(') && message.IndexOf("): ", StringComparison.Ordinal) is > 0 and var end ? message[(end + 3)..] : message;

    private sealed class Entry
    {
        public required string Name { get; init; }

        public List<string>? Aliases { get; init; }

        public string? Show { get; init; }

        public SpeakerRole? Role { get; init; }
    }
}
