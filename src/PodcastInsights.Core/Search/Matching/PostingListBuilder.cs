using System.Runtime.CompilerServices;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>Builds a posting list, document by document in ascending order. Can be reused.</summary>
public sealed class PostingListBuilder
{
    // Bytes of an encoded position.
    private const int MostBytes = 5;

    // An idle builder, whose buffers have the size of the longest list built, so that they need not be allocated again.
    private static PostingListBuilder? idle;

    // The arrays are used up to count; offsets have one element more.
    private int[] documents = new int[16];
    private byte[] weights = new byte[16];
    private int[] starts = new int[17];
    private byte[] places = new byte[64];
    private int count;
    private int length;
    private Dictionary<int, float>? heavy;
    private int last;
    private int asTyped;
    private int others;

    /// <param name="position">Position of a token in the current document, ascending.</param>
    public void Add(int position) => AddPlace(position << 1);

    /// <summary>Ends the current document. A document without positions is left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Close(int document)
    {
        if (asTyped + others > 0)
        {
            var code = PlaceWeight.Encode(asTyped, others);
            if (code == PlaceWeight.Heavy)
            {
                (heavy ??= [])[document] = PlaceWeight.Of(asTyped, others);
            }

            if (count == documents.Length)
            {
                Array.Resize(ref documents, 2 * count);
                Array.Resize(ref weights, 2 * count);
                Array.Resize(ref starts, (2 * count) + 1);
            }

            documents[count] = document;
            weights[count] = code;
            starts[++count] = length;
        }

        (last, asTyped, others) = (0, 0, 0);
    }

    public PostingList Build() =>
        count == 0 ? PostingList.Empty : new(documents[..count], weights[..count], heavy, starts[..(count + 1)], places[..length]);

    /// <summary>Gets an empty builder; <see cref="BuildAndReturn"/> returns it.</summary>
    public static PostingListBuilder Rent() => Interlocked.Exchange(ref idle, null) ?? new PostingListBuilder();

    /// <summary>Builds the list and returns a rented builder, which must not be used again.</summary>
    public PostingList BuildAndReturn()
    {
        var list = Build();
        Clear();
        Volatile.Write(ref idle, this);
        return list;
    }

    private void Clear()
    {
        (count, length, heavy) = (0, 0, null);
        (last, asTyped, others) = (0, 0, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void AddPlace(int place)
    {
        if (places.Length < length + MostBytes)
        {
            Array.Resize(ref places, 2 * places.Length);
        }

        var difference = place - last;
        for (var shift = difference < 0x80 ? 0 : 28; shift > 0; shift -= 7)
        {
            if (difference >> shift != 0)
            {
                places[length++] = (byte)(0x80 | (difference >> shift));
            }
        }

        places[length++] = (byte)(difference & 0x7F);
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
