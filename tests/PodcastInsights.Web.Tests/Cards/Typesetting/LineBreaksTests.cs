using PodcastInsights.Web.Cards.Typesetting;

namespace PodcastInsights.Web.Tests.Cards.Typesetting;

public sealed class LineBreaksTests
{
    [Theory]
    [InlineData("slow boats, well-known", "slow |boats, |well-|known")]
    [InlineData("木船会说话", "木|船|会|说|话")]
    [InlineData("他说：“木船。”好", "他|说：“木|船。”|好")] // no line begins with what closes, or ends with what opens
    [InlineData("「はい」と言う。", "「は|い」|と|言|う。")]
    [InlineData("ฉันชอบอ่านหนังสือ", "ฉัน|ชอบ|อ่าน|หนังสือ")] // no spaces, and yet words
    [InlineData("나무배 이야기", "나무배 |이야기")]
    [InlineData("क्षत्रिय कहानी", "क्षत्रिय |कहानी")]
    [InlineData("👩‍👩‍👧‍👦👍🏽x", "👩‍👩‍👧‍👦|👍🏽|x")]
    [InlineData("", "")]
    public void A_line_may_end_where_the_script_lets_it(string text, string parted)
    {
        var start = 0;
        var pieces = new List<string>();
        foreach (var at in LineBreaks.Of(text))
        {
            pieces.Add(text[start..at]);
            start = at;
        }

        Assert.Equal(parted, string.Join('|', pieces));
    }
}
