using System.Text.Json;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Captions;
using PodcastInsights.Core.Transcripts.Json;

namespace PodcastInsights.Core.Transcripts.CaptionJson;

/// <summary>
/// YouTube captions in the player's format (<c>json3</c>): events with a time in milliseconds and text segments. See
/// <c>docs/formats/caption-json.md</c>.
/// </summary>
internal sealed class CaptionJsonFormat : ITranscriptFormat
{
    private const string Events = "events";

    private const double MillisecondsASecond = 1000;

    public string Name => "caption-json";

    /// <summary>Counts events with text instead of lines, because a file may be one line.</summary>
    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var shown = ShownIn(JsonSegments.Read(source, Events));
        return new FormatVote(shown.Count, shown.Count(item => StartOf(item.Item) is not null));
    }

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        var document = JsonSegments.Read(source, Events);
        CaptionReader.Join(ShownIn(document).ConvertAll(CueOf), draft);
        document.Report(draft);
        return draft;
    }

    /// <summary>Events with text; others open a window on the screen or break a line.</summary>
    private static List<JsonSegment> ShownIn(JsonSegments document) =>
        [.. document.Items.Where(item => !string.IsNullOrWhiteSpace(TextOf(item.Item)))];

    private static CaptionCue CueOf(JsonSegment item)
    {
        var start = StartOf(item.Item);
        var length = JsonSegments.Number(item.Item, "dDurationMs");
        var end = start is { } from && length is > 0 and < 1e10 ? new Timestamp(from.Milliseconds + (long)length.Value) : (Timestamp?)null;
        return new CaptionCue(start, end, [.. TextOf(item.Item).Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))], item.Line);
    }

    private static Timestamp? StartOf(JsonElement item) =>
        JsonSegments.Number(item, "tStartMs") / MillisecondsASecond is >= 0 and < 1e7 and var seconds ? Timestamp.FromSeconds(seconds) : null;

    private static string TextOf(JsonElement item) =>
        JsonSegments.Member(item, "segs") is { ValueKind: JsonValueKind.Array } pieces
            ? string.Concat(pieces.EnumerateArray().Select(piece => JsonSegments.Raw(piece, "utf8")))
            : "";
}
