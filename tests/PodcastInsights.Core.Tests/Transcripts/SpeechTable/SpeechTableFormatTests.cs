using System.Globalization;
using System.Text;
using PodcastInsights.Core.Importing;
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

    // The names of columns that programs write.
    [Theory]
    [InlineData("Word,Start Timecode,End Timecode,Speaker", "{0},00:00:0{1}:00,00:00:0{1}:20,{2}")] // Sonix
    [InlineData("Speaker Name,Start Time,End Time,Text", "{2},00;00;0{1};00,00;00;0{1};20,{0}")] // Premiere, dropping frames
    [InlineData("Timestamp,Speaker,Transcript", "00:0{1},{2},{0}")] // tl;dv
    [InlineData("Start Timestamp,Speaker,Transcript", "00:00:0{1},{2},{0}")]
    [InlineData("start,end,speaker,text", "{1}00,{1}90,{2},\"{0}\"")] // whisper.cpp
    [InlineData("Start,End,Speaker,Text", "{1}.00,{1}.90,\"{2}\",\"{0}\"")]
    [InlineData("id,start,end,speaker,text", "7,{1},{1}.9,{2},{0}")]
    [InlineData("sentence,startTime,endTime,speaker_name,speaker_id", "{0},{1},{1}.9,{2},0")] // Fireflies
    [InlineData("Timecode,Speaker,Text", "\"00:00:0{1},000\",{2},{0}")]
    [InlineData("話者名,開始時間,終了時間,テキスト", "{2},00:00:0{1}:00,00:00:0{1}:20,{0}")] // Premiere
    [InlineData("Speaker,Time,Duration,Words", "{2},[00:0{1}],1,{0}")]
    [InlineData("Time,Speaker,Text", "00:00:0{1}.000 --> 00:00:0{1}.900,{2},{0}")]
    public void The_columns_of_programs_are_known(string header, string row)
    {
        string[] said = ["Good evening and welcome", "It held for all of us", "Nobody had thought that"];
        var rows = said.Select((words, at) => string.Format(CultureInfo.InvariantCulture, row, words, at + 1, at % 2 == 0 ? "Ada" : "Bo"));

        var draft = new SpeechTableFormat().Parse(new SourceText("a.csv", $"{header}\n{string.Join('\n', rows)}\n"));

        Assert.Equal(["Ada", "Bo", "Ada"], draft.Turns.Select(static turn => turn.Speaker));
    }

    [Theory]
    // Nobody speaks again after another; nobody speaks to another.
    [InlineData("speaker,text\nAda Quill,The sea is patient.\nAda Quill,A tower needs wind.\nBo Marsh,Bread is a clock.\nBo Marsh,Salt is slow.\n", "no-conversation")]
    [InlineData("speaker,text\nAda,The sea was cold.\nBo,The tower of salt stood.\nAda,It was the end of the day.\nBo,The bread is in the oven.\n", "no-conversation")]
    [InlineData("episode,speaker,start,text\n1,Ada,0,We shipped on a Tuesday.\n1,Bo,3,Did it hold?\n2,Ada,0,Welcome back.\n", "several-recordings")]
    [InlineData("start,end,text,filename\n0,3,We shipped on a Tuesday.,a.wav\n0,3,Did it hold?,b.wav\n", "several-recordings")]
    [InlineData("time,speaker,content\n09:00,Ada Quill,Opening\n09:45,Bo Marsh,Towers\n10:30,,Coffee\n11:00,Ada Quill,End\n", "no-speech")]
    [InlineData("\"turn\",\"speaker\",\"time\",\"words\",\"episode\",\"apostrophes\"\n\"1-a\",\"Ada\",\"0:00\",\"We shipped.\",\"ada\",\"\"\n", "own-table")]
    public void A_table_that_is_no_conversation_is_skipped_with_its_reason(string text, string code)
    {
        var read = TranscriptFile.Read(new LibraryFile("a.csv", "a.csv", "a", null), Encoding.UTF8.GetBytes(text));

        Assert.Null(read.Edition);
        Assert.Equal([$"speech-table.{code}", "file.not-a-transcript"], read.Diagnostics.Select(static diagnostic => diagnostic.Code));
    }

    [Fact]
    public void A_conversation_without_times_is_read()
    {
        var draft = new SpeechTableFormat().Parse(new SourceText("a.csv", "speaker,text\nAda,We shipped on a Tuesday.\nBo,Did it hold?\nAda,It did.\n"));

        Assert.Equal(["Ada", "Bo", "Ada"], draft.Turns.Select(static turn => turn.Speaker));
    }

    [Theory]
    [InlineData("sep=;\n", null)]
    [InlineData("Towers of salt;;\n;;\n", "Towers of salt")]
    [InlineData("sep=;\nTowers of salt;;\nDate;3 March;\n\n", "Towers of salt")]
    public void Rows_above_the_header_are_read(string above, string? title)
    {
        var draft = new SpeechTableFormat().Parse(new SourceText("a.csv", $"{above}Speaker;Time;Text\nAda;0:01;We shipped, at last.\nBo;0:03;Did it hold?\n"));

        Assert.Equal(["Ada", "Bo"], draft.Turns.Select(static turn => turn.Speaker));
        Assert.Equal(title, draft.Titles.Values.SingleOrDefault());
    }

    [Fact]
    public void The_Unicode_text_of_a_spreadsheet_is_read()
    {
        byte[] bytes = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Speaker\tTime\tText\r\nAda\t0:01\t\"We \"\"shipped\"\",\nat last.\"\r\nBo\t0:03\tDid it hold?\r\n")];

        var read = TranscriptFile.Read(new LibraryFile("a.txt", "a.txt", "a", null), bytes);

        Assert.Equal(["We \"shipped\", at last.", "Did it hold?"], read.Edition!.Turns.Select(static turn => turn.Paragraphs.Single().Text));
    }

    [Fact]
    public void A_time_that_is_none_is_named()
    {
        var draft = new SpeechTableFormat().Parse(new SourceText("a.csv", "speaker,start,text\nAda,0:01,We shipped on a Tuesday.\nBo,0:03,Did it hold?\nAda,??,It did.\n"));

        Assert.Equal(["Ada", "Bo", "Ada"], draft.Turns.Select(static turn => turn.Speaker));
        Assert.Equal(["speech-table.time-unreadable 4"], draft.Diagnostics.Items.Select(static one => $"{one.Code} {one.Line}"));
    }
}
