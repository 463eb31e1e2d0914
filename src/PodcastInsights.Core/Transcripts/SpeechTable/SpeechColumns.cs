using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.SpeechTable;

/// <summary>What the columns of a table contain, by the names in its header; indices from 0.</summary>
/// <param name="Speaker">Null where the table has no such column, as <paramref name="Start"/>, <paramref name="End"/> and <paramref name="Recording"/>.</param>
/// <param name="Recording">The column that names the episode, file or call that a row is from.</param>
internal sealed partial record SpeechColumns(int Text, int? Speaker, int? Start, int? End, int? Recording, bool InMilliseconds)
{
    private static readonly HashSet<string> Texts = Words(
        """
        text transcript transcription utterance sentence caption subtitle dialogue content words word body speech
        texte texto testo текст 文本 内容 內容 文字 原文 テキスト 本文 発言 텍스트
        """);

    private static readonly HashSet<string> Speakers = Words(
        "speaker speakers sprecher locuteur hablante orador спикер 发言人 發言人 说话人 說話人 讲者 講者 話者 話者名 発言者 화자");

    private static readonly HashSet<string> Starts = Words("start starts begin begins in from startzeit début inicio начало 开始 開始 开始时间 開始時間 开始时间戳");

    private static readonly HashSet<string> Ends = Words("end ends stop out to endzeit fin final конец 结束 結束 结束时间 結束時間 終了 終了時間");

    private static readonly HashSet<string> Times = Words("time times timecode timestamp timestamps offset zeit temps tiempo время 时间 時間 时间戳");

    private static readonly HashSet<string> Recordings = Words("episode file filename recording audio video call meeting conversation dialogue document");

    // What a name of a column adds to what it names.
    private static readonly HashSet<string> Additions = Words("name label id tag number no code tc point media s ms sec secs second seconds millis milliseconds hh mm ss ff");

    /// <summary>Null unless the names are those of a table of speech: one for the words, and one for who says them or when.</summary>
    public static SpeechColumns? Of(IReadOnlyList<string> names)
    {
        var parts = names.Select(static name => Part.Matches(name).Select(static part => part.Value.ToLowerInvariant()).ToList()).ToList();
        var speaker = Find(Speakers, static _ => true);
        var start = Find(Starts, Times.Contains) ?? Find(Times, static _ => true);
        return Find(Texts, static _ => false) is { } text && (speaker ?? start) is not null
            ? new SpeechColumns(
                text,
                speaker,
                start,
                Find(Ends, Times.Contains),
                Find(Recordings, static _ => true) is { } recording && recording != text ? recording : null,
                start is { } first && parts[first].Exists(static part => part is "ms" or "millis" or "milliseconds"))
            : null;

        // The first column with one of the words, and else only with what adds nothing to it: "Start Timecode", "speaker_id".
        int? Find(HashSet<string> known, Func<string, bool> also) =>
            parts.FindIndex(name => name.Exists(known.Contains)
                && name.TrueForAll(part => known.Contains(part) || also(part) || (known != Texts && Additions.Contains(part)))) is >= 0 and var found ? found : null;
    }

    /// <summary>Whether the column with this index is parsed.</summary>
    public bool Reads(int column) => column == Text || column == Speaker || column == Start || column == End;

    private static HashSet<string> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    /// <summary>A word of a name: <c>Start Time</c>, <c>start_time</c> and <c>startTime</c> have the same two.</summary>
    [GeneratedRegex(@"\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{Lu}+(?!\p{Ll})", RegexOptions.CultureInvariant)]
    private static partial Regex Part { get; }
}
