using System.Text.Json;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Captions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Json;

/// <summary>Describes one JSON structure for speech: where its items are and what their members are called.</summary>
/// <param name="Array">Path of the array, as <see cref="JsonSegments.Read"/> takes it.</param>
/// <param name="Text">Member with the text, or several separated by <c>|</c>, the preferred one first.</param>
/// <param name="Start">Member with the time of the first word, or several separated by <c>|</c>, the preferred one first.</param>
/// <param name="End">Member with the time after the last word, or several likewise.</param>
internal sealed partial record JsonShape(string Array, string Text, string Start, string End)
{
    // In seconds, 27 hours; what comes after that is a date, counted from 1970.
    private const double LatestTime = 1e5;

    private readonly string[] speakers = ["speaker"];

    /// <summary>Member with the speaker, or several separated by <c>|</c>, the preferred one first.</summary>
    public string Speaker
    {
        init => speakers = value.Split('|');
    }

    /// <summary>Unit of the times in seconds; null where it varies between programs and is detected by the rate of speech.</summary>
    public double? SecondsAUnit { get; init; } = 1;

    /// <summary>Whether the times may be texts such as <c>00:01:05.2</c>.</summary>
    public bool MayBeClock { get; init; }

    /// <summary>Name of an array in each item with the speaker's pieces, whose members are then those above; null for none.</summary>
    public string? Pieces { get; init; }

    /// <summary>Whether speakers are given only at changes; otherwise an item without one has an unknown speaker.</summary>
    public bool NamesOnChange { get; init; }

    /// <summary>Whether the outermost arrays are channels of a recording, each with a speaker of its own.</summary>
    public bool HasChannels { get; init; }

    /// <summary>Whether the last item may repeat the pieces of all others, with their speakers, which these lack.</summary>
    public bool LastMayRepeat { get; init; }

    private string[] Texts { get; } = Text.Split('|');

    private string[] Starts { get; } = Start.Split('|');

    private string[] Ends { get; } = End.Split('|');

    /// <summary>Counts the items with text and a time.</summary>
    public FormatVote Vote(JsonSegments document)
    {
        if (!document.Arrays.TryGetValue(Array, out var items))
        {
            return default;
        }

        return new FormatVote(items.Count, items.Count(item => Parts(item.Item).Any(piece =>
            HasText(piece) && (Number(piece, Starts) * (SecondsAUnit ?? 0.001) < LatestTime || IsMark(piece)))));
    }

    /// <summary>Joins the items into turns. An item without text makes a diagnostic, unless it is clearly empty.</summary>
    public void Join(JsonSegments document, EditionDraft draft)
    {
        draft.Language = document.Language;
        document.SupplyMetadata(draft);
        var items = document.Arrays.GetValueOrDefault(Array) ?? [];
        if (LastMayRepeat && items.Count > 1 && NamesSpeakers(items[^1]) && !items.SkipLast(1).Any(NamesSpeakers))
        {
            items = [items[^1]];
        }

        var unit = SecondsAUnit ?? Unit(items);
        var channels = HasChannels && items.Exists(item => item.Outer > 0);
        var utterances = new List<Utterance>();
        var another = false;
        foreach (var segment in items)
        {
            foreach (var piece in Parts(segment.Item))
            {
                if (Words(piece) is not { } words)
                {
                    Report(piece, segment.Line, draft);
                    continue;
                }

                var speaker = channels ? $"Channel {segment.Outer + 1}" : SpeakerOf(piece, segment.Item, words);
                var (start, end) = (Time(piece, Starts, unit), Time(piece, Ends, unit));
                var parts = SpeakerTurn.Split(words);
                for (var i = 0; i < parts.Length; i++)
                {
                    // The marker may be at the start, at the end or inside; only the first words are known to follow it.
                    another |= i > 0;
                    if (parts[i].Length > 0)
                    {
                        utterances.Add(new Utterance(speaker, start, end, parts[i], segment.Line) { ByAnother = another });
                        (another, start) = (false, null);
                    }
                }

                another |= JsonSegments.Member(segment.Item, "speaker_turn_next") is { ValueKind: JsonValueKind.True };
            }
        }

        Utterance.Join(channels ? utterances.OrderBy(utterance => utterance.Start?.Milliseconds ?? 0) : utterances, draft);
        document.Report(draft);
    }

    private bool NamesSpeakers(JsonSegment segment) =>
        Parts(segment.Item).Any(piece => speakers.Any(member => NameIn(JsonSegments.Member(piece, member)).Length > 0));

    private JsonElement[] Parts(JsonElement item) =>
        Pieces is null
            ? [item]
            : JsonSegments.Member(item, Pieces) is { ValueKind: JsonValueKind.Array } pieces ? [.. pieces.EnumerateArray()] : [];

    private bool HasText(JsonElement piece) => Texts.Any(text => JsonSegments.Member(piece, text) is { ValueKind: JsonValueKind.String });

    /// <summary>Whether the item is punctuation, which has no time of its own.</summary>
    private bool IsMark(JsonElement piece) => Words(piece) is { } words && !SpeakerName.HasLetterOrDigit(words);

    private string? Words(JsonElement piece) =>
        Texts.Select(text => JsonSegments.Text(piece, text)).FirstOrDefault(words => words is not null);

    private void Report(JsonElement piece, int line, EditionDraft draft)
    {
        if (!Texts.Any(text => JsonSegments.Member(piece, text) is { ValueKind: JsonValueKind.String or JsonValueKind.Null }))
        {
            draft.Diagnostics.Warning($"{draft.Format}.segment-without-words", line, $"This segment has no text named {Texts[0]}.");
        }
    }

    /// <summary>A number becomes a name: <c>0</c> is <c>Speaker 0</c>.</summary>
    private string? SpeakerOf(JsonElement piece, JsonElement item, string words)
    {
        var given = speakers
            .Select(member => NameIn(JsonSegments.Member(piece, member) ?? JsonSegments.Member(item, member)))
            .FirstOrDefault(name => name.Length > 0) ?? "";
        if (NamesOnChange)
        {
            return given.Length > 0 ? given : null;
        }

        if (SpeakerName.HasLetterOrDigit(given))
        {
            return given.All(char.IsAsciiDigit) ? $"Speaker {given}" : given;
        }

        // Punctuation belongs to the speaker of the word before it.
        return !SpeakerName.HasLetterOrDigit(words) ? null : Utterance.Nobody;
    }

    private static string NameIn(JsonElement? member) => member switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!.Trim(),
        { ValueKind: JsonValueKind.Number } number => $"Speaker {number.GetRawText()}",
        { ValueKind: JsonValueKind.Object } person => (JsonSegments.Text(person, "name") ?? JsonSegments.Text(person, "display_name"))?.Trim() ?? "",
        _ => "",
    };

    private double? Number(JsonElement piece, string[] members)
    {
        foreach (var member in members)
        {
            if (JsonSegments.Number(piece, member) is { } number)
            {
                return number;
            }

            if (MayBeClock && Timestamp.TryParse(JsonSegments.Raw(piece, member), out var time))
            {
                return time.Milliseconds / 1000.0;
            }
        }

        return null;
    }

    private Timestamp? Time(JsonElement piece, string[] members, double unit) =>
        Number(piece, members) * unit is >= 0 and < 1e7 and var seconds ? Timestamp.FromSeconds(seconds) : null;

    private double Unit(List<JsonSegment> items)
    {
        var rate = new SpeechRate();
        foreach (var piece in items.SelectMany(item => Parts(item.Item)))
        {
            if (Words(piece) is { } words)
            {
                rate.Add(words, Number(piece, Starts), Number(piece, Ends));
            }
        }

        return rate.Unit;
    }

    // whisper.cpp writes this marker at a change of speaker.
    [GeneratedRegex(@"\s*\[SPEAKER[ _]TURN\]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex SpeakerTurn { get; }
}
