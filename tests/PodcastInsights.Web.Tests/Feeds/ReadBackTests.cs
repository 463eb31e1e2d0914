using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace PodcastInsights.Web.Tests.Feeds;

/// <summary>Feeds of a library with hard titles and words, as programs of others read them.</summary>
public sealed class ReadBackTests(FeedPrograms programs) : IAsyncLifetime
{
    private static readonly string[] Titles =
    [
        "<b>Not bold</b> & \"not\" 'closed' ]]> -->",
        "&lt;i&gt; is written so, and &amp;amp; too",
        "控制 \\u0001\\u0008\\u000B\\u001B\\u007F\\u0085 字符",
        "Halves \\uD83D and \\uDE00, and \\uFFFE \\uFFFF \\uFDD0",
        "العربية \\u202E and back \\u2066",
        "👩‍👩‍👧 𠮷野家",
        "\\t\\r\\n Blanks \\u2028 between ",
    ];

    private readonly WebApp app = new(new() { ["Library:Watch"] = "false", ["Site:Name"] = "Tides & <tables>", ["Site:Tagline"] = "Of \"boats\"." }) { IsEmpty = true };

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(app.Transcripts);
        foreach (var (index, title) in Titles.Index())
        {
            var escaped = title.Replace("\"", "\\\"", StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(app.Transcripts, $"Hard {index}.md"), $"""
                ---
                title: "{escaped}"
                topics: ["{escaped}", "hard"]
                description: "About {escaped}"
                date: 2023-04-0{index + 1}
                ---

                **Petra <&>:** What is hard \u0001 about title {index}?

                **Mira:** Nothing <script>alert({index})</script> & all of "it" is hard 难.

                **Petra <&>:** Well.
                """.Replace("\\u0001 about", "\u0001 about", StringComparison.Ordinal));
        }

        await app.InitializeAsync();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public static TheoryData<string> Feeds =>
    [
        "/feeds/episodes", "/zh/feeds/episodes", "/feeds/speakers/mira", "/feeds/topics/hard", "/feeds/search?q=hard", "/zh-Hant/feeds/search?q=hard",
        "/feeds/search?q=%3Cb%3E%26%01%EF%BF%BF+hard", "/feeds/search?q=nothing",
    ];

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task Atom_is_valid(string feed) =>
        Assert.Empty(await FeedPrograms.ValidateAsync(await app.Client.GetByteArrayAsync(In(feed, "atom"))));

    [Fact]
    public async Task The_schema_finds_what_is_wrong()
    {
        var atom = await app.Client.GetStringAsync("/feeds/episodes.atom");
        foreach (var (right, wrong) in new[] { ("<updated>", "<updated>on "), ("urn:uuid:", "urn "), ("<title>", "<heading/><title>"), ("rel=\"self\"", "relation=\"self\"") })
        {
            Assert.NotEmpty(await FeedPrograms.ValidateAsync(Encoding.UTF8.GetBytes(atom.Replace(right, wrong, StringComparison.Ordinal))));
        }
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task Two_libraries_read_of_both_forms_what_was_written(string feed)
    {
        var read = await programs.ReadAsync(
            await app.Client.GetStringAsync(In(feed, "atom")), await app.Client.GetStringAsync(In(feed, "json")));
        var syndicated = await app.GetFeedAsync(In(feed, "atom"));
        Assert.Equal(["atom", "json"], read.Select(one => one.GetProperty("format").GetString()));
        var (atom, json) = (read[0].GetProperty("feed"), read[1].GetProperty("feed"));
        Assert.Equal(syndicated.Title.Text, atom.GetProperty("title").GetProperty("value").GetString());
        Assert.Equal(syndicated.Title.Text, InXml(json.GetProperty("title").GetString()!));
        var (entries, items) = (Items(atom, "entries"), Items(json, "items"));
        Assert.Equal(syndicated.Items.Count(), entries.Count);
        Assert.Equal(entries.Count, items.Count);
        foreach (var (item, (entry, other)) in syndicated.Items.Zip(entries.Zip(items)))
        {
            Assert.Equal(item.Id, entry.GetProperty("id").GetString());
            Assert.Equal(item.Id, other.GetProperty("id").GetString());
            Assert.Equal(Trimmed(item.Title.Text), Trimmed(entry.GetProperty("title").GetProperty("value").GetString()));
            Assert.Equal(Trimmed(item.Title.Text), Trimmed(InXml(other.GetProperty("title").GetString()!)));
            Assert.Equal(item.Links.Single().Uri, new Uri(other.GetProperty("url").GetString()!));
            Assert.Equal(item.LastUpdatedTime, DateTimeOffset.Parse(other.GetProperty("date_modified").GetString()!, null));
            Assert.Equal(item.LastUpdatedTime, DateTimeOffset.Parse(entry.GetProperty("updated").GetString()!, null));
            Assert.Equal(entry.GetProperty("xml").GetProperty("lang").GetString(), other.GetProperty("language").GetString());
            Assert.Equal(item.Authors.Select(author => author.Name), Items(other, "authors").Select(author => InXml(author.GetProperty("name").GetString()!)));
            var html = other.GetProperty("content_html").GetString()!;
            Assert.Equal(html, entry.GetProperty("content").GetProperty("value").GetString());
            Assert.Empty(XElement.Parse($"<div>{html}</div>").Descendants("script"));
        }
    }

    [Fact]
    public async Task A_title_is_a_text_of_which_nothing_is_markup_or_lost()
    {
        var titles = (await app.GetFeedAsync("/feeds/episodes.atom")).Items.Select(item => item.Title.Text).ToList();
        Assert.Contains(titles, title => title == "<b>Not bold</b> & \"not\" 'closed' ]]> -->");
        Assert.Contains(titles, title => title == "&lt;i&gt; is written so, and &amp;amp; too");
        Assert.Contains(titles, title => title.Contains("👩‍👩‍👧 𠮷野家", StringComparison.Ordinal));
        Assert.Equal(Titles.Length, titles.Count);
    }

    private static string In(string feed, string suffix) => feed.Contains('?', StringComparison.Ordinal)
        ? feed.Replace("?", $".{suffix}?", StringComparison.Ordinal)
        : $"{feed}.{suffix}";

    private static string InXml(string text) => PodcastInsights.Web.Feeds.XmlText.Of(text).Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string? Trimmed(string? text) => text?.Trim();

    private static List<JsonElement> Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var items) ? [.. items.EnumerateArray()] : [];
}
