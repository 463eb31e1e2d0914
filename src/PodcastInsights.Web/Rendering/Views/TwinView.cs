namespace PodcastInsights.Web.Rendering.Views;

/// <summary>A conversation in two languages, row by row.</summary>
/// <param name="Language">HTML's name of the right side's language; null where it is the page's own.</param>
/// <param name="Sure">Whether every turn has its twin.</param>
public sealed record TwinView(string? Language, bool Sure, IReadOnlyList<TwinRow> Rows)
{
    /// <summary>
    /// Turns are twins where the import was sure of them, which it says by giving both the same hash: from the start and from the end.
    /// What is between stands side by side unpaired.
    /// </summary>
    public static TwinView Of(EpisodeView left, EpisodeView right)
    {
        var (l, r) = (left.Turns, right.Turns);
        var most = Math.Min(l.Count, r.Count);
        var start = 0;
        while (start < most && AreTwins(l[start], r[start]))
        {
            start++;
        }

        var end = 0;
        while (end < most - start && AreTwins(l[^(end + 1)], r[^(end + 1)]))
        {
            end++;
        }

        var rows = new List<TwinRow>();
        rows.AddRange(Enumerable.Range(0, start).Select(i => new TwinRow([l[i]], [r[i]])));
        var middle = new TwinRow([.. l.Take(new Range(start, l.Count - end))], [.. r.Take(new Range(start, r.Count - end))]);
        var sure = middle.Left.Count + middle.Right.Count == 0;
        if (!sure)
        {
            rows.Add(middle);
        }

        rows.AddRange(Enumerable.Range(0, end).Reverse().Select(i => new TwinRow([l[^(i + 1)]], [r[^(i + 1)]])));

        // One place in the page can have an id.
        var taken = l.SelectMany(turn => turn.Sections.Select(section => section.Anchor).Prepend(turn.Anchor)).ToHashSet();
        return new TwinView(
            right.Spoken.Tag,
            sure,
            [.. rows.Select(row => row with { Right = [.. row.Right.Select(WithoutTakenAnchor)] })]);

        TurnView WithoutTakenAnchor(TurnView turn) => turn with
        {
            Anchor = Untaken(turn.Anchor),
            Sections = [.. turn.Sections.Select(section => section with { Anchor = Untaken(section.Anchor) })],
        };

        string? Untaken(string? anchor) => taken.Contains(anchor) ? null : anchor;
    }

    private static bool AreTwins(TurnView left, TurnView right) => left.Turn.Id.Hash == right.Turn.Id.Hash;
}

/// <summary>One turn and its twin; or turns of both sides that are not paired.</summary>
public sealed record TwinRow(IReadOnlyList<TurnView> Left, IReadOnlyList<TurnView> Right);
