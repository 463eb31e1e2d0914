using System.Globalization;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>The YAML between two lines of <c>---</c> at the head of a file: what the file says of its episode.</summary>
internal static partial class FrontMatter
{
    public const string Fence = "---";

    /// <summary>The key by which a file that the app gave away names the format it is in.</summary>
    public const string FormatKey = "format";

    /// <summary>Of the key <c>markup</c>: the words are Markdown, whatever the format.</summary>
    public const string MarkdownValue = "markdown";

    /// <summary>All lines or none: whether the front matter names the format that the rest of the file is in.</summary>
    public static FormatVote VoteOf(SourceText source, string format)
    {
        ArgumentNullException.ThrowIfNull(source);
        var lines = source.Lines.Count(line => !string.IsNullOrWhiteSpace(line));
        var named = source.Lines
            .Take(End(source))
            .Any(line => line.Split(':', 2) is [FormatKey, var value] && value.Trim().Trim('"', '\'') == format);
        return new FormatVote(lines, named ? lines : 0);
    }

    /// <summary>Index in <see cref="SourceText.Lines"/> of the first line after the front matter; 0 where the file has none.</summary>
    public static int End(SourceText source)
    {
        // A rule across the page looks like a fence; only a key below it makes it one.
        if (source.Lines[0].TrimEnd() != Fence || !Key.IsMatch(source.Lines.Skip(1).FirstOrDefault(line => line.Length > 0) ?? ""))
        {
            return 0;
        }

        for (var i = 1; i < source.Lines.Count; i++)
        {
            if (source.Lines[i].TrimEnd() is Fence or "...")
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>
    /// Takes the metadata into the draft. Broken YAML makes a diagnostic with its line, and those of its lines that are
    /// <c>key: value</c> are read all the same.
    /// </summary>
    /// <returns>Index of the first line after it; 0 where the file has none.</returns>
    public static int Read(SourceText source, EditionDraft draft)
    {
        var end = End(source);
        if (end > 0)
        {
            var lines = source.Lines.Skip(1).Take(end - 2).ToList();
            foreach (var (key, value) in FrontMatterPairs.Read(lines, draft))
            {
                Take(key, value, draft);
            }
        }

        return end;
    }

    public static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static void Take(string key, List<string> values, EditionDraft draft)
    {
        if (values is not [var value, ..])
        {
            return;
        }

        switch (key.ToLowerInvariant())
        {
            case "title":
                draft.Titles.TryAdd(TitleLanguage.Of(value), value);
                break;
            case ['t', 'i', 't', 'l', 'e', '_', .. { Length: 2 or 3 } language]:
                draft.Titles[language] = value;
                break;
            case "guest" or "guests":
                draft.NamedGuests.AddRange(values);
                break;
            case "speaker" or "speakers":
                draft.NamedSpeakers.AddRange(values);
                break;
            case "host" or "hosts":
                draft.NamedHosts.AddRange(values);
                break;
            case "show" or "channel" or "podcast":
                draft.Show ??= value;
                break;
            case "markup" when value == MarkdownValue:
                draft.Markup = Markup.Markdown;
                break;
            case "description":
                draft.Description = value;
                break;
            case "language" or "lang":
                draft.Language = value.Split('-', '_')[0].ToLowerInvariant();
                break;
            case "youtube_url" or "media_url" or "url" when IsWebAddress(value):
                draft.MediaUrl = value;
                break;
            case "video_id":
                draft.MediaUrl ??= "https://www.youtube.com/watch?v=" + Uri.EscapeDataString(value);
                break;
            case "publish_date" or "date":
                draft.PublishedOn = LeadingDate.Of(value);
                break;
            case "duration_seconds" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
                && seconds is > 0 and < 1e6:
                draft.DurationSeconds = (int)Math.Round(seconds);
                break;
            case "keywords" or "tags" or "topics":
                draft.Topics.AddRange(
                    values.Count == 1 ? value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : values);
                break;
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,40}:(?: |$)", RegexOptions.CultureInvariant)]
    private static partial Regex Key { get; }
}
