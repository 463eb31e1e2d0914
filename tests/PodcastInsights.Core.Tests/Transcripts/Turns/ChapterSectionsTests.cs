using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Tests.Transcripts.Turns;

public sealed class ChapterSectionsTests
{
    private static readonly string Vtt = "WEBVTT\n\n" + string.Join("\n", Enumerable.Range(0, 5).Select(
        minute => $"00:0{minute}:00.000 --> 00:0{minute}:02.000\n<v {(minute == 4 ? "Mara" : "Ora")}>Minute {minute}.\n"));

    [Theory]
    // Above the first words from its start on; a turn is parted where it begins within one.
    [InlineData("0:Out 60:In", "1 Out|2 In", 3)]
    [InlineData("0:Out 121:In", "1 Out|2 In", 3)]

    // Between two paragraphs: with the next one.
    [InlineData("90:Late", "2 Late", 3)]

    // A second turn begins there anyhow.
    [InlineData("240:Mara", "2 Mara", 2)]

    // Nobody speaks in it.
    [InlineData("70:Jingle 100:Talk", "2 Talk", 3)]
    [InlineData("0:Out 900:Gone", "1 Out", 2)]
    [InlineData("0:A 0:B", "1 B", 2)]
    [InlineData("240:Second 60:First", "2 First|3 Second", 3)]
    public void A_chapter_is_a_section_from_its_first_words_on(string chapters, string sections, int turns)
    {
        var edition = Read(Vtt, chapters);

        Assert.Equal(sections, string.Join('|', edition.Sections.Select(section => $"{section.TurnId.Number} {section.Title}")));
        Assert.Equal(turns, edition.Turns.Count);
        Assert.Equal(
            ["Minute 0.", "Minute 1.", "Minute 2.", "Minute 3.", "Minute 4."],
            edition.Turns.SelectMany(turn => turn.Paragraphs).Select(paragraph => paragraph.Text));
        Assert.All(edition.Turns, turn => Assert.NotNull(turn.Start));
    }

    [Fact]
    public void Headings_of_the_file_hold() =>
        Assert.Equal(
            ["The file's own", "Its other one"],
            Read("## The file's own\n\n**Mara:** Is the tide in?\n\n**Ora:** No.\n\n## Its other one\n\n**Mara:** Fine.\n", "0:Of_the_recording").Sections
                .Select(section => section.Title));

    [Fact]
    public void Without_times_there_is_no_place_for_them() =>
        Assert.Empty(Read("**Mara:** Is the tide in?\n\n**Ora:** No.\n\n**Mara:** Fine.\n", "0:Out 60:In").Sections);

    private static Edition Read(string text, string chapters)
    {
        var folder = Directory.CreateTempSubdirectory("library");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "talk.vtt"), text);
            var list = chapters.Split(' ').Select(chapter => chapter.Split(':'))
                .Select(chapter => $$"""{"title": "{{chapter[1].Replace('_', ' ')}}", "start": {{chapter[0]}}}""");
            File.WriteAllText(
                Path.Combine(folder.FullName, "index.json"), $$"""[{"file": "talk.vtt", "chapters": [{{string.Join(',', list)}}]}]""");
            var file = LibraryFolder.List(folder.FullName).Episodes.Single().Files.Single();
            return TranscriptFile.Read(file, File.ReadAllBytes(file.FullPath)).Edition!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
