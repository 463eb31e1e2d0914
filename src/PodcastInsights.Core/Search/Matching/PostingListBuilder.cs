using System.Runtime.CompilerServices;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>Builds a posting list, document by document in ascending order. Can be reused.</summary>
public sealed partial class PostingListBuilder
{
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

    /// <summary>Makes room for a list that a store keeps in so many bytes, so that buffers need not grow step by step.</summary>
    internal void Reserve(int bytes)
    {
        // A document takes about six bytes: its id, the size of its positions, and some positions.
        EnsureDocuments(count + (bytes / 6));
        Room(bytes);
    }

    /// <param name="position">Position of a token in the current document, ascending.</param>
    public void Add(int position) => AddPlace(position << 1);

    /// <summary>Ends the current document. A document without positions is left out.</summary>
    public void Close(int document)
    {
        Append(document, asTyped, others);
        (last, asTyped, others) = (0, 0, 0);
    }

    /// <summary>Adds a document with all its positions.</summary>
    /// <param name="differences">
    /// For each position, encoded as <see cref="VariableByte"/>: the difference to the position before, plus <paramref name="bias"/>.
    /// </param>
    /// <exception cref="InvalidDataException">A difference is negative or too large.</exception>
    /// <exception cref="IndexOutOfRangeException">The last number is not complete.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int document, ReadOnlySpan<byte> differences, int bias)
    {
        // Twice a number takes at most one byte more than the number.
        var into = Room(2 * differences.Length);
        var (at, written, positions) = (0, 0, 0);
        while (at < differences.Length)
        {
            var difference = differences[at] - bias;
            if ((uint)difference < VariableByte.OneByte >> 1)
            {
                // Most numbers are so small that twice each is one byte too.
                into[written++] = (byte)(difference << 1);
                at++;
            }
            else
            {
                difference = VariableByte.Read(differences, ref at) - bias;
                if (difference is < 0 or > int.MaxValue >> 1)
                {
                    throw new InvalidDataException("Positions of a word are out of order.");
                }

                written += VariableByte.Write(difference << 1, into[written..]);
            }

            positions++;
        }

        length += written;
        Append(document, positions, 0);
    }

    /// <summary>Adds documents of another list as they are there.</summary>
    /// <param name="from">Index of the first document in the list.</param>
    /// <param name="to">Index after that of the last one.</param>
    internal void Add(PostingList list, int from, int to)
    {
        var added = to - from;
        EnsureDocuments(count + added);
        var encoded = list.PlacesOf(from, to);
        encoded.CopyTo(Room(encoded.Length));
        list.Documents[from..to].CopyTo(documents.AsSpan(count));
        list.Codes[from..to].CopyTo(weights.AsSpan(count));
        list.ReadEnds(from, starts.AsSpan(count + 1, added), length);
        for (var at = weights.AsSpan(count, added).IndexOf(PlaceWeight.Heavy); at >= 0 && at < added; at++)
        {
            if (weights[count + at] == PlaceWeight.Heavy)
            {
                (heavy ??= [])[documents[count + at]] = list.WeightOf(from + at);
            }
        }

        count += added;
        length += encoded.Length;
    }

    /// <summary>Adds a document of another list as it is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(PostingList list, int index)
    {
        var encoded = list.PlacesOf(index);
        encoded.CopyTo(Room(encoded.Length));
        length += encoded.Length;
        Append(list.Documents[index], list.CodeOf(index));
        if (list.CodeOf(index) == PlaceWeight.Heavy)
        {
            (heavy ??= [])[list.Documents[index]] = list.WeightOf(index);
        }
    }

    /// <summary>Adds a document.</summary>
    /// <param name="sorted">See <see cref="PlaceReader.Place"/>. Of two forms at one position, only the one as typed, which is the first, counts.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(int document, ReadOnlySpan<int> sorted)
    {
        var before = -1;
        foreach (var place in sorted)
        {
            if (place >> 1 != before)
            {
                AddPlace(place);
            }

            before = place >> 1;
        }

        Close(document);
    }

    /// <summary>Adds a document of another list, all of whose positions become those of another form of the word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void AddAsOther(PostingList list, int index)
    {
        var encoded = list.PlacesOf(index);
        var document = list.Documents[index];
        if (list.CodeOf(index) is var code && !PlaceWeight.IsAsTyped(code))
        {
            var reader = new PlaceReader(encoded);
            while (reader.MoveNext())
            {
                AddPlace(reader.Place | 1);
            }

            Close(document);
            return;
        }

        var into = Room(encoded.Length);
        encoded.CopyTo(into);
        length += encoded.Length;

        // The first number tells the form of all, since the others are differences.
        var end = 0;
        while (into[end] >= 0x80)
        {
            end++;
        }

        into[end] |= 1;
        Append(document, 0, code);
    }

    public PostingList Build() =>
        count == 0 ? PostingList.Empty : new(Copy(documents, count), Copy(weights, count), heavy, starts.AsSpan(0, count + 1), Copy(places, length));

    /// <remarks>Without clearing the memory first, which would take as long as copying.</remarks>
    private static T[] Copy<T>(T[] from, int count)
    {
        var copy = GC.AllocateUninitializedArray<T>(count);
        from.AsSpan(0, count).CopyTo(copy);
        return copy;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Append(int document, int ofTyped, int ofOthers)
    {
        if (ofTyped + ofOthers == 0)
        {
            return;
        }

        var code = PlaceWeight.Encode(ofTyped, ofOthers);
        if (code == PlaceWeight.Heavy)
        {
            (heavy ??= [])[document] = PlaceWeight.Of(ofTyped, ofOthers);
        }

        Append(document, code);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(int document, byte code)
    {
        if (count == documents.Length)
        {
            EnsureDocuments(count + 1);
        }

        documents[count] = document;
        weights[count] = code;
        starts[++count] = length;
    }

    private void EnsureDocuments(int wanted)
    {
        if (documents.Length < wanted)
        {
            var room = Math.Max(2 * documents.Length, wanted);
            Array.Resize(ref documents, room);
            Array.Resize(ref weights, room);
            Array.Resize(ref starts, room + 1);
        }
    }

    /// <summary>The free part of the positions, which has at least the given number of bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Room(int bytes)
    {
        if (places.Length - length < bytes)
        {
            EnsurePlaces(bytes);
        }

        return places.AsSpan(length);
    }

    private void EnsurePlaces(int bytes) => Array.Resize(ref places, Math.Max(2 * places.Length, length + bytes));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void AddPlace(int place)
    {
        length += VariableByte.Write(place - last, Room(VariableByte.MostBytes));
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
