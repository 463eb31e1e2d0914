using System.Globalization;
using System.Text.Json;
using PodcastInsights.Core.Transcripts.Json;
using PodcastInsights.Core.Transcripts.Metadata;

namespace PodcastInsights.Core.Transcripts.EpisodeJson;

/// <summary>An episode in the format of the app's API, with <c>turns</c> and <c>paragraphs</c>. See <c>docs/formats/exports.md</c>.</summary>
internal sealed class EpisodeJsonFormat : ITranscriptFormat
{
    private const string Turns = "turns";

    public string Name => "episode-json";

    /// <summary>Counts turns instead of lines, because a file may be one line.</summary>
    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var turns = JsonSegments.Read(source, Turns).Items;
        return new FormatVote(turns.Count, turns.Count(turn => Items(turn.Item, "paragraphs").Any()));
    }

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name) { HasWholeTurns = true };
        var document = JsonSegments.Read(source, Turns);
        var turns = new Dictionary<string, DraftTurn>();
        foreach (var (item, line, _) in document.Items)
        {
            var turn = ReadTurn(item, line);
            draft.Turns.Add(turn);
            if (Items(item, "paragraphs").Any(paragraph => JsonSegments.Text(paragraph, "markup") == FrontMatter.MarkdownValue))
            {
                draft.Markup = Markup.Markdown;
            }

            turns.TryAdd(JsonSegments.Text(item, "id") ?? "", turn);
        }

        ReadRoot(document, draft, turns);
        document.Report(draft);
        return draft;
    }

    private static DraftTurn ReadTurn(JsonElement item, int line)
    {
        var turn = new DraftTurn(JsonSegments.Text(item, "speaker"), line)
        {
            SpeakerInferred = item.TryGetProperty("speakerInferred", out var inferred) && inferred.ValueKind == JsonValueKind.True,
            Start = JsonSegments.Seconds(item, "startSeconds"),
        };
        foreach (var paragraph in Items(item, "paragraphs"))
        {
            if (JsonSegments.Text(paragraph, "text") is { } words)
            {
                turn.Paragraphs.Add(
                    new DraftParagraph(words.ReplaceLineEndings("\n"), line) { Start = JsonSegments.Seconds(paragraph, "startSeconds") });
            }
        }

        // Other programs write the words of the whole turn beside its paragraphs, which say the same, or instead of some.
        if (JsonSegments.Text(item, "text") is { } whole && !Says(turn.Paragraphs, whole))
        {
            turn.Paragraphs.Insert(0, new DraftParagraph(whole.ReplaceLineEndings("\n"), line) { Start = turn.Start });
        }

        return turn;
    }

    private static bool Says(List<DraftParagraph> paragraphs, string words) =>
        WithoutBlanks(string.Concat(paragraphs.Select(static paragraph => paragraph.Text))).Contains(WithoutBlanks(words), StringComparison.Ordinal);

    private static string WithoutBlanks(string text) => string.Concat(text.Where(static character => !char.IsWhiteSpace(character)));

    private static void ReadRoot(JsonSegments document, EditionDraft draft, Dictionary<string, DraftTurn> turns)
    {
        var root = document.Others;
        draft.Language = document.Language;
        AddTexts(root, "titles", draft.Titles);
        AddTexts(root, "about", draft.About);
        draft.Show = Text(root, "show");
        draft.Description = Text(root, "description");
        draft.MediaUrl = Text(root, "mediaUrl") is { } address && MediaAddress.IsWebAddress(address) ? address : null;
        draft.PublishedOn = DateOnly.TryParseExact(
            Text(root, "publishedOn"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
        draft.DurationSeconds = root.TryGetValue("durationSeconds", out var duration)
            && duration.ValueKind == JsonValueKind.Number
            && duration.TryGetInt32(out var seconds)
            && seconds > 0
            ? seconds
            : null;
        draft.Topics.AddRange(Texts(root, "topics"));
        draft.NamedGuests.AddRange(Texts(root, "guests"));
        foreach (var takeaway in Items(root, "takeaways"))
        {
            if (JsonSegments.Text(takeaway, "text") is { } passage)
            {
                draft.Takeaways.Add(new DraftTakeaway(
                    JsonSegments.Text(takeaway, "heading"), passage.ReplaceLineEndings("\n"), Cut: false, 1));
            }
        }

        ReadSections(root, draft, turns);
        foreach (var note in Items(root, "notes"))
        {
            if (JsonSegments.Text(note, "text") is { } text && turns.TryGetValue(JsonSegments.Text(note, "turnId") ?? "", out var turn))
            {
                var after = note.TryGetProperty("afterParagraph", out var number)
                    && number.ValueKind == JsonValueKind.Number
                    && number.TryGetInt32(out var paragraph)
                    ? paragraph
                    : 0;
                turn.Notes.Add((Math.Clamp(after, 0, turn.Paragraphs.Count), text));
            }
        }
    }

    private static void ReadSections(
        IReadOnlyDictionary<string, JsonElement> root, EditionDraft draft, Dictionary<string, DraftTurn> turns)
    {
        foreach (var section in Items(root, "sections"))
        {
            if (JsonSegments.Text(section, "title") is not { } title)
            {
                continue;
            }

            if (turns.TryGetValue(JsonSegments.Text(section, "turnId") ?? "", out var turn))
            {
                turn.Sections.Add(new DraftSection(title, JsonSegments.Seconds(section, "startSeconds"), turn.Line));
            }
            else
            {
                draft.Diagnostics.Warning("section.no-turn", 0, "A section names no turn of this file; it was left out.");
            }
        }
    }

    private static void AddTexts(IReadOnlyDictionary<string, JsonElement> root, string name, Dictionary<string, string> texts)
    {
        if (root.TryGetValue(name, out var byLanguage) && byLanguage.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in byLanguage.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String))
            {
                texts[member.Name] = member.Value.GetString()!;
            }
        }
    }

    private static string? Text(IReadOnlyDictionary<string, JsonElement> root, string name) =>
        root.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<string> Texts(IReadOnlyDictionary<string, JsonElement> root, string name) =>
        root.TryGetValue(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)
            : [];

    private static IEnumerable<JsonElement> Items(IReadOnlyDictionary<string, JsonElement> root, string name) =>
        root.TryGetValue(name, out var list) ? Objects(list) : [];

    private static IEnumerable<JsonElement> Items(JsonElement item, string name) =>
        item.TryGetProperty(name, out var list) ? Objects(list) : [];

    private static IEnumerable<JsonElement> Objects(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object) : [];
}
