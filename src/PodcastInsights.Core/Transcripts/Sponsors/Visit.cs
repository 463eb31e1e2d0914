namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>
/// A short talk of the host with somebody who speaks only in it, in an episode with other guests: a sponsor's staff, or a listener with a
/// question.
/// </summary>
/// <param name="Visitor">The first visitor to speak.</param>
/// <param name="FirstTurn">Index of the first turn of a visitor.</param>
/// <param name="LastTurn">
/// Index of the last one, inclusive; turns between those of a visitor belong to the talk, whoever the file attributes them to.
/// </param>
/// <param name="Interrupts">Whether the same guest speaks directly before and after, so that the conversation is interrupted.</param>
internal sealed record Visit(string Visitor, int FirstTurn, int LastTurn, bool Interrupts)
{
    /// <summary>Largest number of turns; the longest known visits have about ten.</summary>
    public const int LongestTurns = 14;

    public bool Holds(int turn) => turn >= FirstTurn && turn <= LastTurn;

    /// <summary>The visits of an episode, in order.</summary>
    /// <param name="speakers">Speaker of each turn; null where unknown.</param>
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

        // The guest speaks throughout: without somebody who is heard for longer, nobody is a visitor.
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

        // A question of the host may come between, or two where the file attributes an answer to somebody else.
        bool GoesOn(int turn, int next) =>
            next - turn <= 2 || (next - turn == 4 && GuestAt(turn + 1) is null && GuestAt(next - 1) is null);

        // A few turns may be elsewhere, where the file attributes words of the guest to a visitor.
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
