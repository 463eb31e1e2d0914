using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>Which lane of the strip is whose: hosts above guests, who says much above who says little, the last for the rest.</summary>
public sealed class SpeakerLanes
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

    /// <summary>From 1.</summary>
    public int Of(string? speaker) => speaker is not null && lanes.TryGetValue(speaker, out var lane) ? lane : Count;

    /// <summary>For styles.</summary>
    public static string ClassOf(int lane) => $"lane{lane.ToText()}";
}
