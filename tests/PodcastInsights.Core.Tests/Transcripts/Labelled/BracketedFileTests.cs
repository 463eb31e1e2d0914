using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

public sealed class BracketedFileTests
{
    private const string Talk = "Ada: Did it hold?\n\nBo: It held.\n\nAda: When?\n\nBo: On a Tuesday.\n\nAda: Good.\n\nBo: Yes.\n";

    [Theory]
    [InlineData("[\n[Note: nobody noticed.\n")]
    [InlineData("[[\n]\n]\n")]
    [InlineData("[\"Opening words\" as she said]\n\n")]
    [InlineData("[12]\n[13]\n\n")]
    [InlineData("{music}\n\n")]
    [InlineData("{\"Opening words\"}\n\n")]
    [InlineData("[ [inaudible] ]\n\n")]
    public void A_transcript_that_begins_with_brackets_is_read(string opening) =>
        Assert.Equal(["Ada", "Bo", "Ada", "Bo", "Ada", "Bo"], Parse(opening + Talk).Turns.ConvertAll(turn => turn.Speaker)[^6..]);

    [Theory]
    [InlineData("{\"title\": \"x\", \"words\": \"Ada: Did it hold?\"}")]
    [InlineData("  [\n{\"speaker\": \"Ada\", \"body\": \"Did it hold?\"},\n")]
    [InlineData("{\"t\": 1, \"w\": \"Ada: Hi.\"}\n{\"t\": 2, \"w\": \"Bo: Hi.\"}\n")]
    [InlineData("[[\"Ada\", \"Did it hold?\"], [\"Bo\", \"It held.\"]]")]
    public void Json_is_no_transcript_of_labels(string json) => Assert.Empty(Parse(json).Turns);

    [Fact]
    public void Json_that_begins_with_a_long_string_is_no_transcript_either() =>
        Assert.Empty(Parse($"[\"{string.Concat(Enumerable.Repeat("Ada: Did it hold? ", 200))}\"]").Turns);

    private static EditionDraft Parse(string text) => new LabelledFormat().Parse(new SourceText("a.md", text));
}
