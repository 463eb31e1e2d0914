namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>
/// A short talk between the host and somebody who is heard in it alone, in an episode that has other guests: a sponsor's own people
/// come so, or a listener with a question.
/// </summary>
/// <param name="Visitor">Who speaks first of the visitors.</param>
/// <param name="FirstTurn">Index of the first turn of a visitor.</param>
/// <param name="LastTurn">
/// Index of the last one, inclusive; turns between two of a visitor's are in the talk, whoever the file gives them to.
/// </param>
/// <param name="Interrupts">
/// Whether the same guest speaks right before and right after, as only a break in the conversation makes it.
/// </param>
internal sealed record Visit(string Visitor, int FirstTurn, int LastTurn, bool Interrupts)
{
    /// <summary>Turns from the first to the last, at most; the longest heard have about ten.</summary>
    public const int LongestTurns = 14;

    public bool Holds(int turn) => turn >= FirstTurn && turn <= LastTurn;

    /// <summary>The visits of an episode, in order.</summary>
    /// <param name="speakers">Of each turn; null where the file does not tell.</param>
    /// <param name="mayHost">Whether a speaker may be a host.</param>
    public static IReadOnlyList<Visit> AllIn(IReadOnlyList<string?> speakers, Func<string, bool> mayHost)
    {
        var turnsOf = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var turn = 0; turn < speakers.Count; turn++)
        {
            if (speakers[turn] is { } speaker && !mayHost(speaker))
            {
                (turnsOf.TryGetValue(speaker, out var own) ? own : turnsOf[speaker] = []).Add(turn);
            }
        }

        // The episode's guest stays: nobody is a visitor where nobody else is heard for longer.
        var longest = turnsOf.Count == 0 ? default : turnsOf.MaxBy(own => own.Value[^1] - own.Value[0]);
        var visitors = turnsOf
            .Where(own => own.Key != longest.Key && IsHeardOnce(own.Value, longest.Value[^1] - longest.Value[0]))
            .Select(own => own.Key)
            .ToHashSet(StringComparer.Ordinal);
        var visits = new List<Visit>();
        for (var turn = 0; turn < speakers.Count; turn++)
        {
            if (IsVisitor(turn))
            {
                var last = turn;
                for (var next = turn + 1; next < speakers.Count && next - turn <= LongestTurns && next - last <= 4; next++)
                {
                    last = IsVisitor(next) && GoesOn(last, next) ? next : last;
                }

                visits.Add(new(speakers[turn]!, turn, last, GuestAt(turn - 2) is { } guest && guest == GuestAt(last + 2)));
                turn = last;
            }
        }

        return visits;

        bool IsVisitor(int turn) => speakers[turn] is { } speaker && visitors.Contains(speaker);

        string? GuestAt(int turn) =>
            turn >= 0 && turn < speakers.Count && speakers[turn] is { } speaker && !mayHost(speaker) ? speaker : null;

        // The host's question stands between; files give an answer to somebody else here and there, so that two of them do.
        bool GoesOn(int turn, int next) =>
            next - turn <= 2 || (next - turn == 4 && GuestAt(turn + 1) is null && GuestAt(next - 1) is null);

        // Files also give a word of the guest to a visitor, so a few turns may stand elsewhere.
        bool IsHeardOnce(List<int> turns, int longest)
        {
            var near = 1;
            while (near < turns.Count && GoesOn(turns[near - 1], turns[near]))
            {
                near++;
            }

            var length = turns[near - 1] - turns[0];
            return length < longest && length <= LongestTurns && turns.Count - near < near;
        }
    }
}
