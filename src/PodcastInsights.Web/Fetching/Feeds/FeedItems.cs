using System.Xml.Linq;

namespace PodcastInsights.Web.Fetching.Feeds;

/// <summary>Converts the elements of a feed to episodes. Elements are recognised by local name and, for extensions, by namespace.</summary>
/// <param name="channel">The elements besides the items.</param>
internal sealed class FeedItems(XElement channel, Uri? address)
{
    private const int MostPeople = 50;
    private const int MostTranscripts = 50;
    private const int MostChapters = 500;
    private const int LongestId = 1000;

    private readonly string? language = FeedText.LanguageOf(channel.Elements().FirstOrDefault(IsPlain("language"))?.Value)
        ?? FeedText.LanguageOf(channel.Attribute(XNamespace.Xml + "lang")?.Value);

    public FeedPage Page(IReadOnlyList<XElement> items, string? broken)
    {
        var ids = items.Select(IdIn).ToList();

        // Some programs give all episodes the same id, which is then ignored.
        var repeated = ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        var crew = PeopleIn(channel);
        var episodes = items
            .Zip(ids, (item, id) => EpisodeOf(item, repeated.Contains(id) ? $"{id} {RecordingIn(item) ?? TitleOf(item)}" : id, crew))
            .DistinctBy(episode => episode.Id)
            .ToList();
        return new FeedPage(
            FeedText.Of(channel.Elements().FirstOrDefault(IsPlain("title"))?.Value), language, episodes, LinkTo(channel, "next"), broken);
    }

    private FeedEpisode EpisodeOf(XElement item, string id, IReadOnlyList<XElement> crew)
    {
        var people = PeopleIn(item) is { Count: > 0 } own ? own : crew;
        return new FeedEpisode(id.Length <= LongestId ? id : id[..LongestId], TitleOf(item))
        {
            Date = FeedText.DateOf(Text(item, "pubDate") ?? Text(item, "published") ?? Text(item, "date") ?? Text(item, "updated")),
            Updated = FeedText.Of(Text(item, "updated"), 50),
            Link = (FeedText.AddressOf(Text(item, "link"), address) ?? LinkTo(item, "alternate") ?? PermanentIn(item))?.AbsoluteUri,
            Media = RecordingIn(item),
            Duration = FeedText.Of(item.Elements().FirstOrDefault(IsOf("itunes", "duration"))?.Value, 20),
            Guests = Names(people, isGuest: true),
            Hosts = Names(people, isGuest: false),
            Transcripts =
            [
                .. item.Elements().Where(IsOf("podcastindex", "transcript")).Take(MostTranscripts).Select(LinkOf).OfType<TranscriptLink>(),
            ],
            ChaptersAddress = FeedText.AddressOf(
                item.Elements().FirstOrDefault(IsOf("podcastindex", "chapters"))?.Attribute("url")?.Value, address),
            Chapters = ChaptersIn(item),
        };
    }

    private TranscriptLink? LinkOf(XElement element) =>
        // Early drafts of the namespace had the address as the element's text.
        FeedText.AddressOf(Attribute(element, "url") ?? element.Value, address) is { } at
            ? new TranscriptLink(
                at,
                FeedText.Of(Attribute(element, "type"), 100)?.ToLowerInvariant(),
                FeedText.LanguageOf(Attribute(element, "language") ?? Attribute(element, "lang")) ?? language)
            : null;

    private static string TitleOf(XElement item) =>
        FeedText.Of(Text(item, "title")) ?? FeedText.Of(item.Elements().FirstOrDefault(IsOf("itunes", "title"))?.Value) ?? "Untitled";

    private static string IdIn(XElement item) => (Text(item, "guid") ?? Text(item, "id"))?.Trim() is { Length: > 0 } id ? id : "";

    private static Uri? PermanentIn(XElement item) =>
        item.Elements().FirstOrDefault(IsPlain("guid")) is { } guid && guid.Attribute("isPermaLink")?.Value != "false"
            ? FeedText.AddressOf(guid.Value, null)
            : null;

    private string? RecordingIn(XElement item) =>
        (FeedText.AddressOf(item.Elements().FirstOrDefault(IsPlain("enclosure"))?.Attribute("url")?.Value, address)
            ?? LinkTo(item, "enclosure"))?.AbsoluteUri;

    private Uri? LinkTo(XElement parent, string relation) => parent.Elements()
        .Where(element => element.Name.LocalName == "link" && (element.Attribute("rel")?.Value ?? "alternate") == relation)
        .Select(element => FeedText.AddressOf(element.Attribute("href")?.Value, address))
        .FirstOrDefault(link => link is not null);

    private static List<XElement> PeopleIn(XElement parent) =>
        [.. parent.Elements().Where(IsOf("podcastindex", "person")).Take(MostPeople)];

    /// <summary>The people who speak. By the namespace, the default role is host and the default group is cast; staff are in other groups.</summary>
    private static List<string> Names(IReadOnlyList<XElement> people, bool isGuest) =>
    [
        .. people
            .Where(person => Attribute(person, "group")?.Trim().ToLowerInvariant() is null or "" or "cast")
            .Select(person => (Name: FeedText.Of(person.Value, 128), Role: Attribute(person, "role")?.Trim().ToLowerInvariant()))
            .Where(person => person.Role is { Length: > 0 } role ? IsHeard(role) && IsGuest(role) == isGuest : !isGuest)
            .Select(person => person.Name)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];

    private static bool IsHeard(string role) => role.EndsWith("host", StringComparison.Ordinal) || IsGuest(role);

    private static bool IsGuest(string role) => role.StartsWith("guest", StringComparison.Ordinal) && !role.EndsWith("host", StringComparison.Ordinal);

    private static List<Chapter> ChaptersIn(XElement item) =>
    [
        .. item.Elements().Where(IsOf("podlove.org", "chapters")).Elements().Take(MostChapters)
            .Select(chapter => (Start: ChapterFile.SecondsOf(Attribute(chapter, "start")), Title: FeedText.Of(Attribute(chapter, "title"), 300)))
            .Where(chapter => chapter is { Start: not null, Title: not null })
            .Select(chapter => new Chapter(chapter.Start!.Value, chapter.Title!)),
    ];

    private static string? Text(XElement parent, string name) => parent.Elements().FirstOrDefault(IsPlain(name))?.Value is { Length: > 0 } text
        ? text
        : null;

    private static string? Attribute(XElement element, string name) =>
        element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>Matches elements of the feed's own vocabulary, or of Dublin Core, whose date and language mean the same.</summary>
    private static Func<XElement, bool> IsPlain(string name) => element =>
        element.Name.LocalName == name
        && (element.Name.NamespaceName.Length == 0
            || element.Name.NamespaceName.Contains("/Atom", StringComparison.OrdinalIgnoreCase)
            || element.Name.NamespaceName.Contains("purl.org", StringComparison.Ordinal));

    /// <summary>Matches elements of an extension, whose namespace occurs with several addresses (other scheme, case or version).</summary>
    private static Func<XElement, bool> IsOf(string extension, string name) => element =>
        element.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase)
        && element.Name.NamespaceName.Contains(extension, StringComparison.OrdinalIgnoreCase);
}
