using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>
/// What a file's front matter, or the folder's catalogue, says of an episode. This is the one table of the keys that are understood; all
/// others are kept as they are.
/// </summary>
internal sealed partial class EpisodeMetadata
{
    /// <summary>Pairs that are kept of the keys that are not understood.</summary>
    private const int MostOthers = 64;

    /// <summary>Characters of the text of a key that is not understood.</summary>
    private const int LongestOther = 1000;

    /// <summary>Characters of a title, a show or a topic.</summary>
    private const int LongestName = 500;

    /// <summary>Names of one kind, and topics.</summary>
    private const int MostNames = 100;

    // Keys without case and marks: publish_date, publishDate and Publish-Date are one.
    private static readonly Dictionary<string, Field> Fields = new (Field Field, string Keys)[]
    {
        (Field.Title, "title episodetitle"),
        (Field.Guests, "guest guests interviewee interviewees"),
        (Field.Hosts, "host hosts cohost cohosts interviewer interviewers moderator moderators"),
        (Field.Speakers, "speaker speakers presenter presenters participants panelists"),
        (Field.Authors, "author authors"),
        (Field.Show, "show channel podcast"),
        (Field.Description, "description summary abstract"),
        (Field.Language, "language lang"),
        (Field.Media, "mediaurl audiourl videourl youtubeurl url media audio video enclosure enclosureurl"),
        (Field.VideoId, "videoid youtubeid"),
        (Field.Page, "posturl pageurl link permalink source"),
        (Field.Date, "date publishdate published publishedon publishedat pubdate publicationdate releasedate airdate"),
        (Field.Duration, "duration durationseconds length runtime"),
        (Field.Topics, "keywords tags topics categories"),
        (Field.Aliases, "aliases alias redirectfrom"),
        (Field.Markup, "markup"),
        (Field.Format, "format"),
    }
    .SelectMany(row => row.Keys.Split(' ').Select(key => (Key: key, row.Field)))
    .ToDictionary(row => row.Key, row => row.Field, StringComparer.Ordinal);

    private readonly Dictionary<string, string> titles = [];
    private readonly List<string> guests = [];
    private readonly List<string> hosts = [];
    private readonly List<string> speakers = [];
    private readonly List<string> topics = [];
    private readonly List<string> aliases = [];
    private readonly List<MetadataPair> others = [];
    private IReadOnlyList<DraftSection> chapters = [];
    private string? show;
    private string? description;
    private string? language;
    private string? mediaUrl;
    private DateOnly? publishedOn;
    private int? durationSeconds;
    private Markup? markup;

    /// <param name="entries">Of one episode.</param>
    /// <param name="diagnostics">Takes what is said by a key that is understood and could not be.</param>
    public static EpisodeMetadata Of(IReadOnlyList<MetadataEntry> entries, DiagnosticList diagnostics)
    {
        var metadata = new EpisodeMetadata();
        foreach (var entry in entries)
        {
            metadata.Take(entry, diagnostics);
        }

        // One text is a list with commas, several are a list already.
        var topics = metadata.topics is [var all] ? all.Split(',', StringSplitOptions.TrimEntries) : [.. metadata.topics];
        metadata.topics.Clear();
        metadata.topics.AddRange(topics.Where(topic => topic.Length > 0).Take(MostNames).Select(topic => Cut(topic, LongestName)));
        metadata.mediaUrl = MediaIn(entries);
        metadata.chapters = ChapterList.In(entries);
        if (metadata.speakers.Count + metadata.hosts.Count + metadata.guests.Count == 0)
        {
            // Who wrote a page down is only a guess at who speaks in it.
            AddNames(metadata.speakers, entries.Where(entry => IsNamed(entry, Field.Authors)));
        }

        return metadata;
    }

    /// <summary>
    /// Whether a key tells that the lines around it are metadata: not the name of whoever speaks, as <c>Host</c> and <c>Guest</c> are
    /// in transcripts as well.
    /// </summary>
    public static bool IsTelling(string key) =>
        FieldOf(key) is not (Field.Other or Field.Guests or Field.Hosts or Field.Speakers or Field.Authors);

    /// <summary>Whether the key is in the table.</summary>
    public static bool IsKnown(string key) => FieldOf(key) != Field.Other;

    public static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    /// <summary>Gives the draft what it does not have: what was said before holds.</summary>
    public void SupplyTo(EditionDraft draft)
    {
        foreach (var (titleLanguage, title) in titles)
        {
            draft.Titles.TryAdd(titleLanguage, title);
        }

        draft.Show ??= show;
        draft.Description ??= description;
        draft.Language ??= language;
        draft.MediaUrl ??= mediaUrl;
        draft.PublishedOn ??= publishedOn;
        draft.DurationSeconds ??= durationSeconds;
        draft.Markup ??= markup;
        SupplyNamesTo(draft);
        Supply(draft.Topics, topics);
        Supply(draft.Aliases, aliases);
        Supply(draft.Chapters, chapters);
        draft.Metadata.AddRange(others.Where(pair => !draft.Metadata.Contains(pair)).Take(MostOthers - draft.Metadata.Count));
    }

    /// <summary>Gives the draft the names of those who speak, where it has none yet: evidence for whoever reads the labels.</summary>
    public void SupplyNamesTo(EditionDraft draft)
    {
        Supply(draft.NamedGuests, guests);
        Supply(draft.NamedHosts, hosts);
        Supply(draft.NamedSpeakers, speakers);
    }

    private static void Supply<T>(List<T> have, IReadOnlyList<T> more)
    {
        if (have.Count == 0)
        {
            have.AddRange(more);
        }
    }

    private void Take(MetadataEntry entry, DiagnosticList diagnostics)
    {
        var value = entry.Value;
        if (TitleInLanguage.Match(entry.Key) is { Success: true } inLanguage)
        {
            titles[inLanguage.Groups["language"].Value] = Cut(value, LongestName);
            return;
        }

        switch (FieldOf(entry.Key))
        {
            case Field.Title:
                titles.TryAdd(TextLanguage.OfTitle(value), Cut(value, LongestName));
                break;
            case Field.Guests:
                AddNames(guests, [entry]);
                break;
            case Field.Hosts:
                AddNames(hosts, [entry]);
                break;
            case Field.Speakers:
                AddNames(speakers, [entry]);
                break;
            case Field.Show:
                show ??= Cut(value, LongestName);
                break;
            case Field.Description:
                description ??= value;
                break;
            case Field.Language when value.Split('-', '_')[0].ToLowerInvariant() is { Length: 2 or 3 } code:
                language ??= code;
                break;
            case Field.Date when WrittenDate.Of(value) is { } date:
                publishedOn ??= date;
                break;
            case Field.Date:
                diagnostics.Info("metadata.date-unread", entry.Line, $"This is no date that could be read for certain: {Cut(value, 40)}");
                Keep(entry);
                break;
            case Field.Duration when WrittenDuration.Of(value) is { } seconds:
                durationSeconds ??= seconds;
                break;
            case Field.Topics:
                topics.Add(value);
                break;
            case Field.Aliases:
                aliases.AddRange(value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Take(MostNames - aliases.Count)
                    .Select(alias => Cut(alias, LongestName)));
                break;
            case Field.Markup when value == FrontMatter.MarkdownValue:
                markup = Markup.Markdown;
                break;
            case Field.Media or Field.VideoId or Field.Format or Field.Markup:
                break;
            case Field.Other when ChapterList.Has(entry):
                break;
            default:
                Keep(entry);
                break;
        }
    }

    private void Keep(MetadataEntry entry)
    {
        if (others.Count < MostOthers)
        {
            others.Add(new MetadataPair(entry.Key, Cut(entry.Value, LongestOther)));
        }
    }

    private static void AddNames(List<string> names, IEnumerable<MetadataEntry> entries)
    {
        foreach (var name in entries.SelectMany(entry => PersonNames.In(entry.Value)))
        {
            if (names.Count < MostNames && !names.Contains(name, StringComparer.Ordinal))
            {
                names.Add(name);
            }
        }
    }

    /// <summary>
    /// The recording's address: what a key for it says, a recording itself before a page; then a video's id; then the episode's page where
    /// that is a recording.
    /// </summary>
    private static string? MediaIn(IReadOnlyList<MetadataEntry> entries)
    {
        var media = Addresses(Field.Media).ToList();
        return media.Find(IsRecording)
            ?? media.FirstOrDefault()
            ?? (entries.FirstOrDefault(entry => IsNamed(entry, Field.VideoId)) is { } id
                ? "https://www.youtube.com/watch?v=" + Uri.EscapeDataString(Cut(id.Value, LongestName))
                : null)
            ?? Addresses(Field.Page).FirstOrDefault(IsRecording);

        IEnumerable<string> Addresses(Field field) =>
            entries.Where(entry => IsNamed(entry, field)).Select(entry => entry.Value).Where(IsWebAddress);
    }

    /// <summary>Whether an address leads to what can be heard or seen itself: an audio or video file, or a video's page of YouTube.</summary>
    private static bool IsRecording(string address)
    {
        var uri = new Uri(address);
        return MediaFile.IsMatch(uri.AbsolutePath)
            || uri.Host is "youtu.be"
            || ((uri.Host is "youtube.com" || uri.Host.EndsWith(".youtube.com", StringComparison.Ordinal))
                && (uri.AbsolutePath is "/watch" || uri.AbsolutePath.StartsWith("/live/", StringComparison.Ordinal)));
    }

    private static bool IsNamed(MetadataEntry entry, Field field) => FieldOf(entry.Key) == field;

    /// <summary>Of a text at the outermost level, or of the member that names or addresses what stands there.</summary>
    private static Field FieldOf(string key)
    {
        var outermost = key;
        if (key.LastIndexOf('.') is > 0 and var dot)
        {
            // guests: [{name: Ada}], podcast: {title: Harbour}, enclosure: {url: https://...}; not guests: [{company: ...}].
            outermost = key[..dot];
            var member = key[(dot + 1)..].ToLowerInvariant();
            if (outermost.Contains('.', StringComparison.Ordinal) || member is not ("name" or "title" or "url"))
            {
                return Field.Other;
            }

            var field = Fields.GetValueOrDefault(Marks.Replace(outermost, "").ToLowerInvariant());
            return (member is "url") == (field is Field.Media) && field is not (Field.Title or Field.Description) ? field : Field.Other;
        }

        return Fields.GetValueOrDefault(Marks.Replace(outermost, "").ToLowerInvariant());
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest].TrimEnd();

    private enum Field
    {
        Other,
        Title,
        Guests,
        Hosts,
        Speakers,
        Authors,
        Show,
        Description,
        Language,
        Media,
        VideoId,
        Page,
        Date,
        Duration,
        Topics,
        Aliases,
        Markup,
        Format,
    }

    [GeneratedRegex(@"[\s_-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Marks { get; }

    [GeneratedRegex("^title[_-](?<language>[a-z]{2,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex TitleInLanguage { get; }

    [GeneratedRegex(@"\.(?:mp3|m4a|aac|ogg|oga|opus|flac|wav|mp4|m4v|webm|mov|m3u8)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MediaFile { get; }
}
