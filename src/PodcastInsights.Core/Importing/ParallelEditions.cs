using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Importing;

/// <summary>
/// Pairs the turns of an episode's other editions with those of the first one and gives them the same ids, so that one link works in both
/// languages. With equal numbers of turns, all are paired in order. Otherwise turns are paired from the start and from the end while the
/// speakers alternate alike and the lengths keep to the usual ratio.
/// </summary>
internal static class ParallelEditions
{
    /// <summary>Largest factor by which the ratio of a pair's lengths may differ from that of the editions.</summary>
    private const double LargestDeviation = 3;

    /// <summary>Length in characters below which a turn's length is not compared.</summary>
    private const int TellingLength = 40;

    public static IReadOnlyList<Edition> Anchored(IReadOnlyList<Edition> editions) =>
        editions.Count < 2 ? editions : [editions[0], .. editions.Skip(1).Select(edition => Anchored(editions[0], edition))];

    private static Edition Anchored(Edition first, Edition other)
    {
        var (left, right) = (first.Turns, other.Turns);
        var fromStart = left.Count == right.Count ? left.Count : SurePairs(left, right);
        var fromEnd = Math.Min(SurePairs([.. left.Reverse()], [.. right.Reverse()]), Math.Min(left.Count, right.Count) - fromStart);
        var ids = new Dictionary<TurnId, TurnId>();
        var turns = new List<Turn>(right.Count);
        for (var i = 0; i < right.Count; i++)
        {
            var twin = i < fromStart ? left[i] : right.Count - i <= fromEnd ? left[left.Count - (right.Count - i)] : null;
            var id = twin is null ? right[i].Id : TurnId.Twin(right[i].Number, twin.Id);
            ids[right[i].Id] = id;
            turns.Add(right[i] with { Id = id });
        }

        return other with
        {
            Turns = turns,
            Takeaways = [.. other.Takeaways.Select(takeaway => takeaway with { TurnId = takeaway.TurnId is { } id ? ids[id] : null })],
            Sponsors = [.. other.Sponsors.Select(read => read with { TurnId = ids[read.TurnId] })],
            Notes = [.. other.Notes.Select(note => note with { TurnId = ids[note.TurnId] })],
            Sections = [.. other.Sections.Select(section => section with { TurnId = ids[section.TurnId] })],
            Diagnostics = fromStart + fromEnd == Math.Max(left.Count, right.Count)
                ? other.Diagnostics
                : [
                    .. other.Diagnostics,
                    new Diagnostic(
                        DiagnosticSeverity.Warning,
                        "twins.differ",
                        other.Path,
                        0,
                        $"This edition has {Counted.Of(right.Count, "turn")} and '{first.Path}' has {left.Count}: "
                        + $"{Counted.Of(fromStart + fromEnd, "turn")} can be paired with certainty."),
                ],
        };
    }

    private static int SurePairs(IReadOnlyList<Turn> left, IReadOnlyList<Turn> right)
    {
        var ratio = Ratio(MedianLength(left), MedianLength(right));
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var namesBack = new Dictionary<string, string>(StringComparer.Ordinal);
        var sure = 0;
        while (sure < Math.Min(left.Count, right.Count)
            && Alike(names, left[sure].Speaker, right[sure].Speaker)
            && Alike(namesBack, right[sure].Speaker, left[sure].Speaker)
            && IsPlausible(Length(left[sure]), Length(right[sure]), ratio))
        {
            sure++;
        }

        return sure;
    }

    /// <summary>Whether the name is always paired with the same name of the other edition.</summary>
    private static bool Alike(Dictionary<string, string> names, string? name, string? other) =>
        names.TryAdd(name ?? "", other ?? "") || names[name ?? ""] == (other ?? "");

    private static bool IsPlausible(int left, int right, double ratio) =>
        Math.Max(left, right * ratio) < TellingLength || Ratio(left, right) / ratio is > 1 / LargestDeviation and < LargestDeviation;

    /// <summary>The median, because one very long turn must not change the ratio.</summary>
    private static int MedianLength(IReadOnlyList<Turn> turns) => turns.Select(Length).Order().ElementAt(turns.Count / 2);

    private static double Ratio(int left, int right) => (left + 1.0) / (right + 1.0);

    private static int Length(Turn turn) => turn.Paragraphs.Sum(paragraph => paragraph.Text.Length);
}
