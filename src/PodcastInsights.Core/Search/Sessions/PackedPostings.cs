using System.Runtime.InteropServices;
using System.Text;
using PodcastInsights.Core.Importing.Records;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// A posting list in the format in which engines store it: for each document the difference to the one before, the number of positions, and
/// the difference of each position to the one before, as numbers of seven bits per byte.
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
        var places = new Dictionary<string, List<(int Document, int Position)>>(StringComparer.Ordinal);
        var byTerm = places.GetAlternateLookup<ReadOnlySpan<char>>();
        var buffer = Array.Empty<char>();
        foreach (var (index, document) in documents.Index())
        {
            if (buffer.Length < document.Tokens.Length)
            {
                buffer = new char[document.Tokens.Length];
            }

            var text = buffer.AsSpan(0, Encoding.UTF8.GetChars(document.Tokens.Span, buffer));
            var position = 0;
            foreach (var range in text.Split(' '))
            {
                if (text[range] is { Length: > 0 } term)
                {
                    ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(byTerm, term, out _);
                    (list ??= []).Add((first + index, position++));
                }
            }
        }

        return [.. places.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => Pack(pair.Key, pair.Value))];
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

            foreach (var (document, positions) in list.Documents())
            {
                joined.Add(document, positions);
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
        foreach (var (document, positions) in Documents().Where(pair => isKept(pair.Document)))
        {
            kept.Add(document, positions);
        }

        return kept.IsEmpty ? null : kept.Build();
    }

    /// <summary>Appends the documents after the given one to a list that is being built.</summary>
    internal static void Read(ReadOnlySpan<byte> list, int after, PostingListBuilder into)
    {
        var document = 0;
        while (!list.IsEmpty)
        {
            document += Next(ref list);
            var count = Next(ref list);
            for (var position = 0; count > 0; count--)
            {
                position += Next(ref list);
                if (document > after)
                {
                    into.Add(position);
                }
            }

            into.Close(document);
        }
    }

    private static PackedPostings Pack(string term, List<(int Document, int Position)> places)
    {
        var builder = new Builder(term);
        var positions = new List<int>();
        for (var i = 0; i < places.Count; i++)
        {
            positions.Add(places[i].Position);
            if (i + 1 == places.Count || places[i + 1].Document != places[i].Document)
            {
                builder.Add(places[i].Document, positions);
                positions.Clear();
            }
        }

        return builder.Build();
    }

    /// <summary>Enumerates the documents with their positions, which are valid until the next one.</summary>
    private IEnumerable<(int Document, List<int> Positions)> Documents()
    {
        var positions = new List<int>();
        var (document, at) = (0, 0);
        while (at < List.Length)
        {
            (document, at) = ReadNext(document, at, positions);
            yield return (document, positions);
        }
    }

    private (int Document, int At) ReadNext(int document, int at, List<int> positions)
    {
        positions.Clear();
        var rest = List.Span[at..];
        document += Next(ref rest);
        var count = Next(ref rest);
        for (var position = 0; count > 0; count--)
        {
            positions.Add(position += Next(ref rest));
        }

        return (document, List.Length - rest.Length);
    }

    private static int Next(ref ReadOnlySpan<byte> list)
    {
        var (value, at) = (0, 0);
        while (list[at] >= 0x80)
        {
            value = (value << 7) | (list[at++] & 0x7F);
        }

        value = (value << 7) | list[at++];
        list = list[at..];
        return value;
    }

    private sealed class Builder(string term)
    {
        private readonly List<byte> bytes = [];
        private int first;
        private int last;
        private int occurrences;

        public bool IsEmpty => occurrences == 0;

        public int Bytes => bytes.Count;

        public void Add(int document, List<int> positions)
        {
            Write(document - last);
            Write(positions.Count);
            var before = 0;
            foreach (var position in positions)
            {
                Write(position - before);
                before = position;
            }

            (first, last) = (IsEmpty ? document : first, document);
            occurrences += positions.Count;
        }

        /// <summary>Adds a whole list: only its first difference changes.</summary>
        public void Add(PackedPostings list)
        {
            var rest = list.List.Span;
            Write(Next(ref rest) - last);
            bytes.AddRange(rest);
            (first, last) = (IsEmpty ? list.First : first, list.Last);
            occurrences += list.Occurrences;
        }

        public PackedPostings Build() => new(term, first, last, occurrences, bytes.ToArray());

        private void Write(int number)
        {
            for (var shift = 28; shift > 0; shift -= 7)
            {
                if (number >> shift != 0)
                {
                    bytes.Add((byte)(0x80 | (number >> shift)));
                }
            }

            bytes.Add((byte)(number & 0x7F));
        }
    }
}
