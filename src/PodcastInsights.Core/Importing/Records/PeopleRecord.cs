using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing.Records;

/// <summary>The part of an episode that depends on who its speakers are over all episodes.</summary>
/// <param name="Stamp">
/// Hash of what other episodes and <c>speakers.yaml</c> say of the names. With the same cast, equal stamps mean equal records.
/// </param>
/// <param name="Guests">In the order in which they first speak in the default edition.</param>
/// <param name="Editions">The speakers of each edition.</param>
/// <param name="Bodies">The person behind each name, for each body.</param>
/// <param name="Appearances">Each person once.</param>
/// <param name="Diagnostics">One for each name that was mapped to another, with the reason.</param>
public sealed record PeopleRecord(
    string Stamp,
    IReadOnlyList<string> Guests,
    IReadOnlyList<IReadOnlyList<Speaker>> Editions,
    IReadOnlyList<IReadOnlyList<SpeakerRow>> Bodies,
    IReadOnlyList<AppearanceRow> Appearances,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    internal static PeopleRecord Of(EpisodeCast cast, EpisodeIdentities identities)
    {
        var editions = cast.Editions.Select(edition => identities.Apply(edition.Speakers)).ToList();
        var bodies = cast.Bodies.Index()
            .Select(body => cast.Editions.Index().First(edition => edition.Item.Body == body.Index).Index)
            .Select(edition => editions[edition].DistinctBy(speaker => speaker.Name).ToDictionary(speaker => speaker.Name))
            .ToList();
        return new PeopleRecord(
            identities.Stamp,
            GuestsOf(editions[0], cast.Bodies[0]),
            editions,
            [
                .. cast.Bodies.Zip(bodies).Select(
                    body => body.First.Select(member => new SpeakerRow(
                        member.Name, SlugOf(member, body.Second), PersonOf(member, body.Second))).ToList()),
            ],
            AppearancesOf(cast.Bodies, bodies),
            [.. cast.Editions.SelectMany(edition => identities.Explain(edition.Path, edition.Speakers))]);
    }

    private static List<string> GuestsOf(IReadOnlyList<Speaker> speakers, IReadOnlyList<CastMember> members)
    {
        var order = members.Index().ToDictionary(member => member.Item.Name, member => member.Index);
        return speakers.Where(speaker => speaker.Role == SpeakerRole.Guest)
            .OrderBy(speaker => order.GetValueOrDefault(speaker.Name, int.MaxValue))
            .Select(speaker => speaker.Name)
            .ToList();
    }

    /// <summary>Counts a person who speaks in two bodies only in the first: the bodies are translations of each other.</summary>
    private static List<AppearanceRow> AppearancesOf(
        IReadOnlyList<IReadOnlyList<CastMember>> bodies, List<Dictionary<string, Speaker>> speakers)
    {
        var heard = new HashSet<EpisodeSlug>();
        var appearances = new List<AppearanceRow>();
        foreach (var (body, members) in bodies.Index())
        {
            foreach (var names in members.GroupBy(member => SlugOf(member, speakers[body])).Where(names => heard.Add(names.Key)))
            {
                var person = PersonOf(names.First(), speakers[body]);

                // The slug of a named person is made from the name. A machine's name for a voice ("Speaker 3") has a different slug in each
                // episode.
                var isSomebody = names.Key == EpisodeSlug.From(person);
                appearances.Add(new AppearanceRow(
                    names.Key,
                    body,
                    person,
                    isSomebody ? NameKey.Of(person) : null,
                    names.Any(member => speakers[body].GetValueOrDefault(member.Name)?.Role == SpeakerRole.Host),
                    names.Sum(member => member.TurnCount),
                    names.Sum(member => member.WordCount)));
            }
        }

        return appearances;
    }

    private static string PersonOf(CastMember member, Dictionary<string, Speaker> speakers) =>
        speakers.GetValueOrDefault(member.Name)?.Person ?? member.Name;

    private static EpisodeSlug SlugOf(CastMember member, Dictionary<string, Speaker> speakers) =>
        speakers.TryGetValue(member.Name, out var speaker) ? speaker.Slug : EpisodeSlug.From(member.Name);
}

/// <param name="Name">The name in the body.</param>
/// <param name="Slug">Slug of the person.</param>
/// <param name="Person">The person's name over all episodes.</param>
public sealed record SpeakerRow(string Name, EpisodeSlug Slug, string Person);

/// <summary>A person in an episode, in the first of its bodies in which the person has a turn.</summary>
/// <param name="Body">Index into <see cref="EpisodeRecord.Bodies"/>.</param>
/// <param name="NameKey">The name as <see cref="Episodes.NameKey"/>; null for a machine's name ("Speaker 3").</param>
public sealed record AppearanceRow(EpisodeSlug Slug, int Body, string Name, string? NameKey, bool IsHost, int TurnCount, int WordCount);
