using PodcastInsights.Core.Transcripts.Captions;

namespace PodcastInsights.Core.Tests.Transcripts.Captions;

/// <summary>Whose the words of a line are, by all lines of the file; a cue a line here, lines of one cue parted by <c>|</c>.</summary>
public sealed class CaptionCastTests
{
    [Theory]
    [InlineData("[Ada] Held?", "[Ada] Yes.\n[Bo] No.")]
    [InlineData("(Ada) Held?", "(Ada) Yes.\n(Bo) No.")]
    [InlineData("【Ada】Held?", "【Ada】Yes.\n【Bo】No.")]
    [InlineData("[Ada]: Held?", "")]
    [InlineData("- [Ada] Held?", "")]                                       // a dash says that somebody speaks
    [InlineData(">> [Ada] Held?", "")]
    [InlineData(">> ADA: Held?", "So.")]
    [InlineData(">>Ada: Held?", "So.")]
    [InlineData("- [Ada Singh-Barker] Held?", "")]                           // names that begin as sounds do
    [InlineData("- Ada: Held?", "- Bo: No.\n- Ada: Yes.")]
    [InlineData("Ada: Held?", "So.\nAda: Yes.\nSo.")]
    [InlineData("[Ada] Held?", "I am Ada.")]                                // begins the file, and somebody is called so
    [InlineData("[Ada] Held?", "[Bo] Yes.\n[Bo] No.")]                      // stands once, in the brackets of others
    public void A_label_names_the_speaker(string line, string others)
    {
        var (speaker, _, words) = Assert.Single(Cast($"{line}\n{others}").Read(line));

        Assert.StartsWith("Ada", speaker, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Held?", words);
    }

    [Theory]
    [InlineData("[Laughs] Held?", "[Ada] Yes.\n[Ada] No.")]                  // a sound, told once before words
    [InlineData("[Siren] Held?", "[Siren]\n[Ada] Yes.\n[Ada] No.")]          // stands alone elsewhere
    [InlineData("[Key] Held?", "Take [Key] of it.\n[Ada] Yes.\n[Ada] No.")]  // stands amid words elsewhere
    [InlineData("[in Spanish] Held?", "[in Spanish] Yes.\n[in Spanish] No.")]
    [InlineData("(Video) Held?", "So.\n(Video) Yes.")]
    [InlineData("[Wind Howling] Held?", "So it went.")]
    [InlineData("[1] Held?", "[1] Yes.")]
    [InlineData("The old man said: \"Held?\"", "Ada: So.\nBo: Yes.\nAda: No.\nBo: So.\nAda: Yes.\nBo: No.\nAda: So.\nBo: So.\nAda: No.\nSo it went.")]  // tells what somebody said
    [InlineData("Harm told me: \"Held?\"", "Ada: So.\nI say.\nSo.\nAda: No.")]
    [InlineData("Note: held?", "Note: yes.\nAda: So.\nNo.\nNo.\nNo.")]
    [InlineData("- Held?", "So.")]                                          // a dash alone may be a piece of the words
    [InlineData("- Held?", "- So.\n- Yes.")]                                // before every line it is an ornament
    [InlineData("a >> b", "So.")]
    [InlineData(">>> held", ">>>> So.")]
    public void What_is_no_label_stays_words(string line, string others)
    {
        var (speaker, _, _) = Assert.Single(Cast($"So.\n{others}\n{line}").Read(line));

        Assert.Null(speaker);
    }

    [Theory]
    [InlineData(">> Held?", "So.", true)]
    [InlineData("[SPEAKER_TURN] Held?", "So.", true)]
    [InlineData("- Held?", "So.\n- Yes.|- No.\nSo.\nSo.\nSo.", true)]
    [InlineData("- Held?", "So.\n- [Ada] Yes.\nSo.", true)]
    [InlineData("— Held?", "So.\n- [Ada] Yes.\nSo.", false)]                // another dash than that of the names
    [InlineData("Held?", ">> Yes.", false)]
    public void A_mark_says_that_another_speaks(string line, string others, bool another)
    {
        var (speaker, byAnother, words) = Assert.Single(Cast($"{others}\n{line}").Read(line));

        Assert.Equal((null, another, another ? "Held?" : line), (speaker, byAnother, words));
    }

    [Fact]
    public void A_line_is_parted_where_the_speaker_changes_within_it()
    {
        var cast = Cast(">> Yes.\n[Ada] So.\n[Bo] So.\n[Ada] No.\n[Bo] No.");

        Assert.Equal(
            [("Ada", false, "It held."), ("Bo", false, "Did it [sic]?"), (null, true, "Yes.")],
            cast.Read("[Ada] It held. [Bo] Did it [sic]? >> Yes."));
    }

    [Fact]
    public void A_dash_parts_a_line_that_begins_with_one()
    {
        var cast = Cast("- Yes.|- No.\nSo.\nSo.\nSo.");

        Assert.Equal(["It held.", "Did it - well - hold?"], cast.Read("- It held. - Did it - well - hold?").Select(part => part.Words));
        Assert.Equal(["It held. - Did it?"], cast.Read("It held. - Did it?").Select(part => part.Words));
    }

    private static CaptionCast Cast(string cues) => new(
        [.. cues.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(cue => cue.Split('|'))], voices: false);
}
