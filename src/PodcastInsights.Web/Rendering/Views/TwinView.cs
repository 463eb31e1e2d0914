namespace PodcastInsights.Web.Rendering.Views;

/// <summary>A conversation in two languages side by side, in rows.</summary>
/// <param name="Language"><c>lang</c> of the right side; null for the page's language.</param>
/// <param name="Sure">Whether all turns are paired.</param>
internal sealed record TwinView(string? Language, bool Sure, IReadOnlyList<TwinRow> Rows)
{
    /// <summary>
    /// Pairs turns with equal hashes, which the import has given to translations: from the start and from the end. Turns between are
    /// unpaired.
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

        // An id may occur once in the page.
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

/// <summary>A turn and its translation, or unpaired turns of both sides.</summary>
internal sealed record TwinRow(IReadOnlyList<TurnView> Left, IReadOnlyList<TurnView> Right);
