namespace PodcastInsights.Core.Search.Matching;

/// <summary>Builds a posting list from its first document to its last, and then perhaps another.</summary>
public sealed class PostingListBuilder
{
    // One that nobody uses just now: its memory is that of the longest list it has built, which need not be found anew for each.
    private static PostingListBuilder? idle;

    private readonly List<int> documents = [];
    private readonly List<byte> weights = [];
    private readonly List<int> starts = [0];
    private readonly List<byte> places = [];
    private Dictionary<int, float>? heavy;
    private int last;
    private int asTyped;
    private int others;

    public int Count => documents.Count;

    /// <param name="position">Of a token in the open document, ascending.</param>
    public void Add(int position) => AddPlace(position << 1);

    /// <summary>Closes the open document; one without places is left out.</summary>
    public void Close(int document)
    {
        if (asTyped + others > 0)
        {
            var code = PlaceWeight.Encode(asTyped, others);
            if (code == PlaceWeight.Heavy)
            {
                (heavy ??= [])[document] = PlaceWeight.Of(asTyped, others);
            }

            documents.Add(document);
            weights.Add(code);
            starts.Add(places.Count);
        }

        (last, asTyped, others) = (0, 0, 0);
    }

    public PostingList Build() =>
        documents.Count == 0 ? PostingList.Empty : new([.. documents], [.. weights], heavy, [.. starts], [.. places]);

    /// <summary>An empty builder; <see cref="BuildAndReturn"/> gives it back.</summary>
    public static PostingListBuilder Rent() => Interlocked.Exchange(ref idle, null) ?? new PostingListBuilder();

    /// <summary>The last use of one that was rented.</summary>
    public PostingList BuildAndReturn()
    {
        var list = Build();
        Clear();
        Volatile.Write(ref idle, this);
        return list;
    }

    private void Clear()
    {
        documents.Clear();
        weights.Clear();
        starts.RemoveRange(1, starts.Count - 1);
        places.Clear();
        heavy = null;
        (last, asTyped, others) = (0, 0, 0);
    }

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
        if ((place & 1) == 0)
        {
            asTyped++;
        }
        else
        {
            others++;
        }
    }
}
