using System.Text;
using CsCheck;

namespace PodcastInsights.Core.Tests.Text;

public sealed class ScriptTableTests
{
    [Theory]
    [InlineData("船𠮷々〇⼈", Script.Han)]
    [InlineData("あアーｱㇰ", Script.Kana)]
    [InlineData("ㄅㆠ", Script.Bopomofo)]
    [InlineData("한ᄒㅎﾡ", Script.Hangul)]
    [InlineData("เรือ", Script.Thai)]
    [InlineData("ເຮືອ", Script.Lao)]
    [InlineData("လှေ", Script.Burmese)]
    [InlineData("ទូក", Script.Khmer)]
    [InlineData("aÖжאعहি1", Script.Other)]
    [InlineData("。、「・฿๕။៕៛１Ａ！", Script.Other)] // marks, digits and money are of no script, whoever writes them
    public void Letters_are_of_their_script(string letters, Script script) =>
        Assert.All(letters.EnumerateRunes(), rune => Assert.Equal(script, ScriptTable.Of(rune)));

    [Fact]
    public void Only_what_words_are_made_of_is_of_a_script() => Assert.All(
        Enumerable.Range(0x80, 0x1_0000).Where(Rune.IsValid).Select(static value => new Rune(value)),
        static rune => Assert.False(ScriptTable.Of(rune) != Script.Other && (Rune.IsDigit(rune) || Rune.IsSeparator(rune) || char.IsSurrogate((char)rune.Value))));

    [Fact]
    public void Every_script_without_spaces_is_known_by_its_letters_in_both_ways_to_ask() => Gen.Int[0, char.MaxValue].Where(Rune.IsValid).Sample(
        static value => Assert.Equal(ScriptTable.Of(new Rune(value)), ScriptTable.Of((char)value)));

    [Theory]
    [InlineData('船', true)]
    [InlineData('ร', true)]
    [InlineData('한', false)] // Korean has spaces
    [InlineData('。', false)]
    [InlineData('a', false)]
    public void A_text_may_be_cut_beside_unspaced_characters(char character, bool unspaced) =>
        Assert.Equal(unspaced, ScriptTable.IsUnspaced(character));

    [Theory]
    [InlineData('船', true)]
    [InlineData('。', true)]
    [InlineData('！', true)]
    [InlineData('ร', true)]
    [InlineData('한', false)]
    [InlineData('.', false)]
    [InlineData('x', false)]
    public void No_space_is_put_between_characters_that_need_none(char character, bool none) =>
        Assert.Equal(none, ScriptTable.NeedsNoSpace(character));
}
