using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>The table of known metadata keys.</summary>
internal static partial class MetadataKeys
{
    // Keys are compared ignoring case and separators: publish_date, publishDate and Publish-Date are equal.
    private static readonly Dictionary<string, MetadataField> Fields = new (MetadataField Field, string Keys)[]
    {
        (MetadataField.Title, "title episodetitle 标题 標題 题目 題目"),
        (MetadataField.Guests, "guest guests interviewee interviewees 嘉宾 嘉賓 来宾 來賓 受访者 受訪者"),
        (MetadataField.Hosts, "host hosts cohost cohosts interviewer interviewers moderator moderators 主持 主持人 主播 采访者 採訪者"),
        (MetadataField.Speakers, "speaker speakers presenter presenters participants panelists 讲者 講者 主讲人 主講人"),
        (MetadataField.Authors, "author authors"),
        (MetadataField.Show, "show channel podcast 节目 節目 播客"),
        (MetadataField.Description, "description summary abstract 简介 簡介 摘要"),
        (MetadataField.Language, "language lang 语言 語言"),
        (MetadataField.Media, "mediaurl audiourl videourl youtubeurl url media audio video enclosure enclosureurl"),
        (MetadataField.VideoId, "videoid youtubeid"),
        (MetadataField.Page, "posturl pageurl link permalink source"),
        (MetadataField.Date, "date publishdate published publishedon publishedat pubdate publicationdate releasedate airdate 日期 发布日期 發布日期"),
        (MetadataField.Duration, "duration durationseconds length runtime 时长 時長"),
        (MetadataField.Topics, "keywords tags topics categories 标签 標籤 关键词 關鍵詞"),
        (MetadataField.Aliases, "aliases alias redirectfrom"),
        (MetadataField.Markup, "markup"),
        (MetadataField.Format, "format"),
    }
    .SelectMany(row => row.Keys.Split(' ').Select(key => (Key: key, row.Field)))
    .ToDictionary(row => row.Key, row => row.Field, StringComparer.Ordinal);

    /// <summary>
    /// Whether a key proves that the lines around it are metadata. Keys such as <c>Host</c> and <c>Guest</c> do not, because they are
    /// speakers' labels in transcripts too.
    /// </summary>
    public static bool IsTelling(string key) =>
        FieldOf(key) is not (MetadataField.Other or MetadataField.Guests or MetadataField.Hosts or MetadataField.Speakers or MetadataField.Authors);

    /// <summary>
    /// Whether the key says what the episode is. Addresses and formats do not: in a program's own output they are those of its upload and of
    /// the file.
    /// </summary>
    public static bool DescribesEpisode(string key) => FieldOf(key)
        is MetadataField.Title or MetadataField.Guests or MetadataField.Hosts or MetadataField.Speakers or MetadataField.Show
        or MetadataField.Description or MetadataField.Date or MetadataField.Duration or MetadataField.Topics;

    /// <summary>Whether the key is that of a title where a file begins with keys, as a mail and the minutes of a meeting do.</summary>
    public static bool IsTitleOfMessage(string key) =>
        FieldOf(key) == MetadataField.Title || key.ToLowerInvariant() is "subject" or "betreff" or "objet" or "asunto" or "assunto" or "oggetto" or "тема" or "会议主题" or "會議主題" or "会议名称" or "會議名稱" or "meeting title";

    /// <summary>Whether the key is in the table.</summary>
    public static bool IsKnown(string key) => FieldOf(key) != MetadataField.Other;

    /// <summary>The field of a key: at the outermost level, or a member with the name or address of what is there.</summary>
    /// <param name="key">As written; a nested key has the path before it, separated by a dot.</param>
    public static MetadataField FieldOf(string key)
    {
        var outermost = key;
        if (key.LastIndexOf('.') is > 0 and var dot)
        {
            // guests: [{name: Ada}], podcast: {title: Harbour}, enclosure: {url: https://...}; not guests: [{company: ...}].
            outermost = key[..dot];
            var member = key[(dot + 1)..].ToLowerInvariant();
            if (outermost.Contains('.', StringComparison.Ordinal) || member is not ("name" or "title" or "url"))
            {
                return MetadataField.Other;
            }

            var field = Fields.GetValueOrDefault(Marks.Replace(outermost, "").ToLowerInvariant());
            return (member is "url") == (field is MetadataField.Media) && field is not (MetadataField.Title or MetadataField.Description) ? field : MetadataField.Other;
        }

        return Fields.GetValueOrDefault(Marks.Replace(outermost, "").ToLowerInvariant());
    }

    [GeneratedRegex(@"[\s_-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Marks { get; }
}
