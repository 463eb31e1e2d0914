namespace PodcastInsights.Core.Transcripts.SpeechTable;

/// <summary>What the columns of a table contain, by the names in its first row; indices from 0.</summary>
/// <param name="Speaker">Null where the table has no such column, as <paramref name="Start"/> and <paramref name="End"/>.</param>
internal sealed record SpeechColumns(int Text, int? Speaker, int? Start, int? End, bool InMilliseconds)
{
    private static readonly string[] Texts =
        ["text", "transcript", "transcription", "utterance", "sentence", "caption", "dialogue", "content", "words", "文本", "内容", "內容", "文字"];

    private static readonly string[] Speakers = ["speaker", "speakername", "speakerlabel", "speakerid", "发言人", "發言人", "说话人", "說話人", "讲者", "講者"];

    private static readonly string[] Starts =
        ["start", "starttime", "startms", "starts", "startsec", "startseconds", "begin", "in", "timestamp", "timecode", "time", "开始时间", "開始時間", "时间", "時間"];

    private static readonly string[] Ends =
        ["end", "endtime", "endms", "ends", "endsec", "endseconds", "out", "结束时间", "結束時間"];

    /// <summary>Null unless the names are those of a table of speech: one for the words, and one for who says them or when.</summary>
    public static SpeechColumns? Of(IReadOnlyList<string> names)
    {
        var plain = names.Select(Plain).ToList();
        var (text, speaker, start) = (Index(plain, Texts), Index(plain, Speakers), Index(plain, Starts));
        return text is { } words && (speaker ?? start) is not null
            ? new SpeechColumns(words, speaker, start, Index(plain, Ends), start is { } first && plain[first] == "startms")
            : null;
    }

    /// <summary>Whether the column with this index is parsed.</summary>
    public bool Reads(int column) => column == Text || column == Speaker || column == Start || column == End;

    private static int? Index(List<string> names, string[] known) =>
        known.Select(name => names.IndexOf(name)).FirstOrDefault(index => index >= 0, -1) is >= 0 and var found ? found : null;

    /// <summary>The name's letters: <c>Start Time</c>, <c>start_time</c> and <c>startTime</c> are one.</summary>
    private static string Plain(string name) => string.Concat(name.Where(char.IsLetter)).ToLowerInvariant();
}
