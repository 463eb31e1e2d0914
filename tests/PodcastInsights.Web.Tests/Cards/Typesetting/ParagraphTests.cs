using System.Globalization;
using System.Text;
using PodcastInsights.Web.Cards.Typesetting;
using SkiaSharp;

namespace PodcastInsights.Web.Tests.Cards.Typesetting;

public sealed class ParagraphTests
{
    [Theory]
    [InlineData("Zażółć gęślą jaźń, Ærøskøbing, chào buổi sáng – “12.5 %” №7 €5 … ‘x’ ½")]
    [InlineData("Γειά σας, καλημέρα")]
    [InlineData("Съешь ещё этих мягких булок, ґанок, ђак")]
    [InlineData("قال لي في عام ٢٠٢٤: «لا تكتب أكثر»، پچژگ ی ک ہے")]
    [InlineData("שָׁלוֹם לכולם, צ׳יפס ״כן״")]
    [InlineData("मैंने सीखा कि क्षत्रिय कहानियों में ज्ञान और श्रद्धा है। १२३")]
    [InlineData("ฉันคิดว่าสิ่งที่ยากที่สุด ๑๒๓ น้ำ ฯ")]
    [InlineData("বাংলা ভাষা")]
    [InlineData("தமிழ் மொழி")]
    [InlineData("Հայերեն ქართული")]
    [InlineData("我一直觉得，写代码最难的部分：“决定”什么不写。——《书》！")]
    [InlineData("我們總以為時間會站在自己這一邊，「慢慢來」；體龜鬱")]
    [InlineData("ぼくたちは「急がば回れ」と言いながら、サーバー・ラーメン。々ー")]
    [InlineData("가장 어려운 일은 코드를 쓰는 것이 아니라")]
    [InlineData("🚀👩‍👩‍👧‍👦👍🏽❤️🇫🇷1️⃣☺️")]
    public void A_text_of_each_script_is_set_in_typefaces_of_the_program(string text)
    {
        foreach (var run in LineOf(text))
        {
            Assert.Contains(run.Typeface, Typefaces.Shipped);
            Assert.All(run.Glyphs, glyph => Assert.True(glyph.Id != 0, $"{text[glyph.Character..]} has no glyph"));
        }
    }

    [Theory]
    [InlineData("gb2312", 0xB0, 0xF8, 0xA1, 6763)] // all of Simplified Chinese that the standard has
    [InlineData("big5", 0xA4, 0xC7, 0x40, 5401)] // the common characters of Traditional Chinese
    [InlineData("shift_jis", 0x88, 0x99, 0x40, 2965)] // of Japanese
    public void The_common_characters_of_East_Asia_are_there(string encoding, int first, int end, int firstTrail, int atLeast)
    {
        var decoder = CodePagesEncodingProvider.Instance.GetEncoding(
            encoding, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback(""))!;
        var characters = (
            from lead in Enumerable.Range(first, end - first)
            from trail in Enumerable.Range(firstTrail, 0xFF - firstTrail)
            let text = decoder.GetString([(byte)lead, (byte)trail])
            where text.Length == 1 && ScriptTable.Of(text[0]) == Script.Han
            select text).Distinct().ToList();
        Assert.True(characters.Count >= atLeast, $"{characters.Count}");
        Assert.DoesNotContain(characters, text => !Typefaces.Shipped.Contains(Typefaces.For(text, HarfBuzzSharp.Script.Han, strong: false)));
    }

    [Fact]
    public void What_the_program_lacks_is_set_in_what_the_machine_has()
    {
        const string rare = "㐀";
        var run = Assert.Single(LineOf(rare));
        Assert.All(Typefaces.Shipped, face => Assert.False(face.HasAll(rare)));

        // Debian's fonts-noto-cjk has it; where nothing does, a box is shown.
        Assert.Equal(SKFontManager.Default.MatchCharacter(rare[0]) is not null, run.Glyphs[0].Id != 0);
    }

    [Fact]
    public void Arabic_letters_join_and_run_to_the_left()
    {
        var glyphs = Assert.Single(LineOf("ببب")).Glyphs;
        Assert.Equal([2, 1, 0], glyphs.Select(glyph => glyph.Character));
        Assert.Equal(3, glyphs.Select(glyph => glyph.Id).Distinct().Count()); // the last, a middle and the first form
    }

    [Fact]
    public void A_right_to_left_line_keeps_numbers_and_foreign_words_in_their_own_order()
    {
        const string text = "قال Rust 2024 كلام";
        var seen = LineOf(text).SelectMany(run => run.Glyphs).Select(glyph => text[glyph.Character]).Where(char.IsAscii);
        Assert.Equal("Rust2024", string.Concat(seen.Where(char.IsLetterOrDigit)));
        var all = LineOf(text);
        Assert.Equal((text.Length - 1, 0), (all[0].Glyphs[0].Character, all[^1].Glyphs[^1].Character));
    }

    [Theory]
    [InlineData("क्ष", 1)] // one sign of two consonants
    [InlineData("कि", 2)]
    public void Devanagari_letters_are_put_together(string text, int glyphs) =>
        Assert.Equal(glyphs, LineOf(text).Sum(run => run.Glyphs.Count));

    [Fact]
    public void A_vowel_that_is_written_before_its_consonant_stands_before_it()
    {
        var consonant = LineOf("क")[0].Glyphs[0].Id;
        Assert.Equal(consonant, LineOf("कि")[0].Glyphs[^1].Id);
    }

    [Theory]
    [InlineData("ก", "ก่")]
    [InlineData("ש", "שׁ")]
    [InlineData("x", "x\u0301")]
    public void A_mark_takes_no_room(string bare, string marked) =>
        Assert.Equal(new Paragraph(bare, "en").Width, new Paragraph(marked, "en").Width, 3);

    [Fact]
    public void A_character_has_the_form_of_the_text_s_language()
    {
        var forms = new[] { "zh-Hans", "zh-Hant" }.Select(language => LineOf("骨", language)[0].Glyphs[0].Id);
        Assert.Equal(2, forms.Distinct().Count());
    }

    [Theory]
    [InlineData("她说：“Hello, world”，然后走了。")]
    [InlineData("He said “你好” and left.")]
    public void Punctuation_is_set_in_the_typeface_of_the_text(string text)
    {
        var runs = LineOf(text);
        var main = runs[0].Typeface;
        Assert.All(
            runs.Where(run => run.Typeface != main).SelectMany(run => run.Glyphs),
            glyph => Assert.DoesNotContain(text[glyph.Character], "“”，。"));
    }

    [Theory]
    [InlineData("The boats that waited for the tide arrived earlier than the boats that did not.")]
    [InlineData("我一直觉得，写代码最难的部分不是写，而是决定什么不写。")]
    [InlineData("ฉันคิดว่าสิ่งที่ยากที่สุดในการเขียนโปรแกรมไม่ใช่การเขียน")]
    [InlineData("Pneumonoultramicroscopicsilicovolcanoconiosis👩‍👩‍👧‍👦👩‍👩‍👧‍👦क्षत्रियक्षत्रियक्षत्रिय")]
    [InlineData("שָׁלוֹם לכולם! בשנת 2024 בנינו 3 סירות")]
    public void Lines_hold_all_letters_whole_and_no_more_than_fits(string text)
    {
        var letters = StringInfo.ParseCombiningCharacters(text).ToHashSet();
        foreach (var width in new[] { 3f, 5.5f, 9, 40 })
        {
            var paragraph = new Paragraph(text, "en");
            foreach (var lines in new[] { paragraph.Lines(width), paragraph.BalancedLines(width) })
            {
                Assert.All(lines, line => Assert.True(paragraph.WidthOf(line) <= width));
                Assert.All(lines, line => Assert.Contains(line.Start, letters));
                var shown = string.Concat(lines.Select(line => text[line.Start..line.End]));
                Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), shown.Replace(" ", "", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void The_last_line_is_no_lone_word()
    {
        var paragraph = new Paragraph("The boats that waited for the tide arrived earlier than the boats did", "en");
        var width = paragraph.Width - 0.1f;
        Assert.True(paragraph.WidthOf(paragraph.Lines(width)[^1]) < width / 4);
        var balanced = paragraph.BalancedLines(width);
        Assert.Equal(2, balanced.Count);
        Assert.InRange(paragraph.WidthOf(balanced[1]) / paragraph.WidthOf(balanced[0]), 0.7, 1.3);
    }

    [Theory]
    [InlineData("short", 80)]
    [InlineData("The boats that waited for the tide arrived earlier than the boats that did not.", 40)]
    public void A_text_is_as_large_as_fits(string text, float atLeast)
    {
        var room = new SKSize(600, 220);
        var fitted = FittedText.In(room, text, "en", 80, 20, 20);
        Assert.True(fitted.Size >= atLeast && fitted.Width <= room.Width && fitted.Height <= room.Height, $"{fitted.Size}");
    }

    [Theory]
    [InlineData("en", "word ")]
    [InlineData("zh", "木船会说话，")]
    [InlineData("ar", "كلمة ")]
    [InlineData("en", "x")]
    public void A_text_that_fits_in_no_size_is_cut(string language, string piece)
    {
        var room = new SKSize(500, 150);
        var fitted = FittedText.In(room, CardText.Of(string.Concat(Enumerable.Repeat(piece, 400)), 600), language, 60, 20, 24);
        Assert.Equal(24, fitted.Size);
        Assert.True(fitted.Width <= room.Width && fitted.Height <= room.Height && fitted.Lines.Count >= 2);
        Assert.EndsWith("…", fitted.Text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ShapedRun> LineOf(string text, string language = "en") =>
        new Paragraph(text, language).Shape(new TextRange(0, text.Length));
}
