using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Segments;

namespace PodcastInsights.Core.Tests.Transcripts.Segments;

public sealed class SegmentsFormatTests
{
    private const string Segments = """
        Good morning, and welcome back to the pier.
        I have been up since four
        because the boat was late
        and you know how I am about boats.
        So today we talk about rope.
        I bought forty metres of it in the spring,
        and the man told me it would last.
        It lasted until June.
        Then I wrote to him,
        and he wrote back to me
        that rope is like bread.
        You use it and it is gone.
        I like that answer.
        We are going to test three kinds of it
        and I will tell you which one held.
        Thank you for listening, and good night.
        """;

    [Fact]
    public void Lines_become_paragraphs_and_turns_of_nobody_who_is_named()
    {
        var text = string.Concat(Enumerable.Repeat(Segments + "\n", 12));
        var draft = new SegmentsFormat().Parse(new SourceText("rope.txt", text));
        Assert.All(draft.Turns, turn => Assert.Null(turn.Speaker));
        Assert.InRange(draft.Turns.Count, 2, 40);
        Assert.Equal(
            text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
            draft.Turns.SelectMany(turn => turn.Paragraphs).SelectMany(paragraph => paragraph.Text.Split(' ')));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\n")]
    public void Segments_are_recognised(string before) => Assert.Equal("segments", FormatOf(before + Segments + "\n\n"));

    [Fact]
    public void Segments_of_a_script_without_small_letters_need_more_lines()
    {
        string[] lines = ["大家好欢迎收听", "我是老陈", "今天我们聊聊绳子", "你可能觉得很无聊", "但是我跟你说", "绳子这个东西", "是有脾气的"];
        Assert.Null(FormatOf(string.Join('\n', lines.Concat(lines).Concat(lines))));
        Assert.Equal("segments", FormatOf(string.Join('\n', Enumerable.Repeat(lines, 5).SelectMany(static some => some))));
    }

    [Fact]
    public void Wrapped_prose_is_none()
    {
        var words = Segments.Replace('\n', ' ').Split(' ');
        var lines = new List<string> { "" };
        foreach (var word in words)
        {
            if (lines[^1].Length + word.Length > 40)
            {
                lines.Add("");
            }

            lines[^1] = $"{lines[^1]} {word}".Trim();
        }

        Assert.Null(FormatOf(string.Join('\n', lines)));
    }

    [Theory]
    [InlineData("\n\n", "\n")]                  // paragraphs
    [InlineData("\n", ".\n- ")]                 // a list
    [InlineData("\n", "\n0:05 ")]               // times
    public void Other_text_is_none(string after, string with)
    {
        var text = after == "\n\n" ? Segments.Replace("\n", "\n\n", StringComparison.Ordinal) : Segments.Replace(after, with, StringComparison.Ordinal);
        Assert.NotEqual("segments", FormatOf(text));
    }

    [Fact]
    public void Verses_are_none() => Assert.Null(FormatOf(string.Join('\n', Segments.Split('\n').Select(static line => char.ToUpperInvariant(line[0]) + line[1..].TrimEnd('.')))));

    [Fact]
    public void What_is_said_to_nobody_is_none() =>
        Assert.Null(FormatOf(string.Join('\n', Enumerable.Repeat("The rope is on the pier\nand it holds the boat.\nIt is of hemp", 8))));

    private static string? FormatOf(string text) => TranscriptReader.Recognise(new SourceText("rope.txt", text)).Format?.Name;
}
