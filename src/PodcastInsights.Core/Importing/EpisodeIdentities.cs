using System.Security.Cryptography;
using System.Text;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>Who the names in an episode are, as the whole library tells.</summary>
internal sealed class EpisodeIdentities
{
    private readonly Dictionary<string, SpeakerIdentity> identities;

    public EpisodeIdentities(IEnumerable<Appearance> appearances, SpeakerDirectory directory) =>
        identities = appearances.ToDictionary(appearance => appearance.Name, directory.Identify, StringComparer.Ordinal);

    private EpisodeIdentities() => identities = [];

    /// <summary>Nothing is known of any name: each speaker is as the file says.</summary>
    public static EpisodeIdentities None { get; } = new();

    /// <summary>Of all that was learnt: another one where any name is somebody else.</summary>
    public string Stamp
    {
        get
        {
            var text = string.Join(
                '\n', identities.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}\t{pair.Value}"));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
        }
    }

    /// <summary>Gives each speaker the person's slug, and the role that <c>speakers.yaml</c> has.</summary>
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

    /// <summary>Says of each name that is another's why.</summary>
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
