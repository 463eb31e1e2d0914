using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>
/// Assigns lanes to speakers: hosts before guests, then by number of words; the last lane is for all others. A lane is a row of the strip
/// and a colour.
/// </summary>
internal sealed class SpeakerLanes
{
    private const int Most = 4;

    private readonly Dictionary<string, int> lanes;

    public SpeakerLanes(IReadOnlyList<Speaker> speakers)
    {
        lanes = speakers.Where(speaker => speaker.WordCount > 0)
            .OrderBy(speaker => speaker.Role)
            .ThenByDescending(speaker => speaker.WordCount)
            .Select((speaker, index) => (speaker.Name, Lane: Math.Min(index + 1, Most)))
            .ToDictionary(speaker => speaker.Name, speaker => speaker.Lane);
        Count = lanes.Count == 0 ? 1 : lanes.Values.Max();
    }

    public int Count { get; }

    /// <summary>Row of the speaker on the strip, from 1; the last for unknown speakers.</summary>
    public int Of(string? speaker) => Find(speaker) ?? Count;

    /// <summary>CSS class of the speaker's colour. Unknown speakers have the colour of the others, even where a known one has the last row.</summary>
    public string ClassOf(string? speaker) => $"lane{(Find(speaker) ?? Most).ToText()}";

    private int? Find(string? speaker) => speaker is not null && lanes.TryGetValue(speaker, out var lane) ? lane : null;
}
