using System.IO.Hashing;

namespace PodcastInsights.Core.Citation;

/// <summary>A hash of six letters and digits for addresses: 30 bits of XxHash64, in Crockford's base 32.</summary>
internal static class ShortHash
{
    private const int Length = 6;

    // Crockford's alphabet has no i, l, o or u, so that a link can be read aloud and typed from paper.
    private const string Base32 = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <param name="utf8">The text, folded by the caller.</param>
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
