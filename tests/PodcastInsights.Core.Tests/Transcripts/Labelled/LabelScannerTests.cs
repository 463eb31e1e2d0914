using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

public sealed class LabelScannerTests
{
    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (var (shape, _, examples) in LabelShapes.All)
        {
            foreach (var example in examples)
            {
                data.Add(shape.ToString(), example);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_the_table_has_the_shape_of_its_row(string shape, string example)
    {
        // Beside a time the name stands on a line of its own, and the shapes of whole files are seen in whole files.
        var text = example.Replace('⏎', '\n').Replace('⇥', '\t');
        var another = shape == "Alone" ? "BO MARSH\nYes?\n\n" : "";
        var lines = LabelledLines.Read(new SourceText("a.md", string.Concat(Enumerable.Repeat($"{text}\nHi you.\n\n{another}", 3))), 0);
        lines = Enum.Parse<LabelShape>(shape).Evidence() == LabelEvidence.Whole
            ? WholeFileLabels.In(shape == "Alone" ? lines : lines.Where(line => line.Number is 1 or 4).ToList())
            : lines;

        var label = lines!.First(line => line.Label is not null).Label!.Value;

        Assert.Equal(shape, label.Shape.ToString());
        Assert.Equal(shape switch { "VoiceDash" => "Q", "Wide" => "佐伯", _ => "Ada Quill" }, label.Name, ignoreCase: true);
        Assert.Contains(label.Words, new[] { "", "We shipped.", "Did it hold?", "ようこそ。", "「ようこそ。」" });
    }

    [Fact]
    public void Every_shape_has_a_row() => Assert.Equal(Enum.GetValues<LabelShape>(), LabelShapes.All.Select(row => row.Shape));

    [Fact]
    public void The_format_page_has_the_table()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "formats", "labelled.md"));

        Assert.All(LabelShapes.All, row =>
        {
            var examples = row.Examples.Select(example => $"`{example.Replace("|", "\\|", StringComparison.Ordinal)}`");
            Assert.Contains($"| `{row.Shape}` | {row.Evidence.ToString().ToLowerInvariant()} | {string.Join(", ", examples)} |\n", page, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("Ada Quill (AQ): We shipped.", "Ada Quill", "AQ", null, "We shipped.")]
    [InlineData("Ada Quill (Quill & Sons): We shipped.", "Ada Quill (Quill & Sons)", null, null, "We shipped.")]
    [InlineData("0:14 - Ada Quill (Quill & Sons)", "Ada Quill", null, 14.0, "")]
    [InlineData("**Ada Quill** 00:32 We shipped.", "Ada Quill", null, 32.0, "We shipped.")]
    [InlineData("**Ada Quill:[00:32]** We shipped.", "Ada Quill", null, 32.0, "We shipped.")]
    [InlineData("Ada Quill – 00:02:02:", "Ada Quill", null, 122.0, "")]
    [InlineData("Ada Quill - 2:02", "Ada Quill", null, 122.0, "")]
    [InlineData("Ada Quill: 00:10:34", "Ada Quill", null, 634.0, "")]
    [InlineData("Ada Quill [0:46]: Hi.", "Ada Quill", null, 46.0, "Hi.")]
    [InlineData("[Ada Quill] 14:02:07", "Ada Quill", null, 50527.0, "")]
    [InlineData("0:00 Ada Quill  1:05", "Ada Quill", null, 0.0, "")]                     // the recording's time, not Otter's
    [InlineData("### [00:01:05] Ada Quill", "Ada Quill", null, 65.0, "")]
    [InlineData("**Ada Quill: Did it hold?**", "Ada Quill", null, null, "Did it hold?")]
    [InlineData("AUDIENCE MEMBER #2: Hi.", "AUDIENCE MEMBER #2", null, null, "Hi.")]
    [InlineData("**Clip from \"Slow: A Film\":** Hi.", "Clip from \"Slow: A Film\"", null, null, "Hi.")]
    [InlineData("[[Ada Quill]]: Hi.", "Ada Quill", null, null, "Hi.")]
    [InlineData("[[people/ada|Ada Quill]]: Hi.", "Ada Quill", null, null, "Hi.")]
    [InlineData("[Ada Quill](https://example.org/ada): Hi.", "Ada Quill", null, null, "Hi.")]
    [InlineData(">> ADA: Hi.", "ADA", null, null, "Hi.")]
    [InlineData("Speaker 1 00:01:05", "Speaker 1", null, 65.0, "")]                      // the number belongs to the name
    [InlineData("Ada Quill (75:99):", "Ada Quill", null, null, "")]                      // digits that are no time
    [InlineData("ADA QUILL\u00A0(1:05) :", "ADA QUILL", null, 65.0, "")]
    [InlineData("Ada Quill[(00:01:05)](https://example.org/?t=65) Hi.", "Ada Quill", null, 65.0, "Hi.")]
    [InlineData("**Ada Quill** *00:01:05*", "Ada Quill", null, 65.0, "")]
    [InlineData("**Ada Quill** `[1:05]` Hi.", "Ada Quill", null, 65.0, "Hi.")]
    [InlineData("[1:05](#t=65) **Ada Quill:** Hi.", "Ada Quill", null, 65.0, "Hi.")]
    [InlineData("Ada Quill | 1:05", "Ada Quill", null, 65.0, "")]
    [InlineData("Ada Quill, 1:05", "Ada Quill", null, 65.0, "")]
    [InlineData("Ada Quill 1:05 - 1:09", "Ada Quill", null, 65.0, "")]
    [InlineData("1:05 - 1:09 Ada Quill", "Ada Quill", null, 65.0, "")]
    [InlineData("[SPEAKER_00] [1:05 --> 1:09]: Hi.", "SPEAKER_00", null, 65.0, "Hi.")]
    [InlineData("SPEAKER_00: Hi.", "SPEAKER_00", null, null, "Hi.")]
    [InlineData("\\*\\*Ada Quill:\\*\\* Hi.", "Ada Quill", null, null, "Hi.")]
    [InlineData("[**Ada Quill:**](https://example.org/ada) Hi.", "Ada Quill", null, null, "Hi.")]
    [InlineData("**Ada Quill**\\", "Ada Quill", null, null, "")]                           // a hard break
    [InlineData("**Ada:**&nbsp;Hi.", "Ada", null, null, "Hi.")]
    [InlineData("主持人:大家好。", "主持人", null, null, "大家好。")]                              // no space after a colon either
    [InlineData("主持人∶大家好。", "主持人", null, null, "大家好。")]                              // signs that look like a colon
    [InlineData("Ada Quill﹕ Hi.", "Ada Quill", null, null, "Hi.")]
    [InlineData("**Ada Quill**︰ Hi.", "Ada Quill", null, null, "Hi.")]
    [InlineData("[Ada's phone (2)] 14:02:07", "Ada's phone (2)", null, 50527.0, "")]     // a device's name
    [InlineData("[phone] 14:02:07", "phone", null, 50527.0, "")]
    [InlineData("DOÑA ADA.- ¿Y?", "DOÑA ADA", null, null, "¿Y?")]                         // Spanish press and plays
    [InlineData("Ada Quill.— ¿Y?", "Ada Quill", null, null, "¿Y?")]
    [InlineData("Q. Hi?", "Q", null, null, "Hi?")]
    [InlineData("**Élodie**\u202F: Hi.", "Élodie", null, null, "Hi.")]                     // the blank before French colons
    [InlineData("**\u202BLeila\u202C\u200F**\u200F: Hi.", "Leila", null, null, "Hi.")]        // marks of direction, which nobody sees
    [InlineData("Ada Quill [Host] [00:01:05]: Hi.", "Ada Quill", null, 65.0, "Hi.")]
    [InlineData("**Ada Quill [Guest]:** Hi.", "Ada Quill", null, null, "Hi.")]
    [InlineData("<p><strong>Ada Quill:</strong> Hi.", "Ada Quill", null, null, "Hi.")]
    [InlineData("<b>Ada Quill</b>: Hi.", "Ada Quill", null, null, "Hi.")]
    [InlineData("'''Ada Quill:''' Hi.", "Ada Quill", null, null, "Hi.")]                // a wiki's
    [InlineData("'''Ada Quill''': Hi.", "Ada Quill", null, null, "Hi.")]
    [InlineData("◆ Ada Quill> Hi.", "Ada Quill", null, null, "Hi.")]                       // Korean broadcasters
    [InlineData("🎙️ Ada Quill [1:05]: Hi.", "Ada Quill", null, 65.0, "Hi.")]
    [InlineData("[12.30 --> 65.00] Ada Quill: Hi.", "Ada Quill", null, 12.3, "Hi.")]
    public void A_label_has_a_name_initials_a_time_and_words(string line, string name, string? initials, double? seconds, string words)
    {
        Assert.True(LabelScanner.TryRead(line, out var label));

        Assert.Equal((name, initials, seconds, words), (label.Name, label.Initials, label.Start?.Seconds, label.Words));
    }

    [Theory]
    [InlineData("so it goes: down", "so it goes")]                                      // words of a sentence
    [InlineData("It was late; Ada: no.", "It was late")]
    [InlineData("ada quill: Hi.", "ada quill")]                                         // without its capitals
    [InlineData("Ada Quill; Hi.", "Ada Quill")]
    [InlineData("Ada:Hi.", "Ada")]
    [InlineData("*Ada:** Hi.", "Ada")]
    [InlineData("**Ada:* Hi.", "Ada")]
    [InlineData("*Ada:* Hi.", "Ada")]                                                   // italics are emphasis otherwise
    [InlineData("_Ada_: Hi.", "Ada")]
    public void What_may_be_a_damaged_label_is_one_where_its_name_is_known(string line, string name)
    {
        Assert.True(LabelScanner.TryRead(line, out var label));

        Assert.Equal((name, LabelEvidence.Known), (label.Name, label.Shape.Evidence()));
    }

    [Theory]
    [InlineData("- Ada: Hi.", true, false)]
    [InlineData("* Ada: Hi.", true, false)]
    [InlineData("• Ada: Hi.", true, false)]
    [InlineData("12. Ada: Hi.", true, false)]
    [InlineData("▶ Ada: Hi.", true, false)]
    [InlineData("> Ada: Hi.", false, true)]
    [InlineData(">> Ada: Hi.", false, false)]                                           // broadcasters' mark of a new speaker
    [InlineData("**Ada:** Hi.", false, false)]
    public void A_label_says_whether_a_list_or_a_quotation_holds_it(string line, bool isListItem, bool isQuoted)
    {
        Assert.True(LabelScanner.TryRead(line, out var label));

        Assert.Equal((isListItem, isQuoted), (label.IsListItem, label.IsQuoted));
    }

    [Theory]
    [InlineData("https://example.org: down again")]
    [InlineData("12:30 it held")]
    [InlineData("We met (at 12:30).")]
    [InlineData("Why? Because: no.")]
    [InlineData("And this is what I have always said to everybody: it held.")]          // too many words
    [InlineData("- *Ada:* softly")]                                                     // italics in a list are emphasis
    [InlineData("[end of the music] 14:02:07")]
    [InlineData("**Really** shipped.")]
    [InlineData("**Ada** and **Bo:** both.")]
    [InlineData("****: nothing")]
    [InlineData("**: nothing")]
    [InlineData("It held.-")]
    [InlineData("It held again and again and again.- So it went.")]
    [InlineData("1.- Hi.")]
    [InlineData("####### Ada:")]                                                        // no heading has seven
    [InlineData(":")]
    [InlineData("#")]
    [InlineData("**")]
    [InlineData("[04:12](https://example.org) is a link")]
    [InlineData("(1:05)")]
    [InlineData("a/b: c")]
    [InlineData("Ada Quill> Hi.")]
    [InlineData("◆ Ada Quill")]
    [InlineData("<em>Ada Quill:</em> Hi.")]
    public void Words_that_only_look_like_a_label_are_none(string line) => Assert.False(LabelScanner.TryRead(line, out _));
}
