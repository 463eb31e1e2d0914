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
    [InlineData("publish_date: soon\nduration_seconds: long", "other publish_date: soon\nother duration_seconds: long\n! 2 metadata.date-unread\n")]
    [InlineData("duration_seconds: 3722.6", "duration: 3723\n")]
    [InlineData("title: 搜尋\nlanguage: zh-TW", "title zh: 搜尋\nlanguage: zh\n")]
    [InlineData("other: {deep: [1, {er: 2}]}\nguest: Ada", "guest: Ada\nother other.deep: 1\nother other.deep.er: 2\n")]
    [InlineData("description: 'two\n\n  paragraphs'", "description: two\nparagraphs\n")]
    public void Known_keys_are_used_and_unknown_keys_are_never_speech(string yaml, string expected)
    {
        var draft = new EditionDraft("a.md", "timed");

        FrontMatter.Read(new SourceText("a.md", $"---\n{yaml}\n---\nWords."), draft);

        Assert.Equal(expected, DraftText.Of(draft));
    }

    [Theory]
    [InlineData("Words.", 0)]
    [InlineData("---\nguest: Ada\n---\nWords.", 3)]
    [InlineData("---\nguest: Ada\n...\nWords.", 3)]
    [InlineData("---\nguest: Ada\nWords.", 0)]             // never closed, and the guest may be who speaks
    [InlineData("---\ntitle: Tides\nguest: Ada\n\nWords.", 3)]                      // never closed, and yet no speech
    [InlineData("---\ntitle: Tides\nguests:\n- Ada\n  Bo\n**Ada:** Words.", 5)]
    [InlineData("---\ntitle: Tides\n\n**Ada:** One.\n\n**Bo:** Two.\n\n**Ada:** Three.\n\n---\n\nThe end.", 2)]  // a rule far below
    [InlineData("\n\n---\nguest: Ada\n---\nWords.", 5)]
    [InlineData("---\n\nguest: Ada\n---\nWords.", 4)]
    [InlineData("---\n# a comment\n# another\ntitle: Tides\n---\nWords.", 5)]
    [InlineData("---\n# A heading\n\nAda: Words.\n\nBo: Words.\n---\n", 0)]
    [InlineData("---\nHost: Hello.\nGuest: Hello.\nHost: Well?\n---\n", 0)]   // a conversation between two rules
    [InlineData("--- # the episode\nguest: Ada\n---\nWords.", 3)]
    [InlineData("%YAML 1.2\n---\nguest: Ada\n---\nWords.", 4)]
    [InlineData("---\nguest: Ada\n---\ntitle: Tides\nextra: 1\n---\nWords.", 6)]           // a second document
    [InlineData("---\nguest: Ada\n...\n---\ntitle: Tides\n---\nWords.", 6)]
    [InlineData("---\nguest: Ada\n---\n\n---\ntitle: Tides\n---\nWords.", 7)]
    [InlineData("---\nguest: Ada\n---\nAda: Hello.\nBo: Hello.\n---\n", 3)]      // speech above a rule
    [InlineData("---\ntopics: [a, b\nguest: Bo\nfoo\n---\nWords.", 5)]
    [InlineData("---\n标题: 潮汐\n嘉宾: 阿达\n---\n话。", 4)]
    [InlineData("+++\ntitle = \"Tides\"\n+++\nWords.", 3)]
    [InlineData("+++\n# a comment\n\n[extra]\na = 1\n+++\nWords.", 6)]
    [InlineData("+++\nWords.\n+++\nWords.", 0)]
    [InlineData("+++\ntitle = 1\n\nWords.", 2)]
    [InlineData("---\nA rule across the page.\n---\nWords.", 0)]
    [InlineData("---\n---\nWords.", 0)]
    [InlineData("---", 0)]
    public void Only_a_key_below_the_fence_makes_front_matter(string text, int end) =>
        Assert.Equal(end, FrontMatter.End(new SourceText("a.md", text)));

    [Theory]
    [InlineData("---\ntitle:\tTides\nguests:\n\t- Ada\n---", "title en: Tides\nguest: Ada\n! 2 front-matter.broken\n")]
    [InlineData("---\ntitle:\tTides\nguest: \tAda\n---", "title en: Tides\nguest: Ada\n")]
    [InlineData("---\ntopics: [shipping, pricing\nguest: Bo\nfoo\n---", "guest: Bo\ntopic: shipping\ntopic: pricing\n! 2 front-matter.broken\n! 4 front-matter.line-unread\n")]
    [InlineData("---\nguests: {name: Ada\nshow: Tides\n---", "show: Tides\nguest: Ada\n! 2 front-matter.broken\n")]
    [InlineData("---\ntitle: 'Tides\nguest: Bo\n---", "title en: Tides\nguest: Bo\n! 2 front-matter.broken\n")]
    [InlineData("---\ntitle: Tides: the whole story\nguest: Bo\n---", "title en: Tides: the whole story\nguest: Bo\n! 2 front-matter.broken\n")]
    [InlineData("---\ntitle: *nobody\nguest: &a Bo\nshow: @x\n---", "title en: *nobody\nshow: @x\nguest: &a Bo\n! 4 front-matter.broken\n")]
    [InlineData("---\nguests:\n- name: Ada Quill\n  company: Harbour\n- name: Bo\n---", "guest: Ada Quill\nguest: Bo\nother guests.company: Harbour\n")]
    [InlineData("---\nguests:\n- name: Ada Quill\n  company: [Harbour\n- name: Bo\n---", "guest: Ada Quill\nguest: Bo\n! 4 front-matter.broken\n")]
    [InlineData("---\nguest: Ada Quill & Bo Lantern (Harbour)\n---", "guest: Ada Quill\nguest: Bo Lantern\n")]
    [InlineData("---\nguest: Ada Quill, PhD\n---", "guest: Ada Quill\n")]
    [InlineData("---\nguest: Ada Quill, head of ropes\n---", "guest: Ada Quill\n")]
    [InlineData("---\nguest: Ada Quill, Bo\n---", "guest: Ada Quill\nguest: Bo\n")]
    [InlineData("---\nspeakers: [Mara Voss, Ora Penn]\nauthor: Theo Lind\n---", "speaker: Mara Voss\nspeaker: Ora Penn\nother author: Theo Lind\n")]
    [InlineData("---\nhosts:\n- Mara Voss\nModerator: Theo Lind\n---", "host: Mara Voss\nhost: Theo Lind\n")]
    [InlineData("---\nauthor: Theo Lind\n---", "speaker: Theo Lind\nother author: Theo Lind\n")]
    [InlineData("---\npodcast:\n  name: Tides\n  url: https://example.org\n---", "show: Tides\nother podcast.url: https://example.org\n")]
    [InlineData("---\nPublish Date: March 5, 2030\nDuration: 1:02:03\n---", "date: 2030-03-05\nduration: 3723\n")]
    [InlineData("---\npublishDate: 2030/03/05\nlength: PT1H2M\n---", "date: 2030-03-05\nduration: 3720\n")]
    [InlineData("---\nguest: Ada\n---\ntitle: Tides\nmood: blue\n---", "title en: Tides\nguest: Ada\nother mood: blue\n")]
    [InlineData("---\nenclosure:\n  url: https://example.org/a.mp3\npost_url: https://example.org/p\n---", "media: https://example.org/a.mp3\nother post_url: https://example.org/p\n")]
    [InlineData("---\nlink: https://example.org/p\n---", "other link: https://example.org/p\n")]
    [InlineData("---\nlink: https://youtu.be/abc\n---", "media: https://youtu.be/abc\nother link: https://youtu.be/abc\n")]
    [InlineData("+++\ntitle = \"Tides\"\ndate = 2030-03-05\nguests = [\"Ada\", \"Bo\"]\nseason = 2\n[extra]\nmood = \"blue\"\n+++", "title en: Tides\nguest: Ada\nguest: Bo\ndate: 2030-03-05\nother season: 2\nother extra.mood: blue\n")]
    [InlineData("+++\n[[guests]]\nname = 'Ada'\n[[guests]]\nname = 'Bo'\n+++", "guest: Ada\nguest: Bo\n")]
    [InlineData("+++\ntitle = \"Tides\nguests = ['Ada']\n+++", "title en: Tides\nguest: Ada\n! 2 front-matter.broken\n")]
    [InlineData("+++\ntitle = Tides\nguest = 'Ada'\n+++", "title en: Tides\nguest: Ada\n! 2 front-matter.broken\n")]
    [InlineData("+++\nguests = ['Ada',\n'Bo'\ntitle = 'Tides'\n+++", "title en: Tides\nguest: Ada\n! 4 front-matter.broken\n! 3 front-matter.line-unread\n")]
    [InlineData("---\ndescription: |\n  Two\n  lines\ntopics: [a\n---", "description: Two lines\ntopic: a\n! 5 front-matter.broken\n")]
    [InlineData("---\ntitle: Tides\n\nWords.", "title en: Tides\n! 1 front-matter.unclosed\n")]
    public void What_can_be_read_is_read_and_the_rest_is_said(string text, string expected)
    {
        var draft = new EditionDraft("a.md", "timed");

        FrontMatter.Read(new SourceText("a.md", text), draft);

        Assert.Equal(expected, DraftText.Of(draft));
    }

    [Fact]
    public void No_front_matter_makes_it_fail()
    {
        string[] pieces =
        [
            "---", "+++", "...", "title", "guest", ":", ": ", "=", " = ", "\n", "\n", "\n", "- ", "[", "]", "{", "}", "'", "\"", "\"\"\"", "'''",
            "#", "|", ">", "&a ", "*a", "!x ", "%YAML", "?", ",", "\t", "  ", "Ada", "2030-03-05", "1:02", "\\u", "\uD800", "\u0085",
            "\u2028", "<<", "[[", "]]", "name", "0x", "1e9", "阿达", "\0", "@", "`", "http://[", "https://x/a.mp3",
        ];
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var fence = random.Next(3) switch { 0 => "+++\n", 1 => "---\n", _ => "\n---\ntitle: x\n" };
            var text = fence + string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => pieces[random.Next(pieces.Length)]));
            var source = new SourceText("a.md", text);
            var draft = new EditionDraft("a.md", "timed");

            var end = FrontMatter.Read(source, draft);

            Assert.Equal(FrontMatter.End(source), end);
            Assert.InRange(end, 0, source.Lines.Count);
            Assert.All(draft.Diagnostics.Items, diagnostic => Assert.InRange(diagnostic.Line, 1, source.Lines.Count));
            Assert.All(draft.Diagnostics.Items, diagnostic => Assert.DoesNotContain("Exception", diagnostic.Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Huge_metadata_is_kept_within_bounds()
    {
        var draft = new EditionDraft("a.md", "timed");
        var yaml = $"title: {new string('t', 100_000)}\nother: {new string('o', 100_000)}\n"
            + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"key{i}: x\n"))
            + $"guests: [{string.Join(", ", Enumerable.Range(0, 10_000).Select(i => $"Ada {i}"))}]\n";

        FrontMatter.Read(new SourceText("a.md", $"---\n{yaml}---\n"), draft);

        Assert.InRange(draft.Titles["en"].Length, 1, 1000);
        Assert.InRange(draft.Metadata.Count, 1, 100);
        Assert.All(draft.Metadata, pair => Assert.InRange(pair.Value.Length, 1, 1000));
        Assert.InRange(draft.NamedGuests.Count, 0, 1000);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Yaml_nested_deeper_than_a_stack_is_broken_and_no_more(string nest)
    {
        var draft = new EditionDraft("a.md", "timed");

        var end = FrontMatter.Read(
            new SourceText("a.md", $"---\nguest: Ada\nkey:\n  {string.Concat(Enumerable.Repeat(nest, 20_000))}\n---\nWords."), draft);

        Assert.Equal((5, "Ada"), (end, draft.NamedGuests[0]));
    }
}
