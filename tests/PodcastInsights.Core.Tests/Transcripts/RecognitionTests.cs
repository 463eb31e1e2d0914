using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Tests.Transcripts;

/// <summary>A folder of transcripts holds other files as well; and a speech has one name over a hundred paragraphs.</summary>
public sealed class RecognitionTests
{
    private const string Paragraphs = "We shipped on a Tuesday, and nobody noticed.\n\n";

    public static TheoryData<string, string> Speeches => new()
    {
        { "labelled", "# 2031-02-03 專欄\n\n### 林小明：\n\n" },
        { "labelled", "# 2031-02-03 Talk\n\n### Ada:\n" },
        { "labelled", "**Ada Quill:** Hello.\n\n" },
        { "labelled", "---\ntitle: News\n---\n\n**Ada Quill:**\n\n" },
        { "labelled", "Ada Quill (00:00:00):\n" },
    };

    [Theory]
    [MemberData(nameof(Speeches))]
    public void A_speech_is_one_turn_however_long_it_is(string format, string head)
    {
        var read = TranscriptReader.Read(new SourceText("speech.md", head + string.Concat(Enumerable.Repeat(Paragraphs, 200))), null);

        Assert.Equal(format, read?.Format);
        Assert.InRange(Assert.Single(read!.Turns).Paragraphs.Count, 200, 201);
    }

    [Fact]
    public void Speakers_whom_a_machine_numbered_may_speak_once_each()
    {
        var panel = string.Concat(Enumerable.Range(0, 9).Select(i => $"**Speaker {i}:** Yes.\n\n"));

        Assert.Equal(9, TranscriptReader.Read(new SourceText("panel.md", panel), null)?.Turns.Count);
    }

    [Theory]
    [InlineData(
        "# Tool\n\n**Note:** this is old.\n\n## Usage\n\nRun it, and it runs.\n\n"
        + "### Options:\n\n- `-a`: all\n- `-b`: both\n\n**License:** MIT, as ever.\n")]
    [InlineData(
        "# Changes\n\n## 1.2\n\n### Added:\n\n- A thing: yes\n\n### Fixed:\n\n- A bug at 12:30\n\n"
        + "## 1.1\n\n### Added:\n\n- X\n\n### Fixed:\n\n- Y\n")]
    [InlineData(
        "# Words\n\n**Latency:** the time it takes.\n\n**Throughput:** how much.\n\n**Error Budget:** what may fail.\n\n"
        + "**Uptime:** when it works.\n\n**Rollback:** back.\n")]
    [InlineData("# Minutes\n\n**Date:** 2031-02-03\n**Attendees:** Ada, Bo\n**Agenda:**\n\n- one\n- two\n\nWe met.\n")]
    [InlineData(
        "# Format\n\nEach file looks so:\n\n```markdown\n### 林小明：\n\n第一句。\n\n### Ada:\nYes.\n\n### 林小明：\n第二句。\n```\n\n"
        + "That is all of it.\n")]
    [InlineData("<html><body><p>Buy <cite>The Slow Build</cite> now.</p><p>Price: low.</p></body></html>")]
    [InlineData("{\"name\": \"tool\", \"dependencies\": {\"a\": \"1.0\"}, \"segments\": [1, 2]}")]
    [InlineData("Copyright 2031 Ada Quill\n\nPermission is granted: use it.\n\nTHE SOFTWARE IS PROVIDED \"AS IS\": WITHOUT WARRANTY.\n")]
    public void A_page_about_something_else_is_no_transcript(string text) =>
        Assert.Null(TranscriptReader.Read(new SourceText("README.md", text), null));
}
