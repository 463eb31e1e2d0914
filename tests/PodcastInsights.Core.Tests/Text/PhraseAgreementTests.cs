using CsCheck;
using PodcastInsights.Core.Search.Analysis;
using PodcastInsights.Core.Search.Querying;
using PodcastInsights.Core.Search.Snippets;

namespace PodcastInsights.Core.Tests.Text;

/// <summary>What is indexed, what is asked and what is marked are read by one rule: a phrase that is found is marked, and no other is.</summary>
public sealed class PhraseAgreementTests
{
    private static readonly Gen<string> Letters = Gen.OneOf(
        "ada ", "bo", "é", "Ａ", "船", "木", "々", "𠮷", "か\u3099", "ｱ", "ー", "한", "เ", "รื", "ເ", "လှ", "ទូ", "नाव ", "Лод", "قار", "7", "১");

    private static readonly Gen<string> Others = Gen.OneOf(" ", ", ", "，", "。", "・", "-", "…", "။", "។", "៛", "”", "\u200B", "\u3000", "\n", "😀", "\uD840");

    private static readonly Gen<string> Text = Gen.Frequency((3, Letters), (1, Others)).Array[0, 24].Select(string.Concat);

    [Fact]
    public void A_phrase_is_marked_where_it_is_found_and_only_there() => Gen.Select(Text, Text).Sample(static (text, typed) =>
        Assert.Equal(IsFound(typed, text), Marks(typed, text).Count > 0));

    [Fact]
    public void What_is_copied_from_a_text_is_found_and_marked_there() => Gen.Select(Text, Gen.Int[0, 100], Gen.Int[1, 6]).Sample(static (text, skip, take) =>
    {
        var places = new List<(int Start, int End)>();
        var reader = new TokenReader(text, stackalloc char[TokenReader.MaxLength]);
        while (reader.MoveNext())
        {
            places.Add((reader.Start, reader.End));
        }

        if (places.Count == 0)
        {
            return;
        }

        var first = skip % places.Count;
        var last = Math.Min(first + take, places.Count) - 1;
        var copied = text[places[first].Start..places[last].End];

        Assert.True(IsFound(copied, text), copied);
        Assert.Contains(Marks(copied, text), range => range.Start <= places[first].Start && range.End >= places[last].End);
    });

    [Theory]
    [InlineData("数，位", "数位", false)]
    [InlineData("数 位", "数位", true)] // a blank parts nothing where there are none
    [InlineData("数位", "数，位", false)]
    [InlineData("“数位”，它", "数位", true)]
    [InlineData("AI，数位", "AI数位", false)]
    [InlineData("AI数位", "AI 数位", true)]
    [InlineData("well, then", "well then", true)] // where words are spaced, marks part nothing
    [InlineData("배가, 새요", "가새", false)]
    [InlineData("เรือ, อยู่", "เรืออยู่", false)]
    [InlineData("လှေ။သွား", "လှေသွား", false)] // its full stop is no letter
    [InlineData("ទូក។ទៅ", "ទូកទៅ", false)]
    [InlineData("ព្រះ​ទូក", "ព្រះទូក", true)] // a blank without width
    public void A_mark_beside_unspaced_characters_parts_a_phrase(string text, string phrase, bool found)
    {
        Assert.Equal(found, IsFound(phrase, text));
        Assert.Equal(found, Marks(phrase, text).Count > 0);
    }

    private static bool IsFound(string typed, string text)
    {
        var asked = QueryTerms.Phrase(typed, 0);
        var indexed = new IndexedText();
        indexed.AddParagraph(text);
        var held = indexed.ToString();
        return asked.Count > 0 && $" {held}".Contains($" {string.Concat(asked.Select(static token => token.Text + ' '))}", StringComparison.Ordinal);
    }

    private static IReadOnlyList<TextRange> Marks(string typed, string text)
    {
        var asked = QueryTerms.Phrase(typed, 0);
        return asked.Count == 0 ? [] : new TermMarker([new TermPattern([.. asked.Select(static token => new TokenForms([token.Text]))])]).RangesIn(text);
    }
}
