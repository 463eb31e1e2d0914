using System.Runtime.CompilerServices;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>Encodes numbers in as few bytes as they need: seven bits per byte, the highest first; the high bit marks a number that continues.</summary>
internal static class VariableByte
{
    /// <summary>Numbers below this take one byte.</summary>
    public const int OneByte = 0x80;

    /// <summary>Most bytes of a number.</summary>
    public const int MostBytes = 5;

    /// <param name="at">Offset of the number; afterwards of what follows.</param>
    /// <exception cref="IndexOutOfRangeException">The bytes end within the number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        int part = bytes[at++];
        var number = part & 0x7F;
        while (part >= OneByte)
        {
            part = bytes[at++];
            number = (number << 7) | (part & 0x7F);
        }

        return number;
    }

    /// <param name="number">Not negative.</param>
    /// <returns>Number of bytes written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(int number, Span<byte> into)
    {
        if (number < OneByte)
        {
            into[0] = (byte)number;
            return 1;
        }

        if (number < 0x4000)
        {
            into[1] = (byte)(number & 0x7F);
            into[0] = (byte)(0x80 | (number >> 7));
            return 2;
        }

        return WriteLong(number, into);
    }

    private static int WriteLong(int number, Span<byte> into)
    {
        var length = 0;
        for (var shift = 28; shift > 0; shift -= 7)
        {
            if (number >> shift != 0)
            {
                into[length++] = (byte)(0x80 | (number >> shift));
            }
        }

        into[length++] = (byte)(number & 0x7F);
        return length;
    }
}
