namespace PodcastInsights.Core.Episodes;

/// <summary>A heading between turns, which nobody says. The section ends at the next heading, whatever its level in the file.</summary>
/// <param name="Number">Its place in the edition, from 1.</param>
/// <param name="Title">The heading's words, without Markdown marks, on one line.</param>
/// <param name="Start">When it begins in the recording; null where the file gives no time.</param>
/// <param name="TurnId">The first turn below it; a turn may stand below several.</param>
public sealed record Section(int Number, string Title, Timestamp? Start, TurnId TurnId);

public static class SectionPlaces
{
    /// <summary>The section of a turn; null for a turn before the first section.</summary>
    /// <param name="sections">Sections of the turn's edition, in order.</param>
    /// <param name="turn">Number of the turn, from 1.</param>
    public static Section? At(this IReadOnlyList<Section> sections, int turn)
    {
        ArgumentNullException.ThrowIfNull(sections);
        var (begun, rest) = (0, sections.Count);
        while (begun < rest)
        {
            var middle = (begun + rest) / 2;
            if (sections[middle].TurnId.Number <= turn)
            {
                begun = middle + 1;
            }
            else
            {
                rest = middle;
            }
        }

        return begun == 0 ? null : sections[begun - 1];
    }
}
