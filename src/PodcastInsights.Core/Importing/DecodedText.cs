using System.Buffers;
using System.Text;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Importing;

/// <summary>The decoded text of a file.</summary>
/// <param name="Text">Null where the bytes are not text.</param>
/// <param name="Problem">A diagnostic about the encoding; null where the file is well-formed Unicode.</param>
internal sealed record DecodedText(string? Text, Diagnostic? Problem)
{
    /// <summary>Control characters other than tabs and line breaks.</summary>
    private static readonly SearchValues<byte> Controls =
        SearchValues.Create([.. Enumerable.Range(1, 0x1F).Select(value => (byte)value).Where(value => value is < 9 or > 0x0D)]);

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Decodes a file: as UTF-8 where the bytes are valid UTF-8; as UTF-16 with or without a byte order mark; else in the encoding that a
    /// detector finds. The diagnostic names that encoding; it is a warning where there was little text to judge by.
    /// </summary>
    /// <param name="path">Path of the file, for the diagnostic.</param>
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
            return UnmarkedUtf16.Read(bytes) is ({ } text, { } name)
                ? Checked(path, text, Told(path, 1, name, sure: true))
                : Binary(path, LineAt(bytes, bytes.AsSpan().IndexOf((byte)0)));
        }

        try
        {
            return EncodingGuess.IsShifted(bytes) ? InOtherEncoding(path, bytes, 0) : new DecodedText(StrictUtf8.GetString(bytes), null);
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

    /// <param name="first">Index of the first byte that is not valid UTF-8.</param>
    private static DecodedText InOtherEncoding(string path, byte[] bytes, int first)
    {
        var line = LineAt(bytes, first);
        if (bytes.AsSpan().IndexOfAny(Controls) is >= 0 and var control && bytes[control] != 0x1B)
        {
            return Binary(path, LineAt(bytes, control));
        }

        // The sample begins at a line, so that no character is cut.
        var start = bytes.AsSpan(0, first).LastIndexOf((byte)'\n') + 1;
        var sample = bytes.AsSpan(start, Math.Min(EncodingGuess.SampleBytes, bytes.Length - start));
        var (encoding, sure) = EncodingGuess.Of(sample);
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

    /// <summary>Whether the file is UTF-8 with some damaged bytes: most of its multi-byte characters are valid.</summary>
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

    /// <summary>Refuses decoded text that contains NUL.</summary>
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
