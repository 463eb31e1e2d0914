namespace PodcastInsights.Core.Transcripts.Captions;

/// <summary>
/// Detects the unit of times by the rate of speech: read in the wrong unit, speech is a thousand times too slow or too fast.
/// </summary>
internal sealed class SpeechRate
{
    /// <summary>Least rate of speech. Usual are 15 characters a second; less than one in 16 seconds, or 60 a second, is a wrong unit.</summary>
    private const double LeastCharactersASecond = 0.06;

    private double characters;
    private double time;

    /// <summary>Unit of the times in seconds: 1, or 0.001 for milliseconds.</summary>
    public double Unit => time > 0 && characters / time < LeastCharactersASecond ? 0.001 : 1;

    /// <summary>Counts words spoken between two times; without both, or with the end before the start, they are no evidence.</summary>
    public void Add(string words, double? start, double? end)
    {
        if (end > start)
        {
            characters += words.Length;
            time += end.Value - start.Value;
        }
    }
}
