using System.Security.Cryptography;
using System.Text;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Importing;

/// <summary>Who the names in an episode are, as the whole library tells.</summary>
internal sealed class EpisodeIdentities
{
    private readonly Dictionary<string, SpeakerIdentity> identities;

    public EpisodeIdentities(IEnumerable<Appearance> appearances, SpeakerDirectory directory) =>
        identities = appearances.ToDictionary(appearance => appearance.Name, directory.Identify, StringComparer.Ordinal);

    /// <summary>What an episode's files hash to, with what was learnt elsewhere of those who speak in them.</summary>
    public string Hash(string filesHash)
    {
        var text = string.Join(
            '\n', identities.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}\t{pair.Value}"));
        return $"{filesHash}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8))}";
    }

    /// <summary>Gives each speaker the person's slug, and says of each name that is another's why.</summary>
    public Edition Apply(Edition edition)
    {
        var diagnostics = edition.Diagnostics.ToList();
        var speakers = new List<Speaker>(edition.Speakers.Count);
        foreach (var speaker in edition.Speakers)
        {
            if (!identities.TryGetValue(speaker.Name, out var identity))
            {
                speakers.Add(speaker);
                continue;
            }

            speakers.Add(speaker with
            {
                Slug = identity.Slug,
                Role = identity.Role ?? speaker.Role,
                Person = identity.Reason is null ? null : identity.Name,
            });
            if (identity.Reason is { } reason)
            {
                diagnostics.Add(new Diagnostic(
                    DiagnosticSeverity.Info,
                    "speaker.merged",
                    edition.Path,
                    0,
                    $"'{speaker.Name}' is taken to be {identity.Name}: {reason}."));
            }
        }

        return edition with { Speakers = speakers, Diagnostics = diagnostics };
    }
}
