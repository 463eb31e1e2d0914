using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PodcastInsights.Core.Text;

internal enum TokenKind
{
    /// <summary>A run of letters and digits of a script that puts spaces between words.</summary>
    Word,

    /// <summary>One character of a script without spaces (Han, Kana, Thai ...), or one Hangul syllable.</summary>
    Character,

    /// <summary>A sign that is part of a term, as in <c>C#</c>, <c>.NET</c>, <c>50%</c> and <c>$1,000</c>.</summary>
    Sign,
}

/// <summary>
/// The tokenizer for both indexing and queries. Case, width, accents and apostrophes are folded. Each token has its position in the text.
/// Allocates nothing for ASCII text.
/// </summary>
/// <param name="text">Any text; unpaired surrogates are skipped.</param>
/// <param name="buffer">Buffer for one token, at least <see cref="MaxLength"/> characters.</param>
internal ref struct TokenReader(ReadOnlySpan<char> text, Span<char> buffer)
{
    /// <summary>Longest token in characters. Longer ones are cut, in index and query alike.</summary>
    public const int MaxLength = 64;

    // This bit makes an ASCII letter lower case; digits have it already.
    private const ushort LowerCase = 0x20;

    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<char> buffer = buffer;
    private int next;
    private int length;
    private bool afterBreak;
    private TokenKind before;

    public readonly ReadOnlySpan<char> Term => buffer[..length];

    /// <summary>Start of the token in the original text, inclusive.</summary>
    public int Start { get; private set; }

    /// <summary>End of the token in the original text, exclusive.</summary>
    public int End { get; private set; }

    public TokenKind Kind { get; private set; }

    /// <summary>
    /// Whether a break comes before this token, which no phrase matches across: something other than white space, such as a comma, next to
    /// a token of a script without spaces. In such scripts nothing else separates words.
    /// </summary>
    public readonly bool BreakBefore => afterBreak && (before == TokenKind.Character || Kind == TokenKind.Character);

    public bool MoveNext()
    {
        afterBreak = false;
        before = Kind;
        while (next < text.Length)
        {
            Start = next;
            length = 0;
            var character = text[next];
            if (char.IsAsciiLetterOrDigit(character))
            {
                ReadWord();
                return true;
            }

            // What most words are followed by.
            if (character == ' ')
            {
                next++;
                continue;
            }

            if (IsSign(next, out var signLength))
            {
                text.Slice(next, signLength).CopyTo(buffer);
                length = signLength;
                next += signLength;
                End = next;
                Kind = TokenKind.Sign;
                return true;
            }

            if (char.IsAscii(character))
            {
                afterBreak |= !char.IsWhiteSpace(character);
                next++;
                continue;
            }

            var letter = FoldedLetter.Read(text[next..]);
            switch (letter.Class)
            {
                case LetterClass.Character:
                    Append(letter.Folded);
                    next += letter.Consumed;
                    End = next;
                    Kind = TokenKind.Character;
                    return true;
                case LetterClass.Letter or LetterClass.Digit:
                    ReadWord();
                    return true;
                default:
                    afterBreak |= letter.Class == LetterClass.Other;
                    next += letter.Consumed;
                    break;
            }
        }

        return false;
    }

    private void ReadWord()
    {
        Kind = TokenKind.Word;
        while (next < text.Length)
        {
            var character = text[next];
            if (char.IsAsciiLetterOrDigit(character))
            {
                AppendAscii();
            }
            else if (character == ' ')
            {
                return;
            }
            else if (IsApostrophe(character) && LetterAt(next - 1) && LetterAt(next + 1))
            {
                next++;
            }
            else if (character is ',' or '，' && IsThousands(next))
            {
                next++;
            }
            else if (character == '.' && DigitAt(next - 1) && DigitAt(next + 1))
            {
                Append('.');
                next++;
            }
            else if (char.IsAscii(character))
            {
                return;
            }
            else
            {
                var letter = FoldedLetter.Read(text[next..]);
                if (letter.Class is LetterClass.Letter or LetterClass.Digit)
                {
                    Append(letter.Folded);
                    next += letter.Consumed;
                    End = next;
                }
                else if (letter.Class == LetterClass.Ignored)
                {
                    next += letter.Consumed;
                }
                else
                {
                    return;
                }
            }
        }
    }

    /// <summary>Appends a run of ASCII letters and digits, which is all of most words: eight at a time, then one by one.</summary>
    private void AppendAscii()
    {
        var last = AppendEights();
        for (; !last && next < text.Length && char.IsAsciiLetterOrDigit(text[next]); next++)
        {
            Append((char)(text[next] | LowerCase));
        }

        End = next;
    }

    /// <returns>Whether the run has ended; false where it may go on, close to the end of the text or of the buffer.</returns>
    private bool AppendEights()
    {
        while (next <= text.Length - Vector128<ushort>.Count && length <= MaxLength - Vector128<ushort>.Count)
        {
            var characters = Vector128.Create(MemoryMarshal.Cast<char, ushort>(text[next..]));
            var lower = characters | Vector128.Create(LowerCase);
            var belongs = Vector128.LessThan(lower - Vector128.Create((ushort)'a'), Vector128.Create((ushort)26))
                | Vector128.LessThan(characters - Vector128.Create((ushort)'0'), Vector128.Create((ushort)10));
            lower.CopyTo(MemoryMarshal.Cast<char, ushort>(buffer[length..]));
            var count = BitOperations.TrailingZeroCount(~belongs.ExtractMostSignificantBits());
            next += count;
            length += count;
            if (count < Vector128<ushort>.Count)
            {
                return true;
            }
        }

        return false;
    }

    private readonly bool IsSign(int at, out int signLength)
    {
        signLength = 1;
        var character = text[at];
        switch (character)
        {
            case '#':
                return LetterAt(at - 1) && !LetterAt(at + 1) && !DigitAt(at + 1);
            case '+':
                signLength = 2;
                return LetterAt(at - 1) && at + 1 < text.Length && text[at + 1] == '+';
            case '%' or '％':
                return DigitAt(at - 1);
            case '.':
                return LetterAt(at + 1) && (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '"' or '“');
            default:
                return character is '$' or '€' or '£' or '¥' or '₹' or '₩' or '฿' && DigitAt(at + 1);
        }
    }

    // "1,000" is one number, "1,2" is two: a comma groups exactly three digits.
    private readonly bool IsThousands(int comma) =>
        DigitAt(comma - 1) && DigitAt(comma + 1) && DigitAt(comma + 2) && DigitAt(comma + 3) && !DigitAt(comma + 4);

    private readonly bool LetterAt(int at) =>
        (uint)at < (uint)text.Length && (char.IsAscii(text[at]) ? char.IsAsciiLetter(text[at]) : FoldedLetter.IsLetter(text[at]));

    private readonly bool DigitAt(int at) => (uint)at < (uint)text.Length && char.IsDigit(text[at]);

    private static bool IsApostrophe(char character) => character is '\'' or '’' or '‘' or 'ʼ' or '＇';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(char character)
    {
        if (length < MaxLength)
        {
            buffer[length++] = character;
        }
    }

    private void Append(ReadOnlySpan<char> folded)
    {
        foreach (var character in folded)
        {
            Append(character);
        }
    }
}
