using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation;

/// <summary>A turn as it was before an import changed or removed it.</summary>
/// <param name="Id">As it was then.</param>
/// <param name="Text">The plain words, one paragraph a line.</param>
/// <param name="Heir">The turn that its words went to at that import; null where no turn was alike.</param>
public sealed record RememberedTurn(TurnId Id, string? Speaker, string Text, TurnId? Heir)
{
    /// <summary>The share of the words behind the first ones of either turn that the other must have to be taken for the same turn.</summary>
    private const double Same = 0.5;

    /// <summary>So few words more than the first ones may be others, and the turn the same.</summary>
    private const int Few = 3;

    /// <summary>Whether the other turn, which begins with the same words, can be this one, edited, joined with another or parted.</summary>
    public bool Resembles(Turn other)
    {
        var (was, now) = (Further(ToTurn()), Further(other));
        var least = Math.Min(was.Values.Sum(), now.Values.Sum());
        return least <= Few || was.Sum(word => Math.Min(word.Value, now.GetValueOrDefault(word.Key))) >= Same * least;
    }

    private static Dictionary<string, int> Further(Turn turn)
    {
        var words = SpokenWords.Of([turn]);
        return Enumerable.Range(0, words.Count).Skip(TurnId.Words).GroupBy(words.FoldedWord).ToDictionary(group => group.Key, group => group.Count());
    }

    /// <summary>The turn with what is remembered of it.</summary>
    public Turn ToTurn() => new(
        Id, Id.Number, Speaker, false, null, [.. Text.Split('\n').Select(line => new Paragraph(line, null, false, ""))]);
}
