using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.PodcastJson;
using PodcastInsights.Core.Transcripts.WhisperJson;

namespace PodcastInsights.Core.Tests.Transcripts;

/// <summary>
/// Programs write JSON whose members are missing, of another type, or cut off. Each word of a text member is in the draft all the same.
/// </summary>
public sealed partial class DamagedSegments
{
    private static readonly Gen<string?> Words = Gen.OneOf<string?>(
        "We shipped.", "\n on a Tuesday ", "held", ",", "Did it?", "然後呢？", "One: two", "<b>x</b> &amp; y", "\uD83D\uDE42 smile", "", " ",
        null);

    private static readonly Gen<string?> Speaker = Gen.OneOf<string?>("Ada Quill", " Ada  Quill", "Bo", "", null, "林小明");

    // What a time can be in the wild, as it stands in the file.
    private static readonly Gen<string?> Time = Gen.OneOf<string?>(
        "0.5", "3", "\"4.5\"", "-1", "1e300", "null", "\"soon\"", "[]", "{}", null);

    private static readonly Gen<(string? Speaker, string? Words, string? Start, string? End, int Odd)[]> Segments =
        Gen.Select(Speaker, Words, Time, Time, Gen.Int[0, 12]).Array[1, 12];

    public static TheoryData<string> FormatNames => ["podcast-json", "whisper-json"];

    [Theory]
    [MemberData(nameof(FormatNames))]
    public void No_word_of_a_segment_is_lost_or_invented_whatever_else_it_holds(string name)
    {
        var (format, text, start, end) = Named(name);

        Segments.Sample(segments =>
        {
            var draft = format.Parse(new SourceText("odd.json", Written(segments, text, start, end)));

            Assert.Equal(
                WordsIn(segments.Where(segment => segment.Odd > 0).Select(segment => segment.Words)),
                WordsIn(draft.Turns.SelectMany(turn => turn.Paragraphs).Select(paragraph => paragraph.Text)));
        });
    }

    [Theory]
    [MemberData(nameof(FormatNames))]
    public void A_file_that_breaks_off_keeps_the_words_before_the_break_and_says_where_it_is(string name)
    {
        var (format, text, start, end) = Named(name);

        Gen.Select(Segments, Gen.Int[0, 999]).Sample((segments, cut) =>
        {
            var whole = Written(segments, text, start, end);
            var part = whole[..(whole.Length * cut / 1000)];
            var draft = format.Parse(new SourceText("cut.json", part));

            // A segment stands on a line of its own, so those before the last line are whole.
            var lines = part.Count(character => character == '\n');
            var kept = segments.Take(Math.Max(0, lines - 1)).Where(segment => segment.Odd > 0).Select(segment => segment.Words);
            var read = WordsIn(draft.Turns.SelectMany(turn => turn.Paragraphs).Select(paragraph => paragraph.Text));
            Assert.All(WordsIn(kept), word => Assert.Contains(word, read));
            Assert.Contains(draft.Diagnostics.Items, diagnostic => diagnostic.Code == $"{name}.broken");
        });
    }

    private static (ITranscriptFormat Format, string Text, string Start, string End) Named(string name) =>
        name == "podcast-json"
            ? (new PodcastJsonFormat(), "body", "startTime", "endTime")
            : (new WhisperJsonFormat(), "text", "start", "end");

    private static string Written(
        (string? Speaker, string? Words, string? Start, string? End, int Odd)[] segments, string text, string start, string end) =>
        $"{{\"version\": \"1.0.0\", \"segments\": [\n{string.Join(",\n", segments.Select(segment => One(segment, text, start, end)))}\n]}}";

    private static string One(
        (string? Speaker, string? Words, string? Start, string? End, int Odd) segment, string text, string start, string end)
    {
        var members = new JsonObject { ["id"] = segment.Odd, ["words"] = new JsonArray("not", "these") };
        if (segment.Speaker is not null)
        {
            members["speaker"] = segment.Speaker;
        }

        // Now and then the text is a number: nobody's words.
        members[text] = segment.Odd == 0 ? JsonValue.Create(7) : segment.Words;
        foreach (var (key, value) in new[] { (start, segment.Start), (end, segment.End) })
        {
            if (value is not null)
            {
                members[key] = JsonNode.Parse(value);
            }
        }

        return members.ToJsonString(new JsonSerializerOptions { WriteIndented = false });
    }

    private static List<string> WordsIn(IEnumerable<string?> texts) =>
        [.. Word.Matches(string.Join(' ', texts)).Select(word => word.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word { get; }
}
