using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search.Naming;

/// <summary>
/// Finds names one typing error away from a text. One error leaves either the first or the second half of a name unchanged. Each name is
/// indexed under both halves, without the two middle letters, which may be swapped. The cost of an entry does not depend on the name's
/// length.
/// </summary>
internal sealed class EditDistanceIndex
{
    // Shorter names are similar to too many others. A Han character counts as several letters.
    private const int LeastLetters = 4;
    private const int LeastCharacters = 3;

    // Largest number of names under one half that are compared.
    private const int MostOfPiece = 20_000;

    private readonly IReadOnlyList<string> keys;
    private readonly int[] hashes;
    private readonly int[] entries;

    public EditDistanceIndex(IReadOnlyList<string> keys)
    {
        this.keys = keys;
        hashes = new int[2 * keys.Count];
        entries = new int[2 * keys.Count];
        var used = 0;
        for (var i = 0; i < keys.Count; i++)
        {
            if (IsLongEnough(keys[i]))
            {
                var (head, tail) = PiecesOf(keys[i], keys[i].Length);
                (hashes[used], entries[used++]) = (head, i);
                (hashes[used], entries[used++]) = (tail, i);
            }
        }

        Array.Resize(ref hashes, used);
        Array.Resize(ref entries, used);
        Array.Sort(hashes, entries);
    }

    /// <returns>Indices of the keys exactly one error away, in order. Digits must be equal: other numbers are other things.</returns>
    public IReadOnlyList<int> Find(string typed)
    {
        var found = new SortedSet<int>();
        for (var length = Math.Max(2, typed.Length - 1); length <= typed.Length + 1; length++)
        {
            var (head, tail) = PiecesOf(typed, length);
            Look(head, typed, found);
            Look(tail, typed, found);
        }

        return [.. found];
    }

    private void Look(int hash, string typed, SortedSet<int> found)
    {
        var at = Array.BinarySearch(hashes, hash);
        while (at > 0 && hashes[at - 1] == hash)
        {
            at--;
        }

        for (var looked = 0; at >= 0 && at < hashes.Length && hashes[at] == hash && looked < MostOfPiece; at++, looked++)
        {
            var key = keys[entries[at]];
            if (EditDistance.IsOne(typed, key, out var differs) && !IsDigit(typed, differs) && !IsDigit(key, differs))
            {
                found.Add(entries[at]);
            }
        }
    }

    /// <param name="length">Length that the intended name would have.</param>
    private static (int Head, int Tail) PiecesOf(ReadOnlySpan<char> text, int length)
    {
        var head = Math.Max(0, (length / 2) - 1);
        var tail = Math.Max(0, length - head - 2);
        return (
            HashCode.Combine(length, string.GetHashCode(text[..Math.Min(head, text.Length)])),
            HashCode.Combine(-length, string.GetHashCode(text[^Math.Min(tail, text.Length)..])));
    }

    private static bool IsLongEnough(string key) =>
        key.Length >= LeastLetters || (key.Length >= LeastCharacters && key.Any(static letter => letter >= '\u2E80'));

    private static bool IsDigit(string text, int at) => at < text.Length && char.IsDigit(text[at]);
}
