using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>A name in an episode, as its transcript gives it.</summary>
public sealed record Appearance(EpisodeSlug Episode, string? Show, string Name, SpeakerRole Role);

/// <summary>A person listed in the library's <c>speakers.yaml</c>.</summary>
/// <param name="Show">The only show in which the aliases mean this person; null for all shows.</param>
/// <param name="Role">The person's role; null where the transcripts decide.</param>
internal sealed record KnownSpeaker(string Name, IReadOnlyList<string> Aliases, string? Show, SpeakerRole? Role);

/// <summary>The person that a name in an episode belongs to.</summary>
/// <param name="Name">The person's name, which may differ from the episode's spelling.</param>
/// <param name="Role">The role in <c>speakers.yaml</c>; null where the transcripts decide.</param>
/// <param name="Reason">Why the name was mapped to another; null where it was not.</param>
internal sealed record SpeakerIdentity(EpisodeSlug Slug, string Name, SpeakerRole? Role, string? Reason);

/// <summary>
/// Maps names to people across episodes. Names that differ in case only are one person. The first name of a host alone is that host, in the
/// same show, where only one host has it. Everything else is decided by <c>speakers.yaml</c> or stays separate. A machine's names
/// (<c>Speaker 3</c>) are different people in each episode.
/// </summary>
internal sealed class SpeakerDirectory
{
    private readonly Dictionary<(string? Show, EpisodeSlug Alias), KnownSpeaker> known = [];
    private readonly Dictionary<(string? Show, EpisodeSlug FirstName), string?> hosts = [];
    private readonly Dictionary<EpisodeSlug, string> spellings;

    public SpeakerDirectory(IReadOnlyCollection<Appearance> appearances, IReadOnlyList<KnownSpeaker> speakers)
    {
        foreach (var speaker in speakers)
        {
            foreach (var alias in speaker.Aliases.Append(speaker.Name))
            {
                known.TryAdd((speaker.Show, EpisodeSlug.From(alias)), speaker);
            }
        }

        spellings = appearances
            .GroupBy(appearance => EpisodeSlug.From(appearance.Name))
            .ToDictionary(names => names.Key, names => Spelling(names.Select(appearance => appearance.Name)));
        var namedHosts = appearances.Where(appearance =>
            appearance is { Role: SpeakerRole.Host, Show: not null } && FirstName(appearance.Name) is not null);
        foreach (var host in namedHosts)
        {
            var key = (host.Show, EpisodeSlug.From(FirstName(host.Name)!));
            var name = spellings[EpisodeSlug.From(host.Name)];

            // Two hosts share the first name, so it is mapped to neither.
            hosts[key] = hosts.TryGetValue(key, out var other) && other != name ? null : name;
        }
    }

    public SpeakerIdentity Identify(Appearance appearance)
    {
        if (Transcripts.Speakers.SpeakerRoles.IsNobody(appearance.Name))
        {
            return new SpeakerIdentity(EpisodeSlug.From($"{appearance.Episode} {appearance.Name}"), appearance.Name, null, null);
        }

        var alias = EpisodeSlug.From(appearance.Name);
        if (known.TryGetValue((appearance.Show, alias), out var speaker) || known.TryGetValue((null, alias), out speaker))
        {
            return Identity(appearance, speaker.Name, speaker.Role, "speakers.yaml says so");
        }

        if (appearance.Role == SpeakerRole.Host && hosts.GetValueOrDefault((appearance.Show, alias)) is { } host)
        {
            return Identity(appearance, host, null, "the only host of that first name in this show");
        }

        return Identity(appearance, spellings.GetValueOrDefault(alias, appearance.Name), null, "the same name, written otherwise");
    }

    private static SpeakerIdentity Identity(Appearance appearance, string name, SpeakerRole? role, string reason) =>
        new(EpisodeSlug.From(name), name, role, name == appearance.Name ? null : reason);

    /// <summary>The most frequent spelling that is not all in capitals. Ties are broken alphabetically, so that the choice is stable.</summary>
    private static string Spelling(IEnumerable<string> names) => names
        .GroupBy(name => name, StringComparer.Ordinal)
        .OrderBy(name => name.Key.Any(char.IsLower) || !name.Key.Any(char.IsUpper) ? 0 : 1)
        .ThenByDescending(name => name.Count())
        .ThenBy(name => name.Key, StringComparer.Ordinal)
        .First().Key;

    /// <summary>The first of several words; null where the name is one word.</summary>
    private static string? FirstName(string name) => name.IndexOf(' ', StringComparison.Ordinal) is > 1 and var end ? name[..end] : null;
}
