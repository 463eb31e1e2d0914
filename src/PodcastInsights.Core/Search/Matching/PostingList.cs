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

    /// <param name="starts">Where a document's places start; one more than documents.</param>
    /// <param name="places">See <see cref="PlaceReader"/>.</param>
    internal PostingList(int[] documents, float[] weights, int[] starts, byte[] places)
    {
        this.documents = documents;
        this.weights = weights;
        this.starts = starts;
        this.places = places;
    }

    public static PostingList Empty { get; } = new([], [], [0], []);

    public int Count => documents.Length;

    public ReadOnlySpan<int> Documents => documents;

    /// <summary>How often it stands in each document; a form other than the one typed counts for less than one.</summary>
    public ReadOnlySpan<float> Weights => weights;

    /// <summary>Memory held, in bytes.</summary>
    public long Size => 96 + (12L * documents.Length) + places.Length;

    /// <summary>This list and then the other, whose documents all come later.</summary>
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

        var joined = new int[starts.Length + later.Count];
        starts.CopyTo(joined, 0);
        for (var i = 0; i < later.Count; i++)
        {
            joined[starts.Length + i] = later.starts[i + 1] + places.Length;
        }

        return new PostingList([.. documents, .. later.documents], [.. weights, .. later.weights], joined, [.. places, .. later.places]);
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

    /// <summary>Puts the places in the document at that index into <paramref name="into"/>, ascending; each is twice its position, plus one for another form.</summary>
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
        while (high < documents.Length && documents[high] < document)
        {
            low = high + 1;
            high += step;
            step <<= 1;
        }

        high = Math.Min(high, documents.Length);
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
}

/// <summary>
/// Reads the places of one document: differences of (position * 2, plus 1 for a form other than the one typed), seven bits a
/// byte, the highest bit set on all bytes of a number but its last.
/// </summary>
internal ref struct PlaceReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int next;

    public int Place { get; private set; }

    public readonly int Position => Place >> 1;

    public bool MoveNext()
    {
        if (next >= bytes.Length)
        {
            return false;
        }

        var difference = 0;
        byte part;
        do
        {
            part = bytes[next++];
            difference = (difference << 7) | (part & 0x7F);
        }
        while (part >= 0x80);

        Place += difference;
        return true;
    }
}

/// <summary>Builds a posting list from its first document to its last.</summary>
public sealed class PostingListBuilder
{
    /// <summary>What another ending or spelling of a word counts beside the word as typed.</summary>
    internal const float OtherFormWeight = 0.55f;

    private readonly List<int> documents = [];
    private readonly List<float> weights = [];
    private readonly List<int> starts = [0];
    private readonly List<byte> places = [];
    private int last;
    private float weight;

    public int Count => documents.Count;

    /// <param name="position">Of a token in the open document, ascending.</param>
    public void Add(int position) => AddPlace(position << 1);

    /// <summary>Closes the open document; one without places is left out.</summary>
    public void Close(int document)
    {
        if (weight > 0)
        {
            documents.Add(document);
            weights.Add(weight);
            starts.Add(places.Count);
        }

        last = 0;
        weight = 0;
    }

    public PostingList Build() => documents.Count == 0 ? PostingList.Empty : new([.. documents], [.. weights], [.. starts], [.. places]);

    internal void AddPlace(int place)
    {
        var difference = place - last;
        for (var shift = 28; shift > 0; shift -= 7)
        {
            if (difference >> shift != 0)
            {
                places.Add((byte)(0x80 | (difference >> shift)));
            }
        }

        places.Add((byte)(difference & 0x7F));
        last = place;
        weight += (place & 1) == 0 ? 1 : OtherFormWeight;
    }
}
