using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.SpeechTable;

namespace PodcastInsights.Core.Tests.Transcripts.SpeechTable;

public sealed class SpeechTableFormatTests
{
    [Theory]
    [InlineData("title,date,description\nHeld,2031-02-03,A tower\n")]
    [InlineData("name,text\nAda,We like it\n")]
    [InlineData("time,text\n2031-02-03 04:05:06,It rained\nsoon,It will\n")]
    [InlineData("Time, words\n\nOf time, and of words, much is said.\nLittle, though, is known.\n")]
    [InlineData("speaker,text\n")]
    [InlineData("Ada,00:01,We shipped\nBo,00:02,Did it hold?\n")]
    [InlineData("| speaker | text |\n|---|---|\n| Ada | We shipped, at last |\n")]
    [InlineData("text\nWe shipped\n")]
    [InlineData("")]
    public void Other_tables_and_prose_are_no_transcript(string text) =>
        Assert.Equal(0, new SpeechTableFormat().Vote(new SourceText("a.csv", text)).Share);

    [Theory]
    [InlineData("sprecher,Speaker;Start;End;Text\n", "")]
    [InlineData("Speaker;Start;End;Text\nAda;1,5;2;We shipped.\nBo;00:02;00:03;Did it hold?\n", "Ada|We shipped.\nBo|Did it hold?")]
    [InlineData("发言人,开始时间,内容\n林小明,00:01,今天，我们讲搜索。\nAda,00:05,好。\n", "林小明|今天，我们讲搜索。\nAda|好。")]
    [InlineData("\"Speaker Name\",\"Start Time\",\"End Time\",\"Text\"\n\"Ada\",\"00;00;01;05\",\"00;00;02;00\",\"We shipped.\"\n", "Ada|We shipped.")]
    [InlineData("start\tend\ttext\n0\t2000\t\"We shipped,\n2000\t4000\tat last.\"\n", "|\"We shipped, at last.\"")]
    [InlineData("start,end,text\n0,2000,\"We \"\"shipped\"\"\"\n", "|We \"shipped\"")]
    [InlineData("text,speaker,start\nWe shipped, at last,Ada,1\nspeaker,text,start\n", "Ada|We shipped, at last speaker, text, start")]
    [InlineData("speaker,start,text\nAda,1,One.\nspeaker,start,text\nAda,2,Two.\n", "Ada|One. Two.")]
    [InlineData("speaker,start,text\nAda,1,\"One.\nBo,2,Two.\n", "Ada|\"One.\nBo|Two.")]
    [InlineData("speaker,start,text\n,1,One.\n0,2,Two.\n", "|One.\nSpeaker 0|Two.")]
    public void Every_word_is_its_speakers(string text, string turns)
    {
        var draft = new SpeechTableFormat().Parse(new SourceText("a.csv", text));

        Assert.Equal(turns, string.Join('\n', draft.Turns.Select(turn => $"{turn.Speaker}|{string.Join(' ', turn.Paragraphs.Select(paragraph => paragraph.Text))}")));
    }

    [Theory]
    [InlineData("start,end,text\n0,4000,We shipped on a Tuesday.\n65000,68000,It held for all of us.\n", 65)]
    [InlineData("start,end,text\n0,4,We shipped on a Tuesday.\n65,68,It held for all of us.\n", 65)]
    [InlineData("start,end,text\n00:00,20:00,Short.\n01:05,30:00,It held.\n", 65)]
    [InlineData("start_ms,text\n0,We shipped.\n65000,It held.\n", 65)]
    [InlineData("start,end,text\n00:00:00:00,00:00:04:12,We shipped.\n00:01:05:12,00:01:08:00,It held.\n", 65)]
    public void Times_are_read_in_their_unit(string text, double seconds)
    {
        var draft = new SpeechTableFormat().Parse(new SourceText("a.csv", text));

        Assert.Equal(seconds, draft.Turns[^1].Start?.Seconds);
    }
}
