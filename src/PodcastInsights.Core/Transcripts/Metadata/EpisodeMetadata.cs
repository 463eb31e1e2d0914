using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>
/// The metadata of an episode from a file's front matter or the folder's catalogue. Values of keys that <see cref="MetadataKeys"/> does not
/// know are kept as they are.
/// </summary>
internal sealed partial class EpisodeMetadata
{
    /// <summary>Largest number of unknown keys kept.</summary>
    private const int MostOthers = 64;

    /// <summary>Longest value of an unknown key, in characters.</summary>
    private const int LongestOther = 1000;

    /// <summary>Longest title, show or topic, in characters.</summary>
    private const int LongestName = 500;

    /// <summary>Largest number of names of one kind, and of topics.</summary>
    private const int MostNames = 100;

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

    /// <param name="entries">Entries of one episode.</param>
    /// <param name="diagnostics">Receives diagnostics for values of known keys that could not be parsed.</param>
    public static EpisodeMetadata Of(IReadOnlyList<MetadataEntry> entries, DiagnosticList diagnostics)
    {
        var metadata = new EpisodeMetadata();
        foreach (var entry in entries)
        {
            metadata.Take(entry, diagnostics);
        }

        // A single value is a list separated by commas; several values are a list already.
        var topics = metadata.topics is [var all] ? all.Split(',', StringSplitOptions.TrimEntries) : [.. metadata.topics];
        metadata.topics.Clear();
        metadata.topics.AddRange(topics.Where(topic => topic.Length > 0).Take(MostNames).Select(topic => Cut(topic, LongestName)));
        metadata.mediaUrl = MediaAddress.In(entries);
        metadata.chapters = ChapterList.In(entries);
        if (metadata.speakers.Count + metadata.hosts.Count + metadata.guests.Count == 0)
        {
            // The author of a page may or may not be the speaker.
            AddNames(metadata.speakers, entries.Where(entry => MetadataKeys.FieldOf(entry.Key) == MetadataField.Authors));
        }

        return metadata;
    }

    /// <summary>Sets what is missing in the draft; what is there takes precedence.</summary>
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

    /// <summary>Sets the speakers' names where the draft has none yet, as evidence for the labels.</summary>
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

        switch (MetadataKeys.FieldOf(entry.Key))
        {
            case MetadataField.Title:
                titles.TryAdd(TextLanguage.OfTitle(value), Cut(value, LongestName));
                break;
            case MetadataField.Guests:
                AddNames(guests, [entry]);
                break;
            case MetadataField.Hosts:
                AddNames(hosts, [entry]);
                break;
            case MetadataField.Speakers:
                AddNames(speakers, [entry]);
                break;
            case MetadataField.Show:
                show ??= Cut(value, LongestName);
                break;
            case MetadataField.Description:
                description ??= value;
                break;
            case MetadataField.Language when value.Split('-', '_')[0].ToLowerInvariant() is { Length: 2 or 3 } code:
                language ??= code;
                break;
            case MetadataField.Date when WrittenDate.Of(value) is { } date:
                publishedOn ??= date;
                break;
            case MetadataField.Date:
                diagnostics.Info("metadata.date-unread", entry.Line, $"This is no date that could be read for certain: {Cut(value, 40)}");
                Keep(entry);
                break;
            case MetadataField.Duration when WrittenDuration.Of(value) is { } seconds:
                durationSeconds ??= seconds;
                break;
            case MetadataField.Topics:
                topics.Add(value);
                break;
            case MetadataField.Aliases:
                aliases.AddRange(value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Take(MostNames - aliases.Count)
                    .Select(alias => Cut(alias, LongestName)));
                break;
            case MetadataField.Markup when value == FrontMatter.MarkdownValue:
                markup = Markup.Markdown;
                break;
            case MetadataField.Media or MetadataField.VideoId or MetadataField.Format or MetadataField.Markup:
                break;
            case MetadataField.Other when ChapterList.Has(entry):
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

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest].TrimEnd();

    [GeneratedRegex("^title[_-](?<language>[a-z]{2,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex TitleInLanguage { get; }
}
