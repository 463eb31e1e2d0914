using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Web.Rendering;

/// <summary>A way through an episode: what the host asked, in the order of asking.</summary>
public static class Outline
{
    private const int ShortestQuestion = 5;
    private const int Length = 110;

    /// <returns>The last question of each of the host's turns, but for such as "Right?"; none where no host is known.</returns>
    public static IReadOnlyList<OutlineEntry> Of(Episode episode)
    {
        var hosts = episode.Speakers.Where(s => s.Role == SpeakerRole.Host).Select(s => s.Name).ToHashSet();
        var entries = new List<OutlineEntry>();
        foreach (var turn in episode.Turns.Where(t => t.Speaker is { } name && hosts.Contains(name)))
        {
            var speech = string.Join(' ', turn.Paragraphs.Where(p => !p.Sponsor).Select(p => p.Plain));
            if (Sentences.LastQuestion(speech) is { } question && WordCount.Of(question) >= ShortestQuestion)
            {
                entries.Add(new(Excerpt.Of(question, Length), $"#t-{turn.Id}", turn.Start));
            }
        }

        return entries;
    }
}

/// <param name="Start">Of the turn; null where the file does not tell.</param>
public sealed record OutlineEntry(string Text, string Link, Timestamp? Start);
