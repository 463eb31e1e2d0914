using System.Text;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Core.Tests.Importing;

public sealed class TranscriptFileTests
{
    private const string Talk = "Ada: We shipped.\nBo: Did it hold?\nAda: It held – mostly.\n";

    [Fact]
    public void Text_in_either_byte_order_of_utf_16_is_read() =>
        Assert.All(
            new[] { Encoding.Unicode, Encoding.BigEndianUnicode, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true) },
            encoding => Assert.Equal(3, Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Talk)]).Edition?.Turns.Count));

    [Fact]
    public void A_damaged_character_is_shown_as_such_and_named_with_its_line()
    {
        var bytes = Encoding.UTF8.GetBytes(Talk + "Bo: Good – very good – and “sure”.\n");
        bytes[Array.IndexOf(bytes, (byte)0xE2)] = 0xFF;

        var read = Read(bytes);

        Assert.Equal(("file.invalid-utf8", 3), (read.Diagnostics[0].Code, read.Diagnostics[0].Line));
        Assert.Equal(4, read.Edition?.Turns.Count);
    }

    [Theory]
    [InlineData("", "file.empty", 0)]
    [InlineData("89504E470D0A1A0A0000000D49484452", "file.binary", 3)]               // an image under a transcript's name
    [InlineData("504B0304140006000800E2E3CF", "file.binary", 1)]                       // an archive
    [InlineData("255044462D312E370AE2E378CF4A01D32121FE7AFD", "file.binary", 2)]     // a document of pages
    [InlineData("4A75737420776F7264732E", "file.not-a-transcript", 0)]
    public void What_is_no_transcript_is_named_and_never_guessed_at(string bytes, string code, int line)
    {
        var read = Read(Convert.FromHexString(bytes));

        Assert.Null(read.Edition);
        Assert.Equal((code, line), (read.Diagnostics[^1].Code, read.Diagnostics[^1].Line));
    }

    private static TranscriptFile Read(byte[] bytes) => TranscriptFile.Read(LibraryFile.Of("/library", "/library/Ada.md"), bytes);
}
