using System.Runtime.CompilerServices;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>
/// A posting list: the documents that contain a term, ascending, and its positions in each. A document is the unit of ranking: the words of
/// one turn, or of the sponsor reads in it. Immutable, so that threads can share it.
/// </summary>
public sealed class PostingList
{
    private readonly int[] documents;
    private readonly byte[] weights;
    private readonly PlaceStarts starts;
    private readonly byte[] places;

    // Weights that do not fit in a byte, by document; may include documents of other lists. Null where there are none.
    private readonly Dictionary<int, float>? heavy;

    // The arrays may be longer than this list and shared: a list made by appending continues after its end. Null where nothing can be
    // appended.
    private readonly StrongBox<int>? taken;

    /// <param name="weights">See <see cref="PlaceWeight"/>.</param>
    /// <param name="starts">Offset of each document's positions, and the end.</param>
    /// <param name="places">See <see cref="PlaceReader"/>.</param>
    internal PostingList(int[] documents, byte[] weights, Dictionary<int, float>? heavy, ReadOnlySpan<int> starts, byte[] places)
        : this(documents, weights, heavy, new PlaceStarts(starts, starts.Length), places, documents.Length, null)
    {
    }

    private PostingList(
        int[] documents,
        byte[] weights,
        Dictionary<int, float>? heavy,
        PlaceStarts starts,
        byte[] places,
        int count,
        StrongBox<int>? taken)
    {
        this.documents = documents;
        this.weights = weights;
        this.heavy = heavy;
        this.starts = starts;
        this.places = places;
        this.taken = taken;
        Count = count;
    }

    public static PostingList Empty { get; } = new([], [], null, [0], []);

    public int Count { get; }

    public ReadOnlySpan<int> Documents => documents.AsSpan(0, Count);

    /// <summary>Memory used, in bytes.</summary>
    public long Size => 160 + (5L * documents.Length) + starts.Size + places.Length + (40L * (heavy?.Count ?? 0));

    /// <summary>The term's weighted frequency in the document at that index; forms other than the typed one count less than one.</summary>
    public float WeightOf(int index) =>
        weights[index] is var code && code != PlaceWeight.Heavy ? PlaceWeight.Decode(code) : heavy![documents[index]];

    /// <summary>The weight of <see cref="WeightOf"/> as <see cref="PlaceWeight"/> encodes it.</summary>
    internal byte CodeOf(int index) => weights[index];

    /// <summary>What <see cref="CodeOf"/> gives for each document.</summary>
    internal ReadOnlySpan<byte> Codes => weights.AsSpan(0, Count);

    /// <summary>
    /// Concatenates this list and one whose documents all come later. The cost is that of the later list: a list that grows gets spare
    /// capacity.
    /// </summary>
    public PostingList Then(PostingList later)
    {
        ArgumentNullException.ThrowIfNull(later);
        if (later.Count == 0)
        {
            return this;
        }

        if (Count == 0)
        {
            return later;
        }

        var count = Count + later.Count;
        var end = starts[Count];
        var from = later.starts[0];
        var added = later.starts.Read(0, later.Count + 1);
        for (var i = 0; i < added.Length; i++)
        {
            added[i] += end - from;
        }

        var all = later.heavy is null ? heavy
            : heavy is null ? later.heavy
            : new Dictionary<int, float>([.. heavy, .. later.heavy.Where(pair => !heavy.ContainsKey(pair.Key))]);
        var hasRoom = taken is not null && count <= documents.Length && added[^1] <= places.Length
            && Interlocked.CompareExchange(ref taken.Value, count, Count) == Count
            && starts.TryWrite(Count, added);
        var joined = hasRoom
            ? new PostingList(documents, weights, all, starts, places, count, taken)
            : WithRoom(count, added, all);
        later.Documents.CopyTo(joined.documents.AsSpan(Count));
        later.weights.AsSpan(0, later.Count).CopyTo(joined.weights.AsSpan(Count));
        later.places.AsSpan(from..later.starts[later.Count]).CopyTo(joined.places.AsSpan(end));
        return joined;
    }

    /// <summary>This list without the documents after the given one.</summary>
    public PostingList UpTo(int document) => Count == 0 || documents[Count - 1] <= document
        ? this
        : new PostingList(documents, weights, heavy, starts, places, Seek(0, document + 1), taken);

    /// <summary>The part of this list in a range of documents; shares the positions.</summary>
    public PostingList Within(DocumentRange range)
    {
        var from = Seek(0, range.First);
        var to = Seek(from, range.End);
        return from == 0 && to == Count
            ? this
            : new PostingList(documents[from..to], weights[from..to], heavy, starts.Read(from, to + 1), places);
    }

    /// <summary>Number of positions in the document before the given one.</summary>
    public int CountBefore(int document, int position)
    {
        var index = Seek(0, document);
        var count = 0;
        if (index < Count && documents[index] == document)
        {
            var reader = new PlaceReader(PlacesOf(index));
            while (reader.MoveNext() && reader.Position < position)
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>Decodes the positions in the document at that index, ascending; each is twice the position, plus one for another form.</summary>
    /// <param name="into">Buffer; replaced by a longer one where it is too short.</param>
    /// <param name="spare">Number of unused elements to leave at the end.</param>
    /// <returns>Number of positions.</returns>
    internal int Read(int index, ref int[] into, int spare = 0)
    {
        var bytes = PlacesOf(index);
        if (into.Length < bytes.Length + spare)
        {
            into = new int[2 * (bytes.Length + spare)];
        }

        var count = 0;
        var reader = new PlaceReader(bytes);
        while (reader.MoveNext())
        {
            into[count++] = reader.Place;
        }

        return count;
    }

    internal ReadOnlySpan<byte> PlacesOf(int index) => PlacesOf(index, index + 1);

    /// <summary>The positions of documents from one index, inclusive, to another, exclusive; see <see cref="PlaceReader"/>.</summary>
    internal ReadOnlySpan<byte> PlacesOf(int from, int to) => places.AsSpan(starts[from]..starts[to]);

    /// <summary>Writes where the positions of documents from an index on end, if those of the first begin at <paramref name="start"/>.</summary>
    internal void ReadEnds(int from, Span<int> ends, int start) => starts.Read(from + 1, ends, start - starts[from]);

    /// <summary>
    /// Adds the positions in the document at that index to <paramref name="into"/>, ascending; each is twice the position, plus one for
    /// another form.
    /// </summary>
    internal void Read(int index, List<int> into)
    {
        var reader = new PlaceReader(PlacesOf(index));
        while (reader.MoveNext())
        {
            into.Add(reader.Place);
        }
    }

    /// <summary>The first index at or after <paramref name="from"/> whose document is not before <paramref name="document"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal int Seek(int from, int document)
    {
        // Galloping search: short steps through lists of similar length, long ones through a long list.
        var step = 1;
        var low = from;
        var high = from;
        while (high < Count && documents[high] < document)
        {
            low = high + 1;
            high += step;
            step <<= 1;
        }

        high = Math.Min(high, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (documents[middle] < document)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <param name="added">Offsets of the positions to be appended, relative to the end of this list.</param>
    /// <returns>A copy with spare capacity, whose count includes documents to be written.</returns>
    private PostingList WithRoom(int count, int[] added, Dictionary<int, float>? heavyOfAll)
    {
        var room = count + (count / 8) + 8;
        var (newDocuments, newWeights) = (new int[room], new byte[room]);
        var newPlaces = new byte[added[^1] + (added[^1] / 8) + 64];
        Documents.CopyTo(newDocuments);
        weights.AsSpan(0, Count).CopyTo(newWeights);
        places.AsSpan(0, starts[Count]).CopyTo(newPlaces);
        var newStarts = new PlaceStarts([.. starts.Read(0, Count), .. added], room + 1);
        return new PostingList(newDocuments, newWeights, heavyOfAll, newStarts, newPlaces, count, new StrongBox<int>(count));
    }
}
