using PodcastInsights.Core.Transcripts.Captions;

namespace PodcastInsights.Core.Tests.Transcripts.Captions;

public sealed class StageNoteTests
{
    [Theory]
    [InlineData("(laughter)")]
    [InlineData("[MUSIC PLAYING]")]
    [InlineData("♪ [upbeat music] ♪")]
    [InlineData("（笑い声）")]
    [InlineData("[laughter] [applause]")]
    [InlineData(">> [door creaks]")]
    public void A_sound_alone_is_a_note(string text) => Assert.True(StageNote.IsNote(text));

    [Theory]
    [InlineData("(laughter) And so")]
    [InlineData("(I never said that, did I?)")]             // said aside
    [InlineData("[one two three four five six seven eight]")]
    [InlineData("(42)")]
    [InlineData("♪ and we shipped all night ♪")]
    [InlineData("")]
    public void Words_are_no_note(string text) => Assert.False(StageNote.IsNote(text));

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData(". . .")]
    [InlineData("…")]
    [InlineData("\u00A0")]
    [InlineData("\u200B")]
    [InlineData("♪♪")]
    [InlineData("--")]
    [InlineData("[BLANK_AUDIO]")]
    [InlineData("(silence)")]
    [InlineData("[no speech]")]
    [InlineData("No speech detected.")]
    public void A_pause_has_no_words(string text) => Assert.True(StageNote.IsPause(text));

    [Theory]
    [InlineData(".")]                                       // a piece of a sentence, where each word has a caption
    [InlineData("?")]
    [InlineData("Silence.")]
    [InlineData("...and so")]
    [InlineData("42")]
    public void What_is_said_is_no_pause(string text) => Assert.False(StageNote.IsPause(text));
}
