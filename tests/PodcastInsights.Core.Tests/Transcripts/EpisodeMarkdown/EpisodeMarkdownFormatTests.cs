using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Tests.Transcripts.EpisodeMarkdown;

/// <summary>What people add to a file of the app's own Markdown above its transcript.</summary>
public sealed class EpisodeMarkdownFormatTests
{
    [Theory]
    [InlineData("Recorded in May.", "Recorded in May.")]
    [InlineData("## Thanks\n\nTo Cy.", "Thanks", "To Cy.")]
    [InlineData("## Takeaways\n\nNone yet.", "None yet.")]
    [InlineData("### One", "One")]
    [InlineData("# Another tower", "Another tower")]
    [InlineData("## About (en)\n\nAda builds.\n\n## About (en)\n\nAda paints.", "About (en)", "Ada paints.")]
    public void What_the_app_does_not_write_there_is_a_note(string above, params string[] notes)
    {
        var read = Read($"---\nformat: episode-markdown\ntitle: The tower\n---\n\n# The tower\n\n{above}");

        Assert.Equal(notes, read.Notes.Select(note => note.Text));
        Assert.Equal("The tower", read.Titles["en"]);
    }

    [Fact]
    public void A_title_that_was_taken_out_of_the_front_matter_is_read_from_its_heading()
    {
        var read = Read("---\nformat: episode-markdown\n---\n\n# The tower");

        Assert.Equal("The tower", read.Titles["en"]);
        Assert.Empty(read.Notes);
    }

    [Theory]
    [InlineData("**Bo:**\nIt broke.\nTwice.")]
    [InlineData("**Bo** (0:01:05):\nIt broke.\nTwice.")]
    [InlineData("**Bo:** It broke.\nTwice.")]
    public void Words_on_the_line_below_a_header_are_the_speaker_s(string turn)
    {
        var read = Read("---\nformat: episode-markdown\n---", turn);

        Assert.Equal(["Ada", "Bo"], read.Turns.Select(said => said.Speaker));
        Assert.Equal("It broke.\nTwice.", Assert.Single(read.Turns[1].Paragraphs).Text);
    }

    private static Edition Read(string above, string last = "") =>
        TranscriptReader.Read(new SourceText("a.md", $"{above}\n\n## Transcript\n\n**Ada:** It held.\n\n{last}"), null)!;
}
