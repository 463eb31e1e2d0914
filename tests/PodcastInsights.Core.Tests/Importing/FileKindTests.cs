using PodcastInsights.Core.Importing;

namespace PodcastInsights.Core.Tests.Importing;

public sealed class FileKindTests
{
    [Theory]
    [InlineData("Ada (Mara's conflicted copy 2030-03-05).md")]
    [InlineData("Ada (conflicted copy 2030-03-05 101500).md")]
    [InlineData("Ada (conflicted copy).md")]
    [InlineData("Ada (Konflikt 2030-03-05).md")]
    [InlineData("Ada (In Konflikt stehende Kopie von Mara 2030-03-05).md")]
    [InlineData("Ada (Copie en conflit de Mara 2030-03-05).md")]
    [InlineData("Ada (Copia en conflicto de Mara 2030-03-05).md")]
    [InlineData("Ada (конфликтующая копия 2030-03-05).md")]
    [InlineData("阿达（玛拉 的冲突副本 2030-03-05）.md")]
    [InlineData("Ada (Mara の競合コピー 2030-03-05).md")]
    [InlineData("Ada [conflicted].md")]
    [InlineData("Ada (SFConflict mara@example.org 2030-03-05-10-15-00).md")]
    [InlineData("Ada.sync-conflict-20300305-101500-ABCDEFG.md")]
    [InlineData("Ada.sync-conflict-20300305-101500.zh.md")]
    [InlineData("Ada_conflict-20300305-101500.md")]
    [InlineData("Ada_harbour_Mar-05-1015-2030_Conflict.md")]
    [InlineData("Ada.Conflict.md")]
    public void Conflict_copies_of_synchronisation_programs_are_recognised_by_name(string name) =>
        Assert.Equal(SkipReason.ConflictCopy, FileKind.ReasonNotToRead(name, _ => false));

    [Theory]
    [InlineData("Ada-DESKTOP-7F3K2LQ.md", "Ada.md")]
    [InlineData("Ada-LAPTOP-7F3K2LQA-2.md", "Ada.md")]
    [InlineData("Ada (Konflikt Mara).md", "Ada.md")]
    public void Some_are_such_only_beside_the_file_itself(string name, string beside)
    {
        Assert.Equal(SkipReason.ConflictCopy, FileKind.ReasonNotToRead(name, sibling => sibling == beside));
        Assert.Null(FileKind.ReasonNotToRead(name, _ => false));
    }

    [Theory]
    [InlineData("The conflict.md")]
    [InlineData("Peace (and conflict in the harbour).md")]
    [InlineData("Conflicted copy of a life.md")]
    [InlineData("Ada (2030-03-05).md")]
    [InlineData("Ada (copy).md")]
    [InlineData("Ada 2.md")]
    [InlineData("Ada - DESKTOP publishing.md")]
    [InlineData("冲突.md")]
    [InlineData("Tmp and temp.md")]
    [InlineData("#1 Bread.md")]
    [InlineData("~Ada.md")]
    public void Titles_with_such_words_are_transcripts(string name) => Assert.Null(FileKind.ReasonNotToRead(name, _ => false));

    [Theory]
    [InlineData("~$Ada.md", SkipReason.Temporary)]
    [InlineData(".~lock.Ada.md#", SkipReason.Temporary)]
    [InlineData("#Ada.md#", SkipReason.Temporary)]
    [InlineData(".#Ada.md", SkipReason.Temporary)]
    [InlineData("Ada.md~", SkipReason.Temporary)]
    [InlineData(".Ada.md.swp", SkipReason.Temporary)]
    [InlineData("Ada.md.part", SkipReason.Temporary)]
    [InlineData("Ada.md.crdownload", SkipReason.Temporary)]
    [InlineData("Ada.tmp", SkipReason.Temporary)]
    [InlineData(".syncthing.Ada.md.tmp", SkipReason.Temporary)]
    [InlineData(".DS_Store", SkipReason.Hidden)]
    [InlineData(".hidden.md", SkipReason.Hidden)]
    [InlineData("Ada.MP3", SkipReason.Media)]
    [InlineData("cover.jpg", SkipReason.Media)]
    [InlineData("Ada.docx", SkipReason.OtherKind)]
    [InlineData("Ada.md.bak", SkipReason.OtherKind)]
    [InlineData("Ada", SkipReason.OtherKind)]
    public void What_is_no_transcript_has_a_reason(string name, SkipReason reason) =>
        Assert.Equal(reason, FileKind.ReasonNotToRead(name, _ => false));

    [Fact]
    public void Every_reason_has_a_code_of_its_own() =>
        Assert.Equal(
            Enum.GetValues<SkipReason>().Length,
            Enum.GetValues<SkipReason>().Select(reason => new SkippedFile("a", reason).Code).Distinct().Count());
}
