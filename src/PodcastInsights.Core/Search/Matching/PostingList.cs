using System.Runtime.CompilerServices;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>
/// Where something stands: the documents that hold it, ascending, and its places in each. A document is what is ranked: the
/// words of one turn, or those of the sponsor reads in it. Never changed once built, so that threads share it.
/// </summary>
public sealed class PostingList
{
    private readonly int[] documents;
    private readonly byte[] weights;
    private readonly PlaceStarts starts;
    private readonly byte[] places;

    // Weights by document that no byte has; perhaps of documents of other lists too. Null where there are none.
    private readonly Dictionary<int, float>? heavy;

    // The arrays may be longer and shared: a list that came from this one goes on behind its end. Null where nothing can be put there.
    private readonly StrongBox<int>? taken;

    /// <param name="weights">See <see cref="PlaceWeight"/>.</param>
    /// <param name="starts">Where a document's places start; one more than documents.</param>
    /// <param name="places">See <see cref="PlaceReader"/>.</param>
    internal PostingList(int[] documents, byte[] weights, Dictionary<int, float>? heavy, int[] starts, byte[] places)
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

    /// <summary>Memory held, in bytes.</summary>
    public long Size => 160 + (5L * documents.Length) + starts.Size + places.Length + (40L * (heavy?.Count ?? 0));

    /// <summary>How often it stands in the document at that index; a form other than the one typed counts for less than one.</summary>
    public float WeightOf(int index) =>
        weights[index] is var code && code != PlaceWeight.Heavy ? PlaceWeight.Decode(code) : heavy![documents[index]];

    /// <summary>
    /// This list and then the other, whose documents all come later. Costs what the other is long: a list that grows once gets room to
    /// grow again.
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

    /// <summary>This list without the documents that come after that one.</summary>
    public PostingList UpTo(int document) => Count == 0 || documents[Count - 1] <= document
        ? this
        : new PostingList(documents, weights, heavy, starts, places, Seek(0, document + 1), taken);

    /// <summary>The part of this list whose documents are in the range; shares the places.</summary>
    public PostingList Within(DocumentRange range)
    {
        var from = Seek(0, range.First);
        var to = Seek(from, range.End);
        return from == 0 && to == Count
            ? this
            : new PostingList(documents[from..to], weights[from..to], heavy, starts.Read(from, to + 1), places);
    }

    /// <summary>How many of the positions in the document stand before that one.</summary>
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

    /// <summary>The places in the document at that index, ascending; each is twice its position, plus one for another form.</summary>
    /// <param name="into">Exchanged for a longer one where it is too short.</param>
    /// <param name="spare">Room to leave behind the places.</param>
    /// <returns>How many there are.</returns>
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

    internal ReadOnlySpan<byte> PlacesOf(int index) => places.AsSpan(starts[index]..starts[index + 1]);

    /// <summary>
    /// Puts the places in the document at that index into <paramref name="into"/>, ascending; each is twice its position, plus one for
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
        // Galloping: lists of like length are walked in steps of one, a long list is leapt through.
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

    /// <param name="added">Starts of the places that come later, from this list's end on.</param>
    /// <returns>A copy that counts more documents than it has yet, with room for more.</returns>
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
