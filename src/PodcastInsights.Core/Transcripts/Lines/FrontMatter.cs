using System.Globalization;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PodcastInsights.Core.Transcripts.Lines;

/// <summary>The YAML between two lines of <c>---</c> at the head of a file: what the file says of its episode.</summary>
internal static partial class FrontMatter
{
    public const string Fence = "---";

    /// <summary>The key by which a file that the app gave away names the format it is in.</summary>
    public const string FormatKey = "format";

    /// <summary>Of the key <c>markup</c>: the words are Markdown, whatever the format.</summary>
    public const string MarkdownValue = "markdown";

    /// <summary>Levels of nesting that are still passed over; no metadata has as many.</summary>
    private const int Deepest = 64;

    /// <summary>All lines or none: whether the front matter names the format that the rest of the file is in.</summary>
    public static FormatVote VoteOf(SourceText source, string format)
    {
        ArgumentNullException.ThrowIfNull(source);
        var lines = source.Lines.Count(line => !string.IsNullOrWhiteSpace(line));
        var named = source.Lines.Take(End(source)).Any(line => line.Split(':', 2) is [FormatKey, var value] && value.Trim().Trim('"', '\'') == format);
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
    public static int Read(SourceText source, TranscriptDraft draft)
    {
        var end = End(source);
        if (end > 0)
        {
            var lines = source.Lines.Skip(1).Take(end - 2).ToList();
            foreach (var (key, value) in Parse(lines, draft))
            {
                Take(key, value, draft);
            }
        }

        return end;
    }

    public static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static List<(string Key, List<string> Values)> Parse(List<string> lines, TranscriptDraft draft)
    {
        try
        {
            return ReadRoot(new Parser(new StringReader(string.Join('\n', lines))));
        }
        catch (YamlException broken)
        {
            // The front matter's first line is line 2 of the file.
            var line = (int)Math.Clamp(broken.Start.Line + 1, 2, lines.Count + 1);
            draft.Diagnostics.Warning("front-matter.broken", line, $"The front matter is not valid YAML here; its plain lines were read: {broken.Message}");
            return PlainLines(lines, draft);
        }
    }

    // By events and not as a tree, which is built by recursion: a hostile file nests deeper than the stack.
    private static List<(string Key, List<string> Values)> ReadRoot(Parser yaml)
    {
        var pairs = new List<(string, List<string>)>();
        yaml.Consume<StreamStart>();
        if (!yaml.TryConsume<DocumentStart>(out _) || !yaml.TryConsume<MappingStart>(out _))
        {
            return pairs;
        }

        while (!yaml.Accept<MappingEnd>(out _))
        {
            if (yaml.TryConsume<Scalar>(out var key))
            {
                pairs.Add((key.Value, ReadScalars(yaml)));
            }
            else
            {
                Skip(yaml);
                Skip(yaml);
            }
        }

        return pairs;
    }

    /// <summary>One text or a list of texts; nothing of what nests deeper.</summary>
    private static List<string> ReadScalars(Parser yaml)
    {
        var values = new List<string>();
        var list = yaml.TryConsume<SequenceStart>(out _);
        do
        {
            if (list && yaml.TryConsume<SequenceEnd>(out _))
            {
                break;
            }

            if (!yaml.TryConsume<Scalar>(out var value))
            {
                Skip(yaml);
            }
            else if (value.Value.Trim() is { Length: > 0 } text)
            {
                values.Add(text);
            }
        }
        while (list);

        return values;
    }

    /// <summary>Passes over a value with all that nests in it. The reader's work grows with the depth for each token, so there is an end to that.</summary>
    private static void Skip(Parser yaml)
    {
        var depth = 0;
        do
        {
            var part = yaml.Consume<ParsingEvent>();
            depth += part.NestingIncrease;
            if (depth > Deepest)
            {
                throw new YamlException(part.Start, part.End, $"Values nest deeper than {Deepest} here.");
            }
        }
        while (depth > 0);
    }

    /// <summary>
    /// Reads lines of <c>key: value</c>, items of a list below a key, and indented lines that go on with a value. All others are words of the file
    /// as well: a diagnostic keeps them.
    /// </summary>
    private static List<(string Key, List<string> Values)> PlainLines(List<string> lines, TranscriptDraft draft)
    {
        var pairs = new List<(string Key, List<string> Values)>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var text = line.Trim();
            if (text is "" or ['#', ..])
            {
                continue;
            }

            var values = pairs.Count > 0 ? pairs[^1].Values : [];
            if (PlainKey.Match(line) is { Success: true } key)
            {
                pairs.Add((key.Groups["key"].Value, [.. ValuesIn(line[key.Length..].Trim())]));
            }
            else if (pairs.Count > 0 && text.StartsWith("- ", StringComparison.Ordinal))
            {
                values.Add(Unquoted(text[2..]));
            }
            else if (values.Count > 0 && char.IsWhiteSpace(line[0]))
            {
                values[^1] = Unquoted($"{values[^1]} {text}");
            }
            else
            {
                draft.Diagnostics.Warning("front-matter.line-unread", i + 2, $"This line of the front matter is no 'key: value' and was not read: {text}");
            }
        }

        return pairs;

        static IEnumerable<string> ValuesIn(string text) =>
            (text is ['[', .. var list, ']'] ? list.Split(',') : [text]).Select(Unquoted).Where(value => value.Length > 0);

        static string Unquoted(string value) => value.Trim().Trim('"', '\'').Trim();
    }

    private static void Take(string key, List<string> values, TranscriptDraft draft)
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
                draft.PublishedOn = Date(value);
                break;
            case "duration_seconds" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e6:
                draft.DurationSeconds = (int)Math.Round(seconds);
                break;
            case "keywords" or "tags" or "topics":
                draft.Topics.AddRange(values.Count == 1 ? value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : values);
                break;
        }
    }

    // A date may be followed by a time of day, which an episode has no use for.
    private static DateOnly? Date(string value) =>
        DateOnly.TryParseExact(value.AsSpan(0, Math.Min(10, value.Length)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,40}:(?: |$)", RegexOptions.CultureInvariant)]
    private static partial Regex Key { get; }

    [GeneratedRegex(@"^(?<key>[^\s:#-][^:]{0,60}):(?:\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex PlainKey { get; }
}
