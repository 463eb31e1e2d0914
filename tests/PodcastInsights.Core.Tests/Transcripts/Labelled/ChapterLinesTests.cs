using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

public sealed class ChapterLinesTests
{
    private const string Talk = "**Ada** (0:05): Did you ship?\n\n**Bo** (0:09): We did.\n\n**Ada** (1:30): When?\n\n**Bo** (3:00): On Tuesday.\n";

    [Theory]
    [InlineData("- 00:00 Out\n- 01:10 In\n- 02:20 The end\n")]
    [InlineData("00:00 - Out\n\n01:10 - In\n\n02:20 - The end\n")]
    [InlineData("(00:00) – Out\n(01:10) – In\n(02:20) – The end\n")]
    [InlineData("- [00:00 Out](#a)\n- [01:10 In](#b)\n- [02:20 The end](#c)\n")]
    [InlineData("* [00:00](#a) **Out**\n* [01:10](#b) **In**\n* [02:20](#c) The end\n")]
    [InlineData("1. 0:00 Out\n2. 1:10 In\n3. 2:20 The end\n")]
    public void A_list_above_the_transcript_has_the_chapters(string list)
    {
        var draft = Parse("# Show\n\n## Timestamps\n\n" + list + "\n## Transcript\n\n" + Talk);

        Assert.Equal([("Out", 0L), ("In", 70), ("The end", 140)], draft.Chapters.Select(chapter => (chapter.Title, chapter.Start!.Value.Milliseconds / 1000)));
        Assert.Equal(4, draft.Turns[0].Notes.Count);
    }

    [Theory]
    [InlineData("- 00:00 Out\n- 01:10 In\n")]                                             // too few
    [InlineData("- 00:00 Out\n- 02:20 The end\n- 01:10 In\n")]                           // run backwards
    [InlineData("- 00:00 We go out.\n- 01:10 We come in.\n- 02:20 We end.\n")]           // sentences
    public void Other_lines_with_times_are_notes(string list)
    {
        var draft = Parse("# Show\n\n" + list + "\n" + Talk);

        Assert.Empty(draft.Chapters);
    }

    [Fact]
    public void A_line_alone_above_a_label_with_the_title_of_a_chapter_is_its_heading()
    {
        var draft = Parse("0:00 – Out\n0:09 – In the tower\n1:30 – The end\n\nAda (0:05):\nDid you ship?\n\nIn the tower\n\nBo (0:09):\nWe did.\n\nThe end of it\n\nAda (1:30):\nWhen?\n\nThe end\n\nof the pier.\n");

        Assert.Equal(["In the tower"], draft.Turns.SelectMany(turn => turn.Sections).Select(section => section.Title));
        Assert.Equal(["We did.", "The end of it"], draft.Turns[1].Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void Without_times_nothing_says_where_a_chapter_begins() =>
        Assert.Equal(3, Parse("# Show\n\n- 00:00 Out\n- 01:10 In\n- 02:20 The end\n\n**Ada:** Did you?\n\n**Bo:** We did.\n").Turns[0].Notes.Count);

    private static EditionDraft Parse(string text) => new LabelledFormat().Parse(new SourceText("a.md", text));
}
