using System.Text;

namespace PodcastInsights.Core.Search;

/// <summary>
/// Reads what a <see cref="BinaryWriter"/> wrote, in place: a <see cref="BinaryReader"/> allocates for each number and text, of which a
/// start reads some hundred thousand.
/// </summary>
/// <param name="at">Offset of the first value.</param>
internal ref struct PackedReader(ReadOnlySpan<byte> bytes, int at = 0)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>Offset of the next value.</summary>
    public int At { get; private set; } = at;

    public readonly bool IsAtEnd => At >= bytes.Length;

    /// <exception cref="IndexOutOfRangeException">The bytes end before the value; so of the others.</exception>
    public byte Byte() => bytes[At++];

    /// <summary>Reads what <see cref="BinaryWriter.Write7BitEncodedInt"/> wrote.</summary>
    public int Number() => (int)LongNumber();

    /// <summary>Reads what <see cref="BinaryWriter.Write7BitEncodedInt64"/> wrote.</summary>
    public long LongNumber()
    {
        long part = bytes[At++];
        var number = part & 0x7F;
        for (var bits = 7; part > 0x7F; bits += 7)
        {
            part = bytes[At++];
            number |= (part & 0x7F) << bits;
        }

        return number;
    }

    public string Text() => Encoding.UTF8.GetString(Utf8());

    /// <summary>A text, in UTF-8.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bytes end within the text.</exception>
    public ReadOnlySpan<byte> Utf8()
    {
        var length = Number();
        var text = bytes.Slice(At, length);
        At += length;
        return text;
    }
}
