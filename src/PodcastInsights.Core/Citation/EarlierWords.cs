using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation;

/// <summary>The former words of a link, from remembered turns. Certain, because they have the link's hash.</summary>
internal sealed record EarlierWords(SpokenWords Words, WordWindow Window)
{
    /// <summary>Largest number of further turns: all combinations of their versions are tried.</summary>
    private const int MostTurnsOn = 2;

    /// <summary>How far from its number a turn of a longer quotation is looked for.</summary>
    private const int Near = 2;

    public string Text => string.Join('\n', Words.PassagesOf(Window).Select(passage => passage.Text));

    /// <param name="turns">The present turns, some of which may be unchanged.</param>
    /// <param name="at">The turn that the link leads to now.</param>
    /// <param name="id">Id in the link.</param>
    public static EarlierWords? Of(
        CitedWords cited, TurnId id, IReadOnlyList<Turn> turns, int at, IReadOnlyList<RememberedTurn> remembered)
    {
        if (cited.TurnsOn > MostTurnsOn)
        {
            return null;
        }

        var starts = remembered.Where(turn => turn.Id.Hash == id.Hash).Select(turn => turn.ToTurn());
        return starts.Append(turns[at]).Select(start => Continued([start])).FirstOrDefault(found => found is not null);

        EarlierWords? Continued(IReadOnlyList<Turn> chosen)
        {
            if (chosen.Count <= cited.TurnsOn)
            {
                return Candidates(chosen.Count).Select(next => Continued([.. chosen, next])).FirstOrDefault(found => found is not null);
            }

            var words = SpokenWords.Of(chosen);
            return words.Window(cited, 0) is { } window && words.HashOf(window) == cited.Hash ? new(words, window) : null;
        }

        IEnumerable<Turn> Candidates(int on) => remembered
            .Where(turn => Math.Abs(turn.Id.Number - id.Number - on) <= Near)
            .Select(turn => turn.ToTurn())
            .Concat(turns.Skip(at + on - Near).Take((2 * Near) + 1));
    }
}
