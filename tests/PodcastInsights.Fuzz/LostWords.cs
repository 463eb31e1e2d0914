using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Archive;
using PodcastInsights.Core.Transcripts.Captions;
using PodcastInsights.Core.Transcripts.Labelled;
using PodcastInsights.Core.Transcripts.Metadata;
using PodcastInsights.Core.Transcripts.SpeechTable;
using PodcastInsights.Core.Transcripts.SubStation;
using PodcastInsights.Core.Transcripts.SubViewer;
using PodcastInsights.Core.Transcripts.Ttml;

namespace PodcastInsights.Fuzz;

/// <summary>
/// What the reader promises: a word of a file that became an edition is spoken, a note, a heading or metadata, or a diagnostic says that it was
/// left out. Which words a file has depends on its format; a word is a run of letters.
/// </summary>
internal static partial class LostWords
{
    private static readonly string[] SpeechArrays = ["segments", "transcription", "utterances", "turns", "paragraphs"];

    /// <summary>Words of the file that are nowhere; empty where all are somewhere.</summary>
    public static List<string> Of(SourceText source, Edition edition)
    {
        if (edition.Diagnostics.Any(diagnostic => LeavesOutTheRest(diagnostic.Code, edition.Format)))
        {
            return [];
        }

        var told = edition.Translations.Prepend(edition).SelectMany(Told).Select(UnicodeText.WellFormed).ToList();
        var words = told.SelectMany(WordsIn).ToHashSet(StringComparer.Ordinal);
        // A label in other letters than the name in full, which the turn has, is told by it: "Quill" by "ADA QUILL".
        var names = edition.Speakers.SelectMany(static speaker => WordsIn(speaker.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var lost = WordsOf(source, edition).Where(word => !words.Contains(word) && !names.Contains(word)).Distinct().ToList();
        // Programs cut words into pieces, and links into names; the reader joins them.
        var joined = lost.Count == 0 ? "" : string.Join('\n', told.Select(text => string.Concat(WordsIn(text))));
        return [.. lost.Where(word => !joined.Contains(word, StringComparison.Ordinal))];
    }

    /// <summary>A file cut off or nested beyond measure: what follows that place is not read. One with more diagnostics than are kept may have left out lines that none of them names. A heading that is cut has a line of the page's blocks, not of the file.</summary>
    private static bool LeavesOutTheRest(string code, string format) =>
        code == "file.more-diagnostics" || code.EndsWith(".broken", StringComparison.Ordinal) || code.EndsWith(".too-deep", StringComparison.Ordinal)
        || (code == "section.title-cut" && format == "html-page");

    private static bool LeavesOutItsLine(string code) =>
        code is "labelled.frame-dropped" or "section.no-turn" or "section.title-cut" or "turn.empty"
        || code.EndsWith(".label-left-out", StringComparison.Ordinal);

    private static IEnumerable<string> Told(Edition edition) =>
    [
        .. edition.Turns.SelectMany(turn => turn.Paragraphs).Select(paragraph => paragraph.Text),
        .. edition.Turns.Select(turn => turn.Speaker ?? ""),
        .. edition.Notes.Select(note => note.Text),
        .. edition.Sections.Select(section => section.Title),
        .. edition.Takeaways.SelectMany(takeaway => new[] { takeaway.Heading, takeaway.Text }),
        .. edition.Titles.Values, .. edition.About.Values, .. edition.Topics,
        .. edition.Metadata.SelectMany(pair => new[] { pair.Key, pair.Value }),
        .. edition.Speakers.SelectMany(speaker => new[] { speaker.Name, speaker.Person ?? "" }),
        .. edition.Diagnostics.Select(diagnostic => diagnostic.Message),
        edition.Show ?? "", edition.Description ?? "", edition.MediaUrl ?? "",
    ];

    private static IEnumerable<string> WordsOf(SourceText source, Edition edition) => edition.Format switch
    {
        "webvtt" or "subrip" => Speech(Cues(source)),
        "subviewer" => Speech(SubViewerCues(source)),
        "substation" => Speech(SubStationEvent.ReadAll(source).Where(static spoken => !spoken.IsComment).Select(static spoken => spoken.Text)),
        "speech-table" => Speech(TableTexts(source)),
        "ttml" => TtmlDocument.Read(source).Paragraphs.SelectMany(static paragraph => WordsIn(paragraph.Text)),
        "podcast-html" => HtmlWords(source.Text),
        "html-page" => HtmlWords(Role.Replace(string.Join('\n', source.Lines.Skip(FrontMatter.End(source))), ":"), "nav, footer, aside, form, button, svg, #comments, .comments-area, .comment-list"),
        _ when edition.Format.EndsWith("json", StringComparison.Ordinal) => Speech(JsonTexts(source.Text)),
        _ => TextWords(source, edition),
    };

    /// <summary>The words of what was recorded; what tells that nobody speaks is left out.</summary>
    private static IEnumerable<string> Speech(IEnumerable<string> texts) =>
        texts.Where(text => !StageNote.IsPause(text.Trim().Replace('\n', ' '))).SelectMany(text => text.Replace("[SPEAKER_TURN]", " ", StringComparison.Ordinal).Split('\n')).Where(line => !StageNote.IsPause(line)).SelectMany(WordsIn);

    /// <summary>Those below the front matter, but for comments, frames, headings that only say what follows, labels that name a language, times in words, and what is no part of names.</summary>
    private static IEnumerable<string> TextWords(SourceText source, Edition edition)
    {
        var leftOut = edition.Diagnostics.Where(diagnostic => LeavesOutItsLine(diagnostic.Code)).Select(diagnostic => diagnostic.Line).ToHashSet();
        var first = FrontMatter.End(source);
        var isArchive = edition.Format == "archive";
        var removesHeaders = edition.Diagnostics.Any(diagnostic => diagnostic.Code == "archive.takeaway-headers-removed");
        var lines = source.Lines.Select((line, i) => i < first || leftOut.Contains(i + 1) || SaysWhatFollows(line) || IsTime(line) || (isArchive && (Notice.IsMatch(line) || (removesHeaders && ArchiveLine.IsHeader(line)))) ? "" : line);
        var labelled = LabelledText.Of(source);
        if (labelled.Rows is not null)
        {
            // Of a table that is speech, only the columns that are read; the first lines may be the front matter.
            var rows = labelled.Lines.ToDictionary(static line => line.Number - 1, static line => $"{line.Label?.Name} {line.Label?.Words ?? line.Text}");
            lines = lines.Select((line, i) => line.AsSpan().TrimStart() is ['|', ..] ? rows.GetValueOrDefault(i, line) : line);
        }

        var text = Percents.Replace(Comment.Replace(string.Join('\n', lines.Select(static line => Around.Replace(Wrapper.TryRead(line.Trim())?.Text ?? line, " "))), " "), " ");
        var labels = labelled.Lines.Select(line => line.Label).OfType<LabelCandidate>()
            .Where(label => label.Name.Contains('(', StringComparison.Ordinal) || (labelled.PartsLanguages && LanguageLabel.CodeOf(label) is not null))
            .Select(label => label.Name);
        // How a name on a line of its own is spoken, in brackets.
        labels = labels.Concat(labelled.Lines.Where(static line => line.Label is { Shape: LabelShape.Alone }).Select(static line => line.Text));
        var known = labels.Concat(NotInNames.Matches(source.Text).Select(match => match.Value)).SelectMany(WordsIn).ToHashSet(StringComparer.Ordinal);
        return WordsIn(text).Where(word => !known.Contains(word));
    }

    private static bool IsTime(string line) => SpelledTime.In(line.Trim()) is not null;

    private static bool SaysWhatFollows(string line) => ArchiveSections.KindOf(line.TrimStart()) is not null || WhatFollows.IsMatch(line);

    /// <summary>The text of each cue without its tags; its name, comments and settings are no words.</summary>
    private static IEnumerable<string> Cues(SourceText source)
    {
        var cue = (StringBuilder?)null;
        foreach (var line in source.Lines)
        {
            if (line.Length > 0 && !CaptionCue.IsTiming(line))
            {
                cue?.Append(line).Append('\n');
                continue;
            }

            if (cue is not null)
            {
                yield return Untagged(cue.ToString());
            }

            cue = line.Length > 0 ? new StringBuilder() : null;
        }
    }

    private static IEnumerable<string> SubViewerCues(SourceText source)
    {
        var times = Enumerable.Range(0, source.Lines.Count).Where(i => SubViewerFormat.IsTiming(source.Lines[i])).Append(source.Lines.Count).ToList();
        return times.Zip(times.Skip(1), (from, to) => Untagged(string.Join('\n', source.Lines.Skip(from + 1).Take(to - from - 1).Where(static line => line.Length > 0))
            .Replace("[br]", "\n", StringComparison.Ordinal)));
    }

    private static string Untagged(string cue) => WebUtility.HtmlDecode(CueTag.Replace(VoiceTag.Replace(cue, " "), ""));

    /// <summary>The texts and speakers below the names of the columns; all fields of a row that is too short to have a text. A table without speakers has captions.</summary>
    private static IEnumerable<string> TableTexts(SourceText source) =>
        TableOfSpeech.In(source) is { Columns: var columns, Rows: var rows }
            ? rows.SelectMany(row => row.Fields.Where((_, column) => row.Fields.Count <= columns.Text || column == columns.Text || column == columns.Speaker))
                .Select(field => columns.Speaker is null ? Untagged(field) : field)
            : [];

    /// <summary>The words that a browser shows, but for headings that only say what follows.</summary>
    /// <param name="around">What else is no text of the page.</param>
    private static IEnumerable<string> HtmlWords(string text, string around = "embed")
    {
        var document = new HtmlParser().ParseDocument(text);
        foreach (var unseen in document.QuerySelectorAll("script, style, iframe, template, noscript, title, head, textarea, select, noembed, noframes, object, " + around).Concat(document.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Where(heading => SaysWhatFollows(heading.TextContent))))
        {
            unseen.Remove();
        }

        return document.Body is { } body ? body.GetDescendants().OfType<IText>().Where(node => !SaysWhatFollows(node.Data) && !IsTime(node.Data)).SelectMany(node => WordsIn(node.Data)) : [];
    }

    /// <summary>The members <c>text</c> and <c>body</c> of the items of lists of speech.</summary>
    private static List<string> JsonTexts(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return [.. Texts(document.RootElement, isSpeech: false)];
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            // The reader is more patient than the standard, also with half a character in a name; which words such a file has is its own to say.
            return [];
        }
    }

    private static IEnumerable<string> Texts(JsonElement element, bool isSpeech) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Value.ValueKind == JsonValueKind.Array
            ? SpeechArrays.Contains(member.Name) ? member.Value.EnumerateArray().SelectMany(item => Texts(item, isSpeech: true)) : []
            : isSpeech && member is { Name: "text" or "body", Value.ValueKind: JsonValueKind.String } ? [StringOf(member.Value)] : []),
        _ => [],
    };

    /// <summary>Half a character makes a string that cannot be had.</summary>
    private static string StringOf(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private static IEnumerable<string> WordsIn(string text) => Word.Matches(text).Select(match => match.Value);

    // Characters of scripts without blanks are words of their own.
    [GeneratedRegex(@"[\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]|[\p{L}-[\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]](?:\p{M}|[\p{L}-[\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]])*", RegexOptions.CultureInvariant)]
    private static partial Regex Word { get; }

    /// <summary>Short codes, the kinds of callouts, and the keys of titles.</summary>
    [GeneratedRegex(@"\{\{(?:<[^{}<>]*>|%[^{}%]*%)\}\}|^\s*>\s?\[![A-Za-z-]{1,30}\]|^\s*\**(?i:title|episode[ _-]?title|subject|meeting title)\** ?[:：]", RegexOptions.CultureInvariant)]
    private static partial Regex Around { get; }

    /// <summary>What a label says in brackets behind the name, which is no part of it.</summary>
    [GeneratedRegex(@"\([^()<>\n]{1,60}\)\s*[:：]", RegexOptions.CultureInvariant)]
    private static partial Regex Role { get; }

    [GeneratedRegex(@"<!--.*?-->", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Comment { get; }

    [GeneratedRegex(@"(?<!\S)%%.*?%%", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Percents { get; }

    [GeneratedRegex(@"^[\s#*]*(?:(?:full |episode )?transcript|takeaways|about \([a-z]{2,3}\)|transcription|逐字稿|文字稿|全文|文字[记記][录錄])[\s:*]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WhatFollows { get; }

    /// <summary>The archive's converter wrote notices above the first words.</summary>
    [GeneratedRegex(@"^\s*\*[^*].*\*\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Notice { get; }

    /// <summary>What stands in brackets behind a name is no part of it: <c>Ada Quill (she/her):</c>, <c>Ada Quill (AQ):</c>, whom <c>AQ:</c> means. Nor is a link's target.</summary>
    [GeneratedRegex(@"(?:<p\b[^<>]{0,80}>\s*)?</?(?:strong|b)>|<br ?/?>|\[[^\[\]\n]{1,60}\](?=\s*[:(\[])|(?<=[\p{L}.*] ?)[(（][^)）\n]{1,60}[)）](?=[ \t]*(?:[:：*(\[]|$))|(?<=\])\(\S*?\)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex NotInNames { get; }

    [GeneratedRegex(@"</?v(?:\.[^\s<>]*)?(?:\s[^<>]*)?(?:>|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex VoiceTag { get; }

    [GeneratedRegex(@"</?(?:[bciu]|ruby|rt|lang|font)(?:[.\s][^<>]*)?>|<[0-9:.]*>|\{\\[^{}]*\}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CueTag { get; }
}
