using System.Security.Cryptography;
using System.Text;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>Maps the speaker names of one episode to people, as worked out over the whole library.</summary>
internal sealed class EpisodeIdentities
{
    private readonly Dictionary<string, SpeakerIdentity> identities;

    public EpisodeIdentities(IEnumerable<Appearance> appearances, SpeakerDirectory directory) =>
        identities = appearances.ToDictionary(appearance => appearance.Name, directory.Identify, StringComparer.Ordinal);

    private EpisodeIdentities() => identities = [];

    /// <summary>Maps no name: each speaker is who the file says.</summary>
    public static EpisodeIdentities None { get; } = new();

    /// <summary>Hash of the whole mapping: two mappings with the same stamp are equal.</summary>
    public string Stamp
    {
        get
        {
            var text = string.Join(
                '\n', identities.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}\t{pair.Value}"));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
        }
    }

    /// <summary>Gives each speaker the slug of the person, and the role from <c>speakers.yaml</c>.</summary>
    public List<Speaker> Apply(IReadOnlyList<Speaker> speakers) =>
    [
        .. speakers.Select(speaker => identities.TryGetValue(speaker.Name, out var identity)
            ? speaker with
            {
                Slug = identity.Slug,
                Role = identity.Role ?? speaker.Role,
                Person = identity.Reason is null ? null : identity.Name,
            }
            : speaker),
    ];

    /// <summary>A diagnostic for each name that was mapped to another, with the reason.</summary>
    public IEnumerable<Diagnostic> Explain(string path, IReadOnlyList<Speaker> speakers)
    {
        foreach (var speaker in speakers)
        {
            if (identities.TryGetValue(speaker.Name, out var identity) && identity.Reason is { } reason)
            {
                yield return new Diagnostic(
                    DiagnosticSeverity.Info,
                    "speaker.merged",
                    path,
                    0,
                    $"'{speaker.Name}' is taken to be {identity.Name}: {reason}.");
            }
        }
    }
}
