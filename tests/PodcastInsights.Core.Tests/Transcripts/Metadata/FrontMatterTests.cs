using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Metadata;

namespace PodcastInsights.Core.Tests.Transcripts.Metadata;

public sealed class FrontMatterTests
{
    [Theory]
    [InlineData("guests: [Ada Quill, Bo]", "guest: Ada Quill\nguest: Bo\n")]
    [InlineData("guest:\n- Ada Quill\n- Bo", "guest: Ada Quill\nguest: Bo\n")]
    [InlineData("tags: shipping, calendar", "topic: shipping\ntopic: calendar\n")]
    [InlineData("video_id: abc_-1", "media: https://www.youtube.com/watch?v=abc_-1\n")]
    [InlineData("video_id: abc\nyoutube_url: https://example.org/v", "media: https://example.org/v\n")]
    [InlineData("url: javascript:alert(1)", "")]
    [InlineData("youtube_url: ''\nguest:", "")]
    [InlineData("publish_date: 2024-05-06T10:00:00Z", "date: 2024-05-06\n")]
    [InlineData("publish_date: soon\nduration_seconds: long", "")]
    [InlineData("duration_seconds: 3722.6", "duration: 3723\n")]
    [InlineData("title: 搜尋\nlanguage: zh-TW", "title zh: 搜尋\nlanguage: zh\n")]
    [InlineData("other: {deep: [1, {er: 2}]}\nguest: Ada", "guest: Ada\n")]
    [InlineData("description: 'two\n\n  paragraphs'", "description: two\nparagraphs\n")]
    public void Keys_that_are_known_are_taken_and_others_passed_over(string yaml, string expected)
    {
        var draft = new EditionDraft("a.md", "timed");

        FrontMatter.Read(new SourceText("a.md", $"---\n{yaml}\n---\nWords."), draft);

        Assert.Equal(expected, DraftText.Of(draft));
    }

    [Theory]
    [InlineData("Words.", 0)]
    [InlineData("---\nguest: Ada\n---\nWords.", 3)]
    [InlineData("---\nguest: Ada\n...\nWords.", 3)]
    [InlineData("---\nguest: Ada\nWords.", 0)]             // never closed
    [InlineData("---\nA rule across the page.\n---\nWords.", 0)]
    [InlineData("---\n---\nWords.", 0)]
    [InlineData("---", 0)]
    public void Only_a_key_below_the_fence_makes_front_matter(string text, int end) =>
        Assert.Equal(end, FrontMatter.End(new SourceText("a.md", text)));

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Yaml_nested_deeper_than_a_stack_is_broken_and_no_more(string nest)
    {
        var draft = new EditionDraft("a.md", "timed");

        var end = FrontMatter.Read(
            new SourceText("a.md", $"---\nguest: Ada\nkey:\n  {string.Concat(Enumerable.Repeat(nest, 20_000))}\n---\nWords."), draft);

        Assert.Equal((5, "Ada"), (end, draft.NamedGuests[0]));
    }
}
