using System.Text.RegularExpressions;
using CsCheck;

namespace PodcastInsights.Core.Tests.Text;

public sealed class TokenReaderTests
{
    [Theory]
    [InlineData("Hello, World", "hello world")]
    [InlineData("Söderström naïve ÅNGSTRÖM", "soderstrom naive angstrom")]
    [InlineData("So\u0308derstro\u0308m", "soderstrom")]       // accents stored apart
    [InlineData("ＡＩ ２０１８", "ai 2018")]                       // full width
    [InlineData("don't don’t", "dont dont")]
    [InlineData("go-to-market", "go to market")]
    [InlineData("C# F# C++ .NET", "c # f # c ++ . net")]
    [InlineData("#1 issue#2", "1 issue 2")]                    // here # is no part of a name
    [InlineData("$1,000 or 50%", "$ 1000 or 50 %")]
    [InlineData("1,2 and 12,34", "1 2 and 12 34")]             // lists, not thousands
    [InlineData("GPT-3.5", "gpt 3.5")]
    [InlineData("visualelectric.com", "visualelectric com")]
    [InlineData("well...then", "well then")]
    [InlineData("數位AI時代", "數 位 ai 時 代")]
    [InlineData("ガ ｶﾞ か\u3099", "ガ ガ が")]                   // marks of Kana belong to their letter
    [InlineData("한국어", "한 국 어")]
    [InlineData("Straße ŒUVRE", "strasse oeuvre")]
    [InlineData("soft\u00ADhyphen", "softhyphen")]
    [InlineData("เรือ ๑๒ ฿5", "เ รื อ ๑๒ ฿ 5")]
    [InlineData("လှေ၂။", "လှ ေ ၂")]                             // digits and stops are no letters
    [InlineData("ទូក២។", "ទូ ក ២")]
    [InlineData("Лодка ёлка", "лодка елка")]
    [InlineData("नाव है", "नाव है")]
    [InlineData("عَرَبِيّ שָׁלוֹם", "عربي שלום")]                   // vowels that one may leave out
    [InlineData("人々 〇 ㄅ", "人 々 〇 ㄅ")]
    public void A_text_falls_into_folded_tokens(string text, string tokens) =>
        Assert.Equal(tokens, string.Join(' ', Read(text).Select(static token => token.Term)));

    [Fact]
    public void A_token_knows_where_it_stood()
    {
        const string text = "Hey, Söderström: 數位！";

        Assert.Equal(["Hey", "Söderström", "數", "位"], Read(text).Select(token => text[token.Start..token.End]));
    }

    [Fact]
    public void Runs_of_ASCII_are_words_in_lower_case_whatever_their_length_and_place() =>
        Gen.Select(Gen.Char["aZ09zAM5"].Array[1, 140], Gen.Char["@[`{/: 漢\t"]).Array[0, 6].Sample(static runs =>
        {
            var text = string.Concat(runs.Select(static run => new string(run.Item1) + run.Item2));
            var words = Regex.Matches(text, "[A-Za-z0-9]+").Select(static run =>
                (run.Value[..Math.Min(run.Length, TokenReader.MaxLength)].ToLowerInvariant(), run.Index, run.Index + run.Length));

            Assert.Equal(words, Read(text).Where(static token => token.Term != "漢"));
        });

    [Fact]
    public void Any_text_can_be_read_and_its_tokens_stand_in_order() => Gen.String.Sample(static text =>
    {
        var end = 0;
        foreach (var token in Read(text))
        {
            Assert.True(token.Start >= end && token.End > token.Start && token.End <= text.Length);
            Assert.InRange(token.Term.Length, 1, TokenReader.MaxLength);
            end = token.End;
        }
    });

    [Fact]
    public void What_was_read_once_reads_the_same_again() => Gen.String.Sample(static text =>
    {
        var words = Read(text).Where(static token => token.Term.Length < TokenReader.MaxLength && char.IsLetter(token.Term[0]));
        foreach (var (term, _, _) in words)
        {
            Assert.Equal(term, string.Concat(Read(term).Select(static token => token.Term)));
        }
    });

    private static List<(string Term, int Start, int End)> Read(string text)
    {
        var tokens = new List<(string, int, int)>();
        var reader = new TokenReader(text, stackalloc char[TokenReader.MaxLength]);
        while (reader.MoveNext())
        {
            tokens.Add((reader.Term.ToString(), reader.Start, reader.End));
        }

        return tokens;
    }
}
