using PodcastInsights.Web.Api;

namespace PodcastInsights.Web.Mcp;

/// <summary>Selects a part of an episode: some turns and what belongs to them, within the size of a response.</summary>
internal static class EpisodeWindow
{
    public const int UsualTurns = 20;

    public const int MostTurns = 50;

    /// <summary>Largest size of a list that accompanies the turns, in characters.</summary>
    private const int RoomBeside = 8_000;

    public static EpisodeWindowResponse Of(EpisodeResponse episode, TranscriptPlace from, int count)
    {
        var turns = new List<TurnResponse>();
        var taken = 0;
        TranscriptPlace? next = null;
        foreach (var turn in episode.Turns.Where(turn => turn.Number >= from.Turn))
        {
            var window = TurnWindow.Of(turn, turn.Number == from.Turn ? from : new TranscriptPlace(turn.Number));
            if (turns.Count == count || (turns.Count > 0 && (window.Next is not null || taken + window.Characters > TurnWindow.Room)))
            {
                next = new TranscriptPlace(turn.Number);
                break;
            }

            turns.Add(turn with { Paragraphs = window.Paragraphs });
            taken += window.Characters;
            if (window.Next is not null)
            {
                next = window.Next;
                break;
            }
        }

        var ids = turns.Select(turn => turn.Id).ToHashSet();
        var isBeginning = from == new TranscriptPlace(1);
        return new EpisodeWindowResponse(episode)
        {
            Beginning = from.ToString(),
            Next = next?.ToString(),
            Turns = turns,
            Notes = Fitting(episode.Notes.Where(note => ids.Contains(note.TurnId)), note => note.Text),
            Sections = Fitting(episode.Sections.Where(section => ids.Contains(section.TurnId)), section => section.Title),
            Sponsors = Fitting(episode.Sponsors.Where(sponsor => ids.Contains(sponsor.TurnId)), sponsor => sponsor.Name + sponsor.Url),

            // Metadata of the episode is only in the first part.
            About = isBeginning ? Fitting(episode.About, about => about.Value).ToDictionary() : new Dictionary<string, string>(),
            Speakers = isBeginning ? Fitting(episode.Speakers, speaker => speaker.Name + speaker.Slug) : [],
            Takeaways = isBeginning ? Fitting(episode.Takeaways, takeaway => takeaway.Heading + takeaway.Text) : [],
            Metadata = isBeginning ? Fitting(episode.Metadata, pair => pair.Key + pair.Value) : [],
            Diagnostics = [],
        };
    }

    /// <summary>The first items that fit.</summary>
    private static List<T> Fitting<T>(IEnumerable<T> items, Func<T, string> text)
    {
        const int Beside = 60;
        var room = RoomBeside;
        return [.. items.TakeWhile(item => (room -= text(item).Length + Beside) >= 0)];
    }
}
