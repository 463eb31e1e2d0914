using System.Buffers;
using System.Globalization;
using System.Text;
using PodcastInsights.Core.Episodes;
using UtfUnknown;

namespace PodcastInsights.Core.Importing;

/// <summary>The text of a file's bytes, and what is to be said of how it was read.</summary>
/// <param name="Text">Null where the bytes are no text.</param>
/// <param name="Problem">Null where the file is well-formed Unicode.</param>
internal sealed record DecodedText(string? Text, Diagnostic? Problem)
{
    /// <summary>Bytes in which the encoding is looked for: enough for any statistics, and not the whole of a large file.</summary>
    private const int SampleBytes = 256 << 10;

    /// <summary>Below it the detector has seen too little to be believed.</summary>
    private const float SureConfidence = 0.6f;

    /// <summary>Of bytes beyond ASCII: fewer tell no language.</summary>
    private const int TellingBytes = 20;

    /// <summary>Control characters but those that part lines and words.</summary>
    private static readonly SearchValues<byte> Controls =
        SearchValues.Create([.. Enumerable.Range(1, 0x1F).Select(value => (byte)value).Where(value => value is < 9 or > 0x0D)]);

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static DecodedText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// UTF-8 wherever the bytes are UTF-8; UTF-16 with or without a byte order mark; else the encoding that a detector finds, which the
    /// diagnostic names, with a warning where there was little to go by.
    /// </summary>
    /// <param name="path">Of the file, for the diagnostic.</param>
    public static DecodedText Of(string path, byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, 0, 0, ..] && bytes.Length % 4 == 0)
        {
            return Checked(path, Encoding.UTF32.GetString(bytes, 4, bytes.Length - 4), null);
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            var utf16 = bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            return Checked(path, utf16.GetString(bytes, 2, bytes.Length - 2), null);
        }

        if (bytes.AsSpan().Contains((byte)0))
        {
            return Utf16In(bytes) is ({ } text, { } name)
                ? Checked(path, text, Told(path, 1, name, sure: true))
                : Binary(path, LineAt(bytes, bytes.AsSpan().IndexOf((byte)0)));
        }

        try
        {
            return IsShifted(bytes) ? InOtherEncoding(path, bytes, 0) : new DecodedText(StrictUtf8.GetString(bytes), null);
        }
        catch (DecoderFallbackException invalid)
        {
            return IsDamagedUtf8(bytes, out var places)
                ? new DecodedText(Encoding.UTF8.GetString(bytes), new Diagnostic(
                    DiagnosticSeverity.Warning,
                    "file.invalid-utf8",
                    path,
                    LineAt(bytes, invalid.Index),
                    FormattableString.Invariant(
                        $"The file is UTF-8, but for {places} places of which this is the first; they are shown as \uFFFD.")))
                : InOtherEncoding(path, bytes, Math.Max(0, invalid.Index));
        }
    }

    /// <param name="first">Index of the first byte that is no UTF-8.</param>
    private static DecodedText InOtherEncoding(string path, byte[] bytes, int first)
    {
        var line = LineAt(bytes, first);
        if (bytes.AsSpan().IndexOfAny(Controls) is >= 0 and var control && bytes[control] != 0x1B)
        {
            return Binary(path, LineAt(bytes, control));
        }

        // From the start of a line, so that no character is cut.
        var start = bytes.AsSpan(0, first).LastIndexOf((byte)'\n') + 1;
        var sample = bytes.AsSpan(start, Math.Min(SampleBytes, bytes.Length - start));
        var (encoding, sure) = EncodingOf(sample);
        var text = (encoding ?? Encoding.UTF8).GetString(bytes);
        var lost = text.AsSpan().Count('\uFFFD');
        return encoding is null || lost > text.Length / 20
            ? new DecodedText(null, new Diagnostic(
                DiagnosticSeverity.Error,
                "file.encoding-unknown",
                path,
                line,
                "The file is not UTF-8, and its encoding could not be told; it was not read. Save it as UTF-8."))
            : Checked(path, text, lost > 0
                ? new Diagnostic(
                    DiagnosticSeverity.Warning,
                    "file.encoding-doubtful",
                    path,
                    line,
                    FormattableString.Invariant(
                        $"The file was read as {encoding.WebName}, and {lost} characters of it are none there; they are shown as \uFFFD. ")
                    + "Save it as UTF-8.")
                : Told(path, line, encoding.WebName, sure));
    }

    private static (Encoding? Encoding, bool Sure) EncodingOf(ReadOnlySpan<byte> sample)
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
            // Encodings of Europe agree in most letters: where this text is the same in both, neither can be wrong.
            return (latin, found?.Encoding.GetString(sample) == asLatin);
        }

        return !sure && Chinese(sample) is { } chinese ? (chinese, false)
            : found?.Encoding.GetString(sample) == asLatin ? (latin, sure)
            : (found?.Encoding, sure);
    }

    /// <summary>
    /// Whether letters and signs stand where those of European languages do. Halves of characters of another encoding make signs amid
    /// letters, capitals behind small letters, and words without one letter of ASCII.
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
    /// The Chinese encoding in which all of a short text are common characters, the simplified one first: in the other few texts would
    /// come out as such by chance.
    /// </summary>
    private static Encoding? Chinese(ReadOnlySpan<byte> sample)
    {
        return AreCommon(sample, 0xD7, 0xA1) ? Encoding.GetEncoding("gb18030")
            : AreCommon(sample, 0xC6, 0x40) ? Encoding.GetEncoding("big5")
            : null;

        // Pairs: signs and full-width letters begin with A1 to A3, the most used characters from there (Big5: A4, GB 2312: B0) to the last.
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

    /// <summary>
    /// UTF-16 without a byte order mark. The other byte order turns blanks and line ends into characters that no text has.
    /// </summary>
    private static (string? Text, string? Name) Utf16In(byte[] bytes)
    {
        if (bytes.Length % 2 != 0)
        {
            return default;
        }

        var little = Encoding.Unicode.GetString(bytes);
        var big = Encoding.BigEndianUnicode.GetString(bytes);
        var (littleBlanks, bigBlanks) = (Blanks(little), Blanks(big));
        return littleBlanks > bigBlanks && IsText(little) ? (little, "utf-16le")
            : bigBlanks > littleBlanks && IsText(big) ? (big, "utf-16be")
            : default;

        static int Blanks(string text) => text.AsSpan().Count(' ') + text.AsSpan().Count('\n');

        static bool IsText(string text)
        {
            var strange = 0;
            foreach (var rune in text.EnumerateRunes())
            {
                if (rune.Value is '\uFFFD' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned
                    or UnicodeCategory.PrivateUse)
                {
                    strange++;
                }
            }

            return strange <= text.Length / 200;
        }
    }

    /// <summary>Whether what is no UTF-8 is damage: there are more characters of several bytes that are whole.</summary>
    private static bool IsDamagedUtf8(byte[] bytes, out int places)
    {
        var whole = 0;
        places = 0;
        var inPlace = false;
        for (ReadOnlySpan<byte> rest = bytes; rest.Length > 0;)
        {
            var status = Rune.DecodeFromUtf8(rest, out _, out var length);
            var valid = status == OperationStatus.Done;
            whole += valid && length > 1 ? 1 : 0;
            places += !valid && !inPlace ? 1 : 0;
            inPlace = !valid;
            rest = rest[length..];
        }

        return whole > places * 2;
    }

    /// <summary>ISO 2022, which is ASCII throughout and shifts between sets of characters.</summary>
    private static bool IsShifted(byte[] bytes) =>
        bytes.AsSpan().IndexOf("\e$"u8) >= 0 && CharsetDetector.DetectFromBytes(bytes.AsSpan(0, Math.Min(bytes.Length, SampleBytes)))
            .Detected?.EncodingName.StartsWith("iso-2022", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>A text has no control characters of more than one or two kinds, whatever its encoding.</summary>
    private static DecodedText Checked(string path, string text, Diagnostic? told) =>
        text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var nul
            ? Binary(path, 1 + text.AsSpan(0, nul).Count('\n'))
            : new DecodedText(text, told);

    private static Diagnostic Told(string path, int line, string encoding, bool sure) => sure
        ? new Diagnostic(
            DiagnosticSeverity.Info,
            "file.encoding",
            path,
            line,
            $"The file is not marked as Unicode and no UTF-8; it was read as {encoding}.")
        : new Diagnostic(
            DiagnosticSeverity.Warning,
            "file.encoding-doubtful",
            path,
            line,
            $"The file is no UTF-8 and has too little text to tell its encoding; it was read as {encoding}. Save it as UTF-8.");

    private static DecodedText Binary(string path, int line) => new(null, new Diagnostic(
        DiagnosticSeverity.Error, "file.binary", path, line, "The file holds bytes that no text has, such as NUL; it was not read."));

    private static int LineAt(byte[] bytes, int index) => 1 + bytes.AsSpan(0, Math.Clamp(index, 0, bytes.Length)).Count((byte)'\n');
}
