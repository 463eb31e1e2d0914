using System.Buffers;
using System.Text;

namespace PodcastInsights.Core.Search.Analysis;

/// <summary>
/// The tokens of a turn, as they are indexed: joined by spaces. Two marks have a position of their own, so that no phrase matches across
/// them: <see cref="Break"/> for punctuation next to a script without spaces, and <see cref="Paragraph"/> before every paragraph but the
/// first.
/// </summary>
internal sealed class IndexedText
{
    /// <summary>The tokenizer never returns this as a token.</summary>
    public const string Break = "_";

    /// <inheritdoc cref="Break"/>
    public const string Paragraph = "|";

    private byte[] tokens = new byte[4096];
    private int size;
    private int paragraphs;

    /// <summary>The tokens in UTF-8; valid until the next change.</summary>
    public ReadOnlySpan<byte> Utf8 => tokens.AsSpan(0, size);

    /// <summary>Number of tokens, without marks.</summary>
    public int Length { get; private set; }

    public void Clear()
    {
        size = 0;
        paragraphs = 0;
        Length = 0;
    }

    /// <summary>Skips a paragraph that is not indexed here, so that the marks still count the turn's paragraphs.</summary>
    public void SkipParagraph()
    {
        if (paragraphs++ > 0)
        {
            Append(Paragraph);
        }
    }

    public void AddParagraph(ReadOnlySpan<char> text)
    {
        SkipParagraph();
        Span<char> buffer = stackalloc char[TokenReader.MaxLength];
        var reader = new TokenReader(text, buffer);
        while (reader.MoveNext())
        {
            if (reader.BreakBefore)
            {
                Append(Break);
            }

            Append(reader.Term);
            Length++;
        }
    }

    public override string ToString() => Encoding.UTF8.GetString(Utf8);

    private void Append(ReadOnlySpan<char> token)
    {
        var most = size + Encoding.UTF8.GetMaxByteCount(token.Length) + 1;
        if (most > tokens.Length)
        {
            Array.Resize(ref tokens, 2 * most);
        }

        size += Ascii.FromUtf16(token, tokens.AsSpan(size), out var written) == OperationStatus.Done
            ? written
            : Encoding.UTF8.GetBytes(token, tokens.AsSpan(size));
        tokens[size++] = (byte)' ';
    }
}
