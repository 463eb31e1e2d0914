using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation;

/// <summary>What the words of a link were, out of what is remembered; certain, since they have the link's hash.</summary>
internal sealed record EarlierWords(SpokenWords Words, WordWindow Window)
{
    /// <summary>Turns further on whose earlier words are sought: the combinations of what each may have been are tried.</summary>
    private const int MostTurnsOn = 2;

    /// <summary>How far from its number a turn of a quotation over several may be.</summary>
    private const int Near = 2;

    public string Text => string.Join('\n', Words.PassagesOf(Window).Select(passage => passage.Text));

    /// <param name="turns">As they are now: some of the quoted turns may be as they were.</param>
    /// <param name="at">The turn that the link leads to now.</param>
    /// <param name="id">Of the link.</param>
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
