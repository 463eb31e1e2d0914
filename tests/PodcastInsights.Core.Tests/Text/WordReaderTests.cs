namespace PodcastInsights.Core.Tests.Text;

public sealed class WordReaderTests
{
    [Theory]
    [InlineData("don't well-known end-", "don't|well-known|end")]
    [InlineData("don’t a--b 'quoted'", "don’t|a--b|quoted")]
    [InlineData("木船会说话, it said", "木|船|会|说|话|it|said")]
    [InlineData("用Go写3行", "用|Go|写|3|行")] // Han beside letters needs no space
    [InlineData("cafe\u0301 42 3.14", "cafe\u0301|42|3|14")] // a mark belongs to its letter
    [InlineData("カード 한국", "カ|ー|ド|한|국")]
    [InlineData("𠮷野家", "𠮷|野|家")] // beyond 16 bits
    [InlineData(" -- … ", "")]
    [InlineData("", "")]
    public void Words_are_read_as_a_reader_counts_them(string text, string words)
    {
        var read = new List<string>();
        for (var reader = new WordReader(text); reader.MoveNext();)
        {
            read.Add(text[reader.Start..reader.End]);
        }

        Assert.Equal(words, string.Join('|', read));
        Assert.Equal(read.Count, WordCount.Of(text));
    }
}
