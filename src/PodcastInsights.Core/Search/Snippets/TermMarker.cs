using System.Numerics;
using PodcastInsights.Core.Search.Analysis;

namespace PodcastInsights.Core.Search.Snippets;

/// <param name="Start">Index in the text, in characters; <paramref name="End"/> is exclusive.</param>
/// <param name="Patterns">Bit set of the patterns that end there; those beyond 64 share bits.</param>
internal readonly record struct TermMark(int Start, int End, ulong Patterns);

/// <summary>
/// Finds the query's patterns in a text, all at once, by the Shift-And algorithm: each token of a pattern has a bit, which is set while the
/// last tokens of the text match the pattern so far. The cost does not depend on the number of patterns. Immutable, so that threads can
/// share it.
/// </summary>
public sealed class TermMarker
{
    private const int BitsOfWord = 64;

    private readonly int size;
    private readonly int longest;
    private readonly ulong[] first;
    private readonly ulong[] last;

    // For each bit at which a pattern ends, the pattern.
    private readonly (int Pattern, int Length)[] ends;

    // Bits that a token sets: as a form, and as a prefix.
    private readonly Dictionary<string, ulong[]>.AlternateLookup<ReadOnlySpan<char>> forms;
    private readonly Dictionary<string, ulong[]>.AlternateLookup<ReadOnlySpan<char>> prefixes;
    private readonly int[] prefixLengths;

    // By the first character of a token: for each length, whether there is such a form or prefix. Most tokens of a text need no more.
    private readonly ulong[] lengths = new ulong[BitsOfWord];

    public TermMarker(IReadOnlyList<TermPattern> patterns)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        var bits = patterns.Sum(static pattern => pattern.Tokens.Count);
        size = (bits + BitsOfWord - 1) / BitsOfWord;
        longest = patterns.Select(static pattern => pattern.Tokens.Count).DefaultIfEmpty().Max();
        first = new ulong[size];
        last = new ulong[size];
        ends = new (int, int)[bits];
        Words = patterns.Count > BitsOfWord
            ? 0
            : patterns.Index().Where(static one => one.Item.Tokens.Count == 1).Aggregate(0UL, static (all, one) => all | (1UL << one.Index));
        Patterns = patterns.Count;
        var byForm = new Dictionary<string, ulong[]>(StringComparer.Ordinal);
        var byPrefix = new Dictionary<string, ulong[]>(StringComparer.Ordinal);
        var bit = 0;
        foreach (var (number, pattern) in patterns.Index())
        {
            Set(first, bit);
            foreach (var token in pattern.Tokens)
            {
                foreach (var form in token.Forms)
                {
                    Set(BitsOf(byForm, form), bit);
                }

                if (token.Prefix is { } prefix)
                {
                    Set(BitsOf(byPrefix, prefix), bit);
                }

                bit++;
            }

            Set(last, bit - 1);
            ends[bit - 1] = (number, pattern.Tokens.Count);
        }

        forms = byForm.GetAlternateLookup<ReadOnlySpan<char>>();
        prefixes = byPrefix.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var form in byForm.Keys)
        {
            LengthsOf(form) |= 1UL << Math.Min(form.Length, BitsOfWord - 1);
        }

        foreach (var prefix in byPrefix.Keys)
        {
            LengthsOf(prefix) |= ulong.MaxValue << Math.Min(prefix.Length, BitsOfWord - 1);
        }

        prefixLengths = byPrefix.Keys.Select(static prefix => prefix.Length).Distinct().Order().ToArray();
    }

    internal int Patterns { get; }

    /// <summary>Bit set of the patterns with one token; 0 where there are too many patterns.</summary>
    internal ulong Words { get; }

    /// <summary>Ranges of the patterns, in order. Ranges that overlap or have only white space between them are joined.</summary>
    public IReadOnlyList<TextRange> RangesIn(string text) => RangesIn(text, leftOut: 0);

    /// <param name="leftOut">Bit set of patterns that only count in a range with another pattern.</param>
    internal IReadOnlyList<TextRange> RangesIn(string text, ulong leftOut)
    {
        var ranges = new List<TextRange>();
        var found = 0UL;
        foreach (var mark in MarksIn(text))
        {
            if (ranges is [.., var before] && (mark.Start <= before.End || text.AsSpan(before.End, mark.Start - before.End).IsWhiteSpace()))
            {
                ranges[^1] = before with { End = Math.Max(before.End, mark.End) };
                found |= mark.Patterns;
            }
            else
            {
                LeaveOut();
                ranges.Add(new TextRange(mark.Start, mark.End));
                found = mark.Patterns;
            }
        }

        LeaveOut();
        return ranges;

        void LeaveOut()
        {
            if (ranges.Count > 0 && (found & ~leftOut) == 0)
            {
                ranges.RemoveAt(ranges.Count - 1);
            }
        }
    }

    /// <summary>At most one mark for each token: the longest pattern that ends there. Sorted by start, the longest first.</summary>
    internal List<TermMark> MarksIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var marks = new List<TermMark>();
        if (size == 0)
        {
            return marks;
        }

        var state = new ulong[size];
        var allowed = new ulong[size];
        var starts = new int[(int)BitOperations.RoundUpToPowerOf2((uint)longest)];
        var tokens = 0;
        var begun = false;
        var reader = new TokenReader(text, stackalloc char[TokenReader.MaxLength]);
        while (reader.MoveNext())
        {
            if (reader.BreakBefore)
            {
                Advance(IndexedText.Break, reader.Start, reader.Start);
            }

            Advance(reader.Term, reader.Start, reader.End);
        }

        marks.Sort(static (x, y) => x.Start != y.Start ? x.Start.CompareTo(y.Start) : y.End.CompareTo(x.End));
        return marks;

        void Advance(ReadOnlySpan<char> token, int start, int end)
        {
            starts[tokens++ & (starts.Length - 1)] = start;
            if (!MayAllow(token))
            {
                if (begun)
                {
                    Array.Clear(state);
                    begun = false;
                }

                return;
            }

            begun = true;
            Allow(allowed, token);
            var carry = 0UL;
            var ending = 0UL;
            for (var i = 0; i < size; i++)
            {
                var moved = (state[i] << 1) | carry | first[i];
                carry = state[i] >> (BitsOfWord - 1);
                state[i] = moved & allowed[i];
                ending |= state[i] & last[i];
            }

            if (ending != 0)
            {
                var (length, patterns) = EndingIn(state);
                marks.Add(new TermMark(starts[(tokens - length) & (starts.Length - 1)], end, patterns));
            }
        }
    }

    private static void Set(ulong[] bits, int bit) => bits[bit / BitsOfWord] |= 1UL << (bit % BitsOfWord);

    private ref ulong LengthsOf(ReadOnlySpan<char> token) => ref lengths[(token.IsEmpty ? 0 : token[0]) % BitsOfWord];

    /// <summary>Whether <see cref="Allow"/> may find something.</summary>
    private bool MayAllow(ReadOnlySpan<char> token) => (LengthsOf(token) >> Math.Min(token.Length, BitsOfWord - 1) & 1) != 0;

    private ulong[] BitsOf(Dictionary<string, ulong[]> map, string key) =>
        map.TryGetValue(key, out var bits) ? bits : map[key] = new ulong[size];

    /// <summary>The bits that the token sets.</summary>
    private void Allow(ulong[] allowed, ReadOnlySpan<char> token)
    {
        Array.Clear(allowed);
        if (forms.TryGetValue(token, out var bits))
        {
            Add(allowed, bits);
        }

        foreach (var length in prefixLengths)
        {
            if (length > token.Length)
            {
                return;
            }

            if (prefixes.TryGetValue(token[..length], out bits))
            {
                Add(allowed, bits);
            }
        }

        static void Add(ulong[] allowed, ulong[] bits)
        {
            for (var i = 0; i < bits.Length; i++)
            {
                allowed[i] |= bits[i];
            }
        }
    }

    /// <summary>The length of the longest pattern that ends here, and the set of those that do.</summary>
    private (int Length, ulong Patterns) EndingIn(ulong[] state)
    {
        var (longestHere, patterns) = (0, 0UL);
        for (var i = 0; i < size; i++)
        {
            for (var ending = state[i] & last[i]; ending != 0; ending &= ending - 1)
            {
                var (pattern, length) = ends[(i * BitsOfWord) + BitOperations.TrailingZeroCount(ending)];
                longestHere = Math.Max(longestHere, length);
                patterns |= 1UL << (pattern % BitsOfWord);
            }
        }

        return (longestHere, patterns);
    }
}
