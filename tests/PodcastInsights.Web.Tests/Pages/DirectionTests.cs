using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PodcastInsights.Web.Tests.Pages;

/// <summary>A library in a right-to-left script, on left-to-right pages.</summary>
public sealed partial class DirectionTests
{
    private const string Talk = """
        ---
        title: "איך בונים מגדלור"
        show: "שעת הגאות"
        guests: ["דנה לוי"]
        topics: ["ים"]
        date: 2024-03-04
        ---
        ## הפתיחה

        רות ים (00:00:05): שלום וברוכים הבאים למגדלור שלנו, היום נדבר על אבנים ועל הים.

        דנה לוי (00:00:21): תודה רבה. המגדלור נבנה מאבן שחורה לפני מאה שנה. The lamp came later.

        ## האור

        רות ים (00:01:02): ומי מדליק את האור בכל לילה?

        דנה לוי (00:01:31): האור נדלק לבד, אבל פעם היה שומר שהדליק אותו ביד.
        """;

    [Fact]
    public async Task Each_text_of_the_library_takes_its_direction_from_its_own_letters()
    {
        await using var app = new WebApp([]) { IsEmpty = true };
        Directory.CreateDirectory(app.Transcripts);
        await File.WriteAllTextAsync(Path.Combine(app.Transcripts, "מגדלור.he.md"), Talk);
        await app.InitializeAsync();
        var episode = (await app.GetJsonAsync("/api/v1/episodes")).GetProperty("items")[0].GetProperty("url").GetString()!;
        string[] pages =
        [
            "/", "/episodes", episode, $"{episode}?q=ים", "/speakers", "/topics", "/topics/ים", "/search?q=המגדלור", "/search?q=דנה+לוי", "/search?q=המגדלור&topic=ים",
            "/search?q=המגדלור+nowhere+speaker:דנה", "/search/help", "/check?text=המגדלור נבנה מאבן לבנה לפני מאה שנה",
        ];
        foreach (var path in pages)
        {
            var left = (await app.GetPageAsync(path)).Element("body")!.DescendantNodes().OfType<XText>()
                .Where(text => RightToLeft.IsMatch(Apart.Replace(text.Value, "")) && !text.Ancestors().Any(SetsDirection))
                .Select(text => $"{text.Parent!.Name}: {text.Value}");
            Assert.Equal((path, ""), (path, string.Join(" | ", left)));
        }

        // The name stands where the words begin.
        var turns = (await app.GetPageAsync(episode)).All("section").Where(section => ((string?)section.Attribute("class"))?.StartsWith("turn", StringComparison.Ordinal) == true);
        Assert.All(turns, turn => Assert.Equal("rtl", (string?)turn.Element("header")!.Attribute("dir")));
    }

    // The name beside a turn stands alone in its line, choices are each a line of their own, and a tip is shown alone.
    private static bool SetsDirection(XElement element) => element.Name.LocalName is "bdi" or "h3" or "option" or "title" or "script"
        || (string?)element.Attribute("dir") == "auto";

    [GeneratedRegex("[\u0590-\u08FF]")]
    private static partial Regex RightToLeft { get; }

    /// <summary>Isolated text in a sentence.</summary>
    [GeneratedRegex("\u2068[^\u2069]*\u2069")]
    private static partial Regex Apart { get; }
}
