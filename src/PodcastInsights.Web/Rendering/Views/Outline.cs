using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>The outline of an episode: its sections and the host's questions, in order.</summary>
internal static class Outline
{
    private const int ShortestQuestion = 5;
    private const int Length = 110;

    /// <returns>
    /// The sections, each with its questions, after the questions before the first section. Of each of the host's turns the last question
    /// is taken, except short ones such as "Right?"; none where no host is known.
    /// </returns>
    public static IReadOnlyList<OutlineEntry> Of(Episode episode, IReadOnlyList<SectionView> sections)
    {
        var asked = QuestionsOf(episode).ToLookup(
            question => episode.Sections.At(question.Turn)?.Number ?? 0, question => question.Entry);
        return
        [
            .. asked[0],
            .. sections.Select(view => new OutlineEntry(
                Excerpt.Of(view.Section.Title, Length), view.Link!, view.Section.Start, [.. asked[view.Section.Number]])),
        ];
    }

    private static IEnumerable<(int Turn, OutlineEntry Entry)> QuestionsOf(Episode episode)
    {
        var hosts = episode.Speakers.Where(s => s.Role == SpeakerRole.Host).Select(s => s.Name).ToHashSet();
        foreach (var turn in episode.Turns.Where(t => t.Speaker is { } name && hosts.Contains(name)))
        {
            var speech = string.Join(' ', turn.Paragraphs.Where(p => !p.Sponsor).Select(p => p.Plain));
            if (Sentences.LastQuestion(speech) is { } question && WordCount.Of(question) >= ShortestQuestion)
            {
                yield return (turn.Number, new(Excerpt.Of(question, Length), $"#t-{turn.Id}", turn.Start, []));
            }
        }
    }
}

/// <param name="Start">Time of the section or turn; null where unknown.</param>
/// <param name="Inside">Questions in the section.</param>
internal sealed record OutlineEntry(string Text, string Link, Timestamp? Start, IReadOnlyList<OutlineEntry> Inside);
