using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Tests.Transcripts;

/// <summary>
/// One pattern over and over is what makes a step that is more than linear in the text show: each of these once took minutes. No time is
/// asserted; a step that went back to that would not come to an end before the test run is given up.
/// </summary>
public sealed class RepeatedPatternTests
{
    private const int Characters = 200_000;

    public static TheoryData<string> Patterns =>
        [
            "*", "#", ":", "[", "(", "_", "`", ">", "-", " ", "\"", ".", "\t", "![", "[a](", "灯", "=", "|", "<", "&", "1:", "@a", "www.",
            "Ab ", "A", "a-", "a.com/", "....a", "what? ", "a\n", "\n", "**A:** b\n\n",
            "%% a %% ", "<!-- a --> ", "%% ", "<!--",
        ];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_pattern_without_end_is_read_wherever_it_stands(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var endless = string.Concat(Enumerable.Repeat(pattern, Characters / pattern.Length));
        foreach (var text in new[]
        {
            $"Ann: hello there\nBob: hi Ann\n{endless}\nAnn: bye\nBob: bye\n",
            $"# Ann Lee - Bob's Podcast Insights\n\n## Key Takeaways\n\n### One\n\n{endless}\n\n"
                + $"## Full Conversation\n\nAnn Lee :\nhello there\nBob :\n{endless}\nAnn Lee :\nbye.\n",
            $"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Ann>{endless}\n",
            $"# Talk\n\n### Ann:\nhello {endless}\n\n### Bob:\nbye\n",
        })
        {
            var source = new SourceText("endless.md", text);
            var recognition = TranscriptReader.Recognise(source);
            _ = TranscriptReader.Read(source, recognition, null);
            Assert.Equal(TranscriptReader.Formats.Count, recognition.Votes.Count);
        }
    }

    [Fact]
    public void Many_takeaways_from_a_long_conversation_are_linked()
    {
        var takeaways = string.Concat(Enumerable.Range(0, 5000).Select(i => $"### Number {i} held\n\nNumber {i} held for a week.\n\n"));
        var turns = string.Concat(
            Enumerable.Range(0, 5000).Select(i => $"{(i % 2 == 0 ? "Ann Lee" : "Bob")} :\nNumber {i} held for a week.\n"));
        var read = TranscriptReader.Read(
            new SourceText(
                "many.md",
                $"# Ann Lee - Bob's Podcast Insights\n\n## Key Takeaways | 核心要点\n\n{takeaways}## Full Conversation | 完整对话\n\n{turns}"),
            null)!;
        Assert.Equal(5000, read.Takeaways.Count);
        Assert.All(read.Takeaways, takeaway => Assert.Equal(takeaway.Number, takeaway.TurnId!.Value.Number));
    }
}
