namespace PodcastInsights.Core.Search.Matching;

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
