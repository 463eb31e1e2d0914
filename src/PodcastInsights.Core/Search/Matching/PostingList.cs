using System.Runtime.CompilerServices;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>
/// Where something stands: the documents that hold it, ascending, and its places in each. A document is what is ranked: the
/// words of one turn, or those of the sponsor reads in it. Never changed once built, so that threads share it.
/// </summary>
public sealed class PostingList
{
    private readonly int[] documents;
    private readonly float[] weights;
    private readonly int[] starts;
    private readonly byte[] places;

    // The arrays may be longer and shared: a list that came from this one goes on behind its end. Null where nothing can be put there.
    private readonly StrongBox<int>? taken;

    /// <param name="starts">Where a document's places start; one more than documents.</param>
    /// <param name="places">See <see cref="PlaceReader"/>.</param>
    internal PostingList(int[] documents, float[] weights, int[] starts, byte[] places)
        : this(documents, weights, starts, places, documents.Length, null)
    {
    }

    private PostingList(int[] documents, float[] weights, int[] starts, byte[] places, int count, StrongBox<int>? taken)
    {
        this.documents = documents;
        this.weights = weights;
        this.starts = starts;
        this.places = places;
        this.taken = taken;
        Count = count;
    }

    public static PostingList Empty { get; } = new([], [], [0], []);

    public int Count { get; }

    public ReadOnlySpan<int> Documents => documents.AsSpan(0, Count);

    /// <summary>How often it stands in each document; a form other than the one typed counts for less than one.</summary>
    public ReadOnlySpan<float> Weights => weights.AsSpan(0, Count);

    /// <summary>Memory held, in bytes.</summary>
    public long Size => 120 + (12L * documents.Length) + places.Length;

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
        var end = starts[Count] + later.starts[later.Count];
        var hasRoom = taken is not null && count <= documents.Length && end <= places.Length
            && Interlocked.CompareExchange(ref taken.Value, count, Count) == Count;
        var joined = hasRoom ? new PostingList(documents, weights, starts, places, count, taken) : WithRoom(count, end);
        later.Documents.CopyTo(joined.documents.AsSpan(Count));
        later.Weights.CopyTo(joined.weights.AsSpan(Count));
        later.places.AsSpan(0, later.starts[later.Count]).CopyTo(joined.places.AsSpan(starts[Count]));
        for (var i = 1; i <= later.Count; i++)
        {
            joined.starts[Count + i] = later.starts[i] + starts[Count];
        }

        return joined;
    }

    /// <summary>This list without the documents that come after that one.</summary>
    public PostingList UpTo(int document) => Count == 0 || documents[Count - 1] <= document
        ? this
        : new PostingList(documents, weights, starts, places, Seek(0, document + 1), taken);

    /// <summary>The part of this list whose documents are in the range; shares the places.</summary>
    public PostingList Within(DocumentRange range)
    {
        var from = Seek(0, range.First);
        var to = Seek(from, range.End);
        return from == 0 && to == Count
            ? this
            : new PostingList(documents[from..to], weights[from..to], starts[from..(to + 1)], places);
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

    /// <returns>A copy that counts more documents than it has yet, with room for more.</returns>
    private PostingList WithRoom(int count, int end)
    {
        var room = count + (count / 8) + 8;
        var (newDocuments, newWeights, newStarts) = (new int[room], new float[room], new int[room + 1]);
        var newPlaces = new byte[end + (end / 8) + 64];
        Documents.CopyTo(newDocuments);
        Weights.CopyTo(newWeights);
        starts.AsSpan(0, Count + 1).CopyTo(newStarts);
        places.AsSpan(0, starts[Count]).CopyTo(newPlaces);
        return new PostingList(newDocuments, newWeights, newStarts, newPlaces, count, new StrongBox<int>(count));
    }
}
