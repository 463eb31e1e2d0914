using System.IO.Hashing;

namespace PodcastInsights.Core.Citation;

/// <summary>Six letters and digits that stand for a text in an address: 30 bits of its XxHash64, in Crockford's base 32.</summary>
internal static class ShortHash
{
    private const int Length = 6;

    // Crockford's alphabet: no i, l, o or u, so that a link read aloud or from paper is typed right.
    private const string Base32 = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <param name="utf8">The text, folded by whoever asks.</param>
    public static string Of(ReadOnlySpan<byte> utf8) => string.Create(Length, XxHash64.HashToUInt64(utf8), static (span, value) =>
    {
        foreach (ref var character in span)
        {
            character = Base32[(int)(value & 31)];
            value >>= 5;
        }
    });

    public static bool IsOne(ReadOnlySpan<char> text) => text.Length == Length && !text.ContainsAnyExcept(Base32.AsSpan());
}
