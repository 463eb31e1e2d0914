using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Transcripts.Turns;

/// <summary>Makes an edition's sections from the headings before its turns.</summary>
internal static class SectionList
{
    /// <summary>Longest title in characters, because titles are shown in lists and next to search results.</summary>
    public const int LongestTitle = 300;

    /// <param name="ids">Of the draft's turns.</param>
    public static List<Section> Of(EditionDraft draft, IReadOnlyList<TurnId> ids)
    {
        var sections = new List<Section>();
        foreach (var (index, turn) in draft.Turns.Index())
        {
            foreach (var heading in turn.Sections)
            {
                if (TitleOf(heading, draft.Diagnostics) is { Length: > 0 } title)
                {
                    sections.Add(new Section(sections.Count + 1, title, heading.Start, ids[index]));
                }
            }
        }

        return sections;
    }

    private static string TitleOf(DraftSection heading, DiagnosticList diagnostics)
    {
        var title = string.Join(' ', heading.Title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (title.Length <= LongestTitle)
        {
            return title;
        }

        diagnostics.Warning(
            "section.title-cut", heading.Line, $"This heading has {title.Length} characters; the section is called by the first of them.");
        return Excerpt.Of(title, LongestTitle);
    }
}
