using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation;

/// <summary>
/// The parameter <c>w</c> of a link: a range of words of one turn or consecutive turns, with a hash of the words. <c>12-20-1jc4k0</c> is
/// words 12 to 20; <c>12-1.9-1jc4k0</c> goes on to the 9th word of the next turn with words. Links made before hashes existed have none:
/// <c>12-20</c>, <c>12</c>.
/// </summary>
public readonly record struct CitedWords
{
    /// <summary>Largest number of further turns of a quotation.</summary>
    public const int MostTurnsOn = 20;

    private CitedWords(int first, int turnsOn, int last, string? hash) =>
        (First, TurnsOn, Last, Hash) = (first, turnsOn, last, hash);

    /// <summary>The first word, counted from 1 over all paragraphs of the turn, as <see cref="WordReader"/> reads them.</summary>
    public int First { get; }

    /// <summary>Number of further turns with words to the last word: 0 for the same turn.</summary>
    public int TurnsOn { get; }

    /// <summary>The last word, inclusive, counted from 1 in its own turn.</summary>
    public int Last { get; }

    /// <summary>Hash of the folded words: see <see cref="SpokenWords"/>. Null in old links.</summary>
    public string? Hash { get; }

    /// <summary>Makes the parameter for a range of words. All links to words are made here.</summary>
    /// <param name="turns">The turns from that of the link to the one with the last word.</param>
    /// <returns>Null where there are no such words, or the turns are not consecutive.</returns>
    public static CitedWords? Of(IReadOnlyList<Turn> turns, int first, int last)
    {
        ArgumentNullException.ThrowIfNull(turns);
        if (turns.Index().Any(turn => turn.Item.Number != turns[0].Number + turn.Index))
        {
            return null;
        }

        var words = SpokenWords.Of(turns);
        return words.Window(first, words.TurnCount - 1, last) is { } window ? words.Cite(window) : null;
    }

    /// <inheritdoc cref="Of(IReadOnlyList{Turn}, int, int)"/>
    public static CitedWords? Of(Turn turn, int first, int last) => Of([turn], first, last);

    /// <summary>Makes the parameter for a place; where its turns are not consecutive, for the words in the first of them.</summary>
    public static CitedWords? Of(QuotationPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var first = place.Turns[0];
        return Of(place.Turns, place.FirstWord, place.LastWord) ?? Of(first, place.FirstWord, first.WordCount);
    }

    internal static CitedWords Of(int first, int turnsOn, int last, string hash) => new(first, turnsOn, last, hash);

    public override string ToString() => (Hash, TurnsOn) switch
    {
        (null, 0) when First == Last => string.Create(CultureInfo.InvariantCulture, $"{First}"),
        (null, 0) => string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}"),
        (null, _) => string.Create(CultureInfo.InvariantCulture, $"{First}-{TurnsOn}.{Last}"),
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}-{Hash}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{First}-{TurnsOn}.{Last}-{Hash}"),
    };

    public static bool TryParse([NotNullWhen(true)] string? text, out CitedWords words)
    {
        words = default;
        var parts = (text ?? "").Split('-');
        if (parts.Length > 3
            || !TryRead(parts[0], out var first)
            || !TryReadLast(parts.Length > 1 ? parts[1] : parts[0], out var turnsOn, out var last)
            || (turnsOn == 0 && first > last)
            || (parts.Length > 2 && !ShortHash.IsOne(parts[2])))
        {
            return false;
        }

        words = new(first, turnsOn, last, parts.Length > 2 ? parts[2] : null);
        return true;
    }

    private static bool TryReadLast(string text, out int turnsOn, out int last)
    {
        (turnsOn, last) = (0, 0);
        return text.Split('.') is var parts && parts.Length <= 2
            && (parts.Length == 1 || (TryRead(parts[0], out turnsOn) && turnsOn <= MostTurnsOn))
            && TryRead(parts[^1], out last);
    }

    private static bool TryRead(string digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
