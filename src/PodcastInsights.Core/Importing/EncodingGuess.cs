using System.Text;
using UtfUnknown;

namespace PodcastInsights.Core.Importing;

/// <summary>Guesses the encoding of text that is neither UTF-8 nor UTF-16, by the statistics of a detector and some checks for short texts.</summary>
internal static class EncodingGuess
{
    /// <summary>Bytes given to the detector: enough for its statistics, without reading all of a large file.</summary>
    public const int SampleBytes = 256 << 10;

    /// <summary>Least confidence at which the detector is believed.</summary>
    private const float SureConfidence = 0.6f;

    /// <summary>Least number of non-ASCII bytes from which a language can be told.</summary>
    private const int TellingBytes = 20;

    static EncodingGuess() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Whether the text is ISO 2022, which has ASCII bytes only and switches character sets by escape sequences.</summary>
    public static bool IsShifted(byte[] bytes) =>
        bytes.AsSpan().IndexOf("\e$"u8) >= 0 && CharsetDetector.DetectFromBytes(bytes.AsSpan(0, Math.Min(bytes.Length, SampleBytes)))
            .Detected?.EncodingName.StartsWith("iso-2022", StringComparison.OrdinalIgnoreCase) == true;

    /// <param name="sample">Whole lines.</param>
    /// <returns>The encoding, null where none can be told; and whether there was enough to go by.</returns>
    public static (Encoding? Encoding, bool Sure) Of(ReadOnlySpan<byte> sample)
    {
        var latin = Encoding.GetEncoding(1252);
        var found = (CharsetDetector.DetectFromBytes(sample).Details ?? [])
            .Where(detail => detail.Encoding is not null)
            .OrderByDescending(detail => detail.Confidence)
            .FirstOrDefault();
        var high = 0;
        foreach (var value in sample)
        {
            high += value >= 0x80 ? 1 : 0;
        }

        if (found is { Encoding.IsSingleByte: false, Confidence: > 0.9f })
        {
            return (found.Encoding, true);
        }

        var sure = found?.Confidence >= SureConfidence && high >= TellingBytes;
        var asLatin = latin.GetString(sample);
        if (!sure && IsPlausible(asLatin))
        {
            // European single-byte encodings agree in most letters: where both give the same text, either is right.
            return (latin, found?.Encoding.GetString(sample) == asLatin);
        }

        return !sure && Chinese(sample) is { } chinese ? (chinese, false)
            : found?.Encoding.GetString(sample) == asLatin ? (latin, sure)
            : (found?.Encoding, sure);
    }

    /// <summary>
    /// Whether the text looks like a European language. Text of another encoding decoded as such has symbols between letters, capitals
    /// after small letters, and words without one ASCII letter.
    /// </summary>
    private static bool IsPlausible(string text)
    {
        var ascii = 0;
        var high = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] <= ' ')
            {
                if (high > 1 && ascii == 0)
                {
                    return false;
                }

                ascii = high = 0;
                continue;
            }

            if (text[i] < 0x80)
            {
                ascii += char.IsAsciiLetter(text[i]) ? 1 : 0;
                continue;
            }

            var isLetter = char.IsLetter(text[i]);
            high += isLetter ? 1 : 0;
            var besideHigh = (i > 0 && IsHighLetter(text[i - 1])) || (i + 1 < text.Length && IsHighLetter(text[i + 1]));
            if ((!isLetter && !IsTypographic(text[i]) && besideHigh)
                || (char.IsUpper(text[i]) && i > 0 && char.IsLetter(text[i - 1]) && !char.IsUpper(text[i - 1])))
            {
                return false;
            }
        }

        return true;

        static bool IsHighLetter(char character) => character >= 0x80 && char.IsLetter(character);

        static bool IsTypographic(char character) =>
            character is '\u2019' or '\u2018' or '\u201C' or '\u201D' or '\u2026' or '\u2013' or '\u2014' or '\u00AB' or '\u00BB'
                or '\u00BF' or '\u00A1' or '\u00AD' or '\u00A0';
    }

    /// <summary>
    /// The Chinese encoding in which all characters of a short text are common ones. GB 18030 is tried first: few texts in Big5 look like
    /// it by chance.
    /// </summary>
    private static Encoding? Chinese(ReadOnlySpan<byte> sample)
    {
        return AreCommon(sample, 0xD7, 0xA1) ? Encoding.GetEncoding("gb18030")
            : AreCommon(sample, 0xC6, 0x40) ? Encoding.GetEncoding("big5")
            : null;

        // Lead bytes: A1 to A3 are punctuation and full-width letters; common characters go from there (Big5: A4, GB 2312: B0) to the last.
        static bool AreCommon(ReadOnlySpan<byte> sample, byte last, byte leastTrail)
        {
            var simplified = leastTrail == 0xA1;
            for (var i = 0; i < sample.Length; i++)
            {
                if (sample[i] >= 0x80)
                {
                    var lead = sample[i];
                    if (lead < 0xA1 || lead > last || (simplified && lead is > 0xA3 and < 0xB0))
                    {
                        return false;
                    }

                    if (++i >= sample.Length || sample[i] < leastTrail || sample[i] is > 0x7E and < 0xA1 or 0xFF)
                    {
                        return false;
                    }
                }
            }

            return true;
        }
    }
}
