using System.Globalization;
using PodcastInsights.Core.Transcripts.Metadata;

namespace PodcastInsights.Core.Tests.Transcripts.Metadata;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("Season 2 - The Bread Wars.txt", "Season 2 - The Bread Wars", null)]
    [InlineData("2030-03-05 Season 2 - The Bread Wars.txt", "Season 2 - The Bread Wars", "2030-03-05")]
    [InlineData("2030-03-05_The_Bread_Wars.md", "The Bread Wars", "2030-03-05")]
    [InlineData("2030-03-05-the-bread-wars.md", "the bread wars", "2030-03-05")]
    [InlineData("20300305 Bread.md", "Bread", "2030-03-05")]
    [InlineData("2030.03.05 – Bread.md", "Bread", "2030-03-05")]
    [InlineData("2030年3月5日 面包.zh.md", "面包", "2030-03-05")]
    [InlineData("2030-03-05.md", "2030-03-05", "2030-03-05")]              // there is no more to say
    [InlineData("2030-02-30 Bread.md", "2030-02-30 Bread", null)]         // no such day
    [InlineData("rope-and-tide.md", "rope and tide", null)]
    [InlineData("rope_and-tide.md", "rope and-tide", null)]
    [InlineData("Jean-Luc.md", "Jean-Luc", null)]
    [InlineData("Jean-Luc Quill.zh-Hans.md", "Jean-Luc Quill", null)]
    [InlineData("Ada_Quill_2.0.md", "Ada Quill 2.0", null)]
    [InlineData("S02E03 | Bread.md", "S02E03 | Bread", null)]
    [InlineData("What? - Part 1 - Bread.md", "What? - Part 1 - Bread", null)]
    [InlineData("2030-03-05 Bread/transcript.md", "Bread", "2030-03-05")]
    [InlineData("___.md", "___", null)]
    public void The_name_of_a_file_is_a_whole_title_and_perhaps_a_date(string path, string title, string? date)
    {
        var name = FileName.Of(path);
        Assert.Equal((title, date), (name.Title, name.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }
}
