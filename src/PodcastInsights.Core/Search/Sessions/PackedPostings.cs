using System.Runtime.InteropServices;
using System.Text;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// A posting list in the format in which engines store it: for each document the difference to the one before, the number of positions, and
/// the difference of each position to the one before, each encoded as <see cref="VariableByte"/>.
/// </summary>
/// <param name="First">The first document.</param>
/// <param name="Last">The last document.</param>
/// <param name="Occurrences">Number of positions in all documents.</param>
public sealed record PackedPostings(string Term, int First, int Last, int Occurrences, ReadOnlyMemory<byte> List)
{
    /// <summary>Inverts documents: their terms in ordinal order, each with its posting list.</summary>
    /// <param name="first">Id of the first document; the others are consecutive.</param>
    public static IReadOnlyList<PackedPostings> Invert(int first, IReadOnlyList<DocumentRow> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var counts = new Dictionary<string, (int Number, int Count)>(StringComparer.Ordinal);
        var said = Numbered(documents, counts);

        // The places of all terms: those of one term after those of the other, each in ascending order.
        var ends = new int[counts.Count];
        foreach (var (number, count) in counts.Values)
        {
            ends[number] = count;
        }

        for (var number = 1; number < ends.Length; number++)
        {
            ends[number] += ends[number - 1];
        }

        var places = new (int Document, int Position)[said.Sum(static document => document.Length)];
        for (var index = said.Length - 1; index >= 0; index--)
        {
            for (var position = said[index].Length - 1; position >= 0; position--)
            {
                places[--ends[said[index][position]]] = (first + index, position);
            }
        }

        // All lists are parts of one array: a segment is held in memory while it waits, with thousands of terms.
        var terms = counts.Keys.ToArray();
        Array.Sort(terms, StringComparer.Ordinal);
        var bytes = new List<byte>(2 * places.Length);
        var lists = Array.ConvertAll(terms, term =>
        {
            var (number, count) = counts[term];
            var from = bytes.Count;
            Write(bytes, places.AsSpan(ends[number], count));
            return (Of: places.AsMemory(ends[number], count), From: from, Length: bytes.Count - from);
        });
        var all = bytes.ToArray();
        return [.. lists.Select((list, i) => new PackedPostings(
            terms[i], list.Of.Span[0].Document, list.Of.Span[^1].Document, list.Of.Length, all.AsMemory(list.From, list.Length)))];
    }

    /// <summary>Joins lists of one term and splits the result into as few lists as possible, each ending when it has reached a size.</summary>
    /// <param name="lists">Lists in ascending order of documents.</param>
    public static IEnumerable<PackedPostings> Join(IEnumerable<PackedPostings> lists, int bytes)
    {
        ArgumentNullException.ThrowIfNull(lists);
        var joined = new Builder("");
        foreach (var list in lists)
        {
            joined = joined.IsEmpty ? new Builder(list.Term) : joined;
            if (joined.Bytes + list.List.Length < bytes)
            {
                joined.Add(list);
                continue;
            }

            foreach (var said in list.Documents())
            {
                joined.Add(said);
                if (joined.Bytes >= bytes)
                {
                    yield return joined.Build();
                    joined = new Builder(list.Term);
                }
            }
        }

        if (!joined.IsEmpty)
        {
            yield return joined.Build();
        }
    }

    /// <returns>Null where no document is left.</returns>
    public PackedPostings? Where(Func<int, bool> isKept)
    {
        ArgumentNullException.ThrowIfNull(isKept);
        var kept = new Builder(Term);
        foreach (var said in Documents().Where(said => isKept(said.Document)))
        {
            kept.Add(said);
        }

        return kept.IsEmpty ? null : kept.Build();
    }

    /// <summary>Appends the documents after the given one to a list that is being built.</summary>
    internal static void Read(ReadOnlySpan<byte> list, int after, PostingListBuilder into)
    {
        var document = 0;
        while (!list.IsEmpty)
        {
            var (difference, _, from, to) = Bounds(list);
            document += difference;
            if (document > after)
            {
                into.Add(document, list[from..to], bias: 0);
            }

            list = list[to..];
        }
    }

    /// <summary>Reads documents word by word.</summary>
    /// <param name="counts">Receives each term with its number and its frequency.</param>
    /// <returns>The numbers of the terms of each document.</returns>
    private static int[][] Numbered(IReadOnlyList<DocumentRow> documents, Dictionary<string, (int Number, int Count)> counts)
    {
        var byTerm = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var buffer = Array.Empty<char>();
        var said = new int[documents.Count][];
        var words = new List<int>();
        foreach (var (index, document) in documents.Index())
        {
            if (buffer.Length < document.Tokens.Length)
            {
                buffer = new char[document.Tokens.Length];
            }

            var text = buffer.AsSpan(0, Encoding.UTF8.GetChars(document.Tokens.Span, buffer));
            words.Clear();
            foreach (var range in text.Split(' '))
            {
                if (text[range] is { Length: > 0 } term)
                {
                    ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(byTerm, term, out var isKnown);
                    count = isKnown ? (count.Number, count.Count + 1) : (counts.Count - 1, 1);
                    words.Add(count.Number);
                }
            }

            said[index] = [.. words];
        }

        return said;
    }

    /// <summary>Writes a list.</summary>
    private static void Write(List<byte> bytes, ReadOnlySpan<(int Document, int Position)> places)
    {
        for (var last = 0; !places.IsEmpty;)
        {
            var (document, count, before) = (places[0].Document, 1, 0);
            while (count < places.Length && places[count].Document == document)
            {
                count++;
            }

            Write(bytes, document - last);
            Write(bytes, count);
            foreach (var (_, position) in places[..count])
            {
                Write(bytes, position - before);
                before = position;
            }

            last = document;
            places = places[count..];
        }
    }

    private static void Write(List<byte> bytes, int number)
    {
        Span<byte> encoded = stackalloc byte[VariableByte.MostBytes];
        bytes.AddRange(encoded[..VariableByte.Write(number, encoded)]);
    }

    /// <summary>Enumerates the documents, each with the number of its positions and their bytes.</summary>
    private IEnumerable<(int Document, int Count, ReadOnlyMemory<byte> Positions)> Documents()
    {
        var (document, rest) = (0, List);
        while (!rest.IsEmpty)
        {
            var (difference, count, from, to) = Bounds(rest.Span);
            document += difference;
            yield return (document, count, rest[from..to]);
            rest = rest[to..];
        }
    }

    /// <returns>The difference and count of the first document, and where its positions begin and end.</returns>
    private static (int Difference, int Count, int From, int To) Bounds(ReadOnlySpan<byte> list)
    {
        var from = 0;
        var (difference, count) = (VariableByte.Read(list, ref from), VariableByte.Read(list, ref from));
        var to = from;
        for (var left = count; left > 0; to++)
        {
            left -= list[to] < 0x80 ? 1 : 0;
        }

        return (difference, count, from, to);
    }

    private sealed class Builder(string term)
    {
        private readonly List<byte> bytes = [];
        private int first;
        private int last;
        private int occurrences;

        public bool IsEmpty => occurrences == 0;

        public int Bytes => bytes.Count;

        public void Add((int Document, int Count, ReadOnlyMemory<byte> Positions) said)
        {
            Write(bytes, said.Document - last);
            Write(bytes, said.Count);
            bytes.AddRange(said.Positions.Span);
            (first, last) = (IsEmpty ? said.Document : first, said.Document);
            occurrences += said.Count;
        }

        /// <summary>Adds a whole list: only its first difference changes.</summary>
        public void Add(PackedPostings list)
        {
            var from = 0;
            Write(bytes, VariableByte.Read(list.List.Span, ref from) - last);
            bytes.AddRange(list.List.Span[from..]);
            (first, last) = (IsEmpty ? list.First : first, list.Last);
            occurrences += list.Occurrences;
        }

        public PackedPostings Build() => new(term, first, last, occurrences, bytes.ToArray());
    }
}
