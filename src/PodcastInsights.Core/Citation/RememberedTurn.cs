using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation;

/// <summary>A turn as it was before an import that changed or removed it.</summary>
/// <param name="Id">The former id.</param>
/// <param name="Text">The plain text, one paragraph a line.</param>
/// <param name="Successor">The turn that its words became part of; null where no turn is similar.</param>
public sealed record RememberedTurn(TurnId Id, string? Speaker, string Text, TurnId? Successor)
{
    /// <summary>Least share of the words after the first ones that both turns must have in common.</summary>
    private const double Same = 0.5;

    /// <summary>Up to this many further words may all differ.</summary>
    private const int Few = 3;

    /// <summary>Whether the other turn, which begins with the same words, may be this one edited, merged or split.</summary>
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

    /// <summary>Makes a turn of the remembered data.</summary>
    public Turn ToTurn() => new(
        Id, Id.Number, Speaker, false, null, [.. Text.Split('\n').Select(line => new Paragraph(line, null, false, ""))]);
}
