using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.SpeechTable;

/// <summary>What a row says.</summary>
/// <param name="Start">In the table's unit, as <paramref name="End"/>.</param>
/// <param name="Parts">The words, and those of rows that continue it.</param>
internal sealed record TableSpeech(string Speaker, double? Start, double? End, List<string> Parts, int Line)
{
    public string Words => string.Join(' ', Parts);

    public static Timestamp? Time(double? number, double unit) =>
        number * unit is >= 0 and < 1e7 and var seconds ? Timestamp.FromSeconds(seconds) : null;
}
