using System.Text;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Core.Tests.Importing;

public sealed class DecodedTextTests
{
    private const string English = "Ada: We met in the old café near the pier, and it was a “good” day, wasn’t it?\nBo: It was – mostly.\n";
    private const string Simplified = "阿达：我们昨天发布了新版本，用户很喜欢。\n博：真的吗？我觉得还可以。\n阿达：大部分是的。\n";
    private const string Traditional = "阿達：我們昨天發布了新版本，使用者很喜歡。\n博：真的嗎？我覺得還可以。\n阿達：大部分是的。\n";
    private const string Japanese = "アダ：昨日新しいバージョンを公開しました。\nボー：本当ですか？とても良いと思います。\n";

    static DecodedTextTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("windows-1252", English)]
    [InlineData("windows-1252", "Ada: Können wir über die Brücke gehen?\nBo: Natürlich, aber nur bei schönem Wetter – größtenteils jedenfalls, für müde Füße.\n")]
    [InlineData("windows-1252", "Ada: Où étiez-vous le neuf? Très bien, à la fenêtre.\nBo: J’étais sur le bateau, ça va, mon élève préféré.\n")]
    [InlineData("windows-1250", "Ada: Zażółć gęślą jaźń, czy można przejść przez most?\nBo: Oczywiście, ale tylko przy ładnej pogodzie, że też się pytasz.\n")]
    [InlineData("windows-1251", "Ада: Мы встретились в старом кафе у причала.\nБо: Да, это был хороший день.\n")]
    [InlineData("gb18030", Simplified)]
    [InlineData("gb18030", "阿达：你好。\n博：好。\n")]
    [InlineData("gb18030", "Ada: we call it 搜索 here, and it is good.\nBo: Yes, 好。\n")]
    [InlineData("big5", Traditional)]
    [InlineData("big5", "阿達：你好。\n博：好。\n")]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    [InlineData("iso-2022-jp", Japanese)]
    [InlineData("euc-kr", "아다: 어제 새 버전을 공개했습니다.\n보: 정말이에요? 아주 좋다고 생각합니다.\n")]
    [InlineData("windows-1252", "Ada: We met in the café.\nBo: Yes.\n")]
    [InlineData("windows-1252", "Ada: El Niño came.\nBo: Yes.\n")]
    [InlineData("windows-1252", "Ada: It’s the “best” day – isn’t it?\nBo: Yes.\n")]
    [InlineData("windows-1252", "Ada: That is 5 £, or 6 €.\nBo: Yes.\n")]
    [InlineData("utf-16", Simplified)]
    [InlineData("utf-16BE", Simplified)]
    [InlineData("utf-16", English)]
    [InlineData("utf-16BE", English)]
    [InlineData("utf-16", Japanese)]
    public void Text_in_another_encoding_is_read_and_its_encoding_named(string encoding, string text)
    {
        var (read, said) = DecodedText.Of("a.md", Encoding.GetEncoding(encoding).GetBytes(text));

        Assert.Equal(text, read);
        Assert.Contains(said!.Code, new[] { "file.encoding", "file.encoding-doubtful" });
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_is_believed(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var (read, said) = DecodedText.Of("a.md", [.. encoding.GetPreamble(), .. encoding.GetBytes(English + Simplified)]);
        Assert.Equal((English + Simplified, null), (read!.TrimStart('\uFEFF'), said));
    }

    [Fact]
    public void What_is_valid_utf_8_is_never_read_otherwise() =>
        Assert.All(
            new[] { English, Simplified, Traditional, Japanese, "Ã©", "\u0080\u0081", "ascii", "Â£5", "\U0001F600" },
            text => Assert.Equal((text, null), (DecodedText.Of("a.md", Encoding.UTF8.GetBytes(text)).Text, (object?)DecodedText.Of("a.md", Encoding.UTF8.GetBytes(text)).Problem)));

    [Fact]
    public void A_few_broken_bytes_do_not_make_utf_8_another_encoding()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(English, 20)));
        bytes[200] = 0xFF;
        bytes[600] = 0xC3;
        bytes[900] = 0x80;

        var (text, said) = DecodedText.Of("a.md", bytes);

        Assert.Equal(("file.invalid-utf8", true), (said!.Code, text!.Contains('–', StringComparison.Ordinal)));
        Assert.InRange(text.Count(character => character == '\uFFFD'), 1, 6);
    }

    [Fact]
    public void No_bytes_make_it_fail_and_none_are_lost_without_a_word()
    {
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new byte[random.Next(1, 200)];
            random.NextBytes(bytes);
            if (i % 2 == 0)
            {
                bytes = [.. bytes.Select(value => value < 0x20 ? (byte)'\n' : value)];
            }

            var (text, said) = DecodedText.Of("a.md", bytes);

            Assert.True(text is null || said is not null || bytes.SequenceEqual(Encoding.UTF8.GetBytes(text)));
            Assert.True(text is not null || said is not null);
            Assert.True(text?.Contains('\uFFFD', StringComparison.Ordinal) != true || said!.Message.Contains('\uFFFD', StringComparison.Ordinal));
        }
    }
}
