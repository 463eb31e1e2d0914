using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Tests.Transcripts.Speakers;

public sealed class LostSpeakerTests
{
    [Fact]
    public void In_a_talk_of_two_it_is_the_other_one() =>
        Assert.Equal("Ada", First("?: So we shipped.", "Bo: Did it hold?", "Ada: It held.", "Bo: Good."));

    [Fact]
    public void With_several_guests_it_is_the_nearest() =>
        Assert.Equal("Ada", First(
            "?: So we shipped.", "Bo: Did it hold?", "Ada: It held.", "Bo: Next.", "Cy: Me.", "Bo: Yes?", "Cy: I sell.", "Bo: What?",
            "Cy: Ice."));

    [Fact]
    public void A_file_that_repeats_the_name_for_each_paragraph_may_go_on_with_the_same() =>
        Assert.Equal(
            "Ada",
            First("?: So we shipped.", "Ada: And it held.", "Ada: For a week.", "Ada: Then not.", "Bo: Why?", "Ada: Ice.", "Ada: Lots."));

    [Theory]
    [InlineData("So we shipped on a Tuesday, and by Wednesday nobody had noticed, which was what we had hoped for.", "Ada")]
    [InlineData("Really?", "Bo")]
    public void Where_the_name_is_repeated_words_as_long_as_somebody_s_are_his(string lost, string speaker)
    {
        const string Answer = "The ice held for a week, then for another, and when it broke nobody stood on it any more.";
        Assert.Equal(speaker, First(
            $"?: {lost}", $"Ada: {Answer}", "Bo: Why?", $"Ada: {Answer}", $"Ada: {Answer}", "Bo: When?", $"Ada: {Answer}",
            $"Ada: {Answer}"));
    }

    [Fact]
    public void A_welcome_is_the_host_s_whoever_speaks_next() =>
        Assert.Equal("Bo", First(
            "?: Welcome to the podcast. My guest today is Ada.", "Speaker 3: Buy ice.", "Bo: Ada, hello?", "Ada: Hello.",
            "Bo: How is the ice?", "Ada: Cold."));

    [Fact]
    public void A_clip_before_the_welcome_is_the_guest_s_though_the_host_s_name_is_repeated() =>
        Assert.Equal("Ada", First(
            "?: So we shipped.", "Bo: Welcome to the podcast.", "Bo: Here is Ada.", "Bo: Hello?", "Ada: Hello.", "Bo: And?", "Ada: Ice."));

    [Fact]
    public void Nobody_calls_himself() =>
        Assert.Equal("Cy", First(
            "?: That is so, Ada, it held.", "Bo: Did it?", "Ada: It held.", "Bo: All week?", "Cy: All week.", "Bo: Good.", "Cy: Yes.",
            "Bo: And?"));

    [Fact]
    public void Where_nobody_else_speaks_there_is_nobody_to_name()
    {
        var draft = Draft("?: So we shipped.", "Bo: And that was all.");
        LostSpeaker.Infer(draft, SpeakerRoles.Of(draft));
        Assert.Null(draft.Turns[0].Speaker);
        Assert.Equal(["speaker.unknown"], draft.Diagnostics.Items.Select(diagnostic => diagnostic.Code));
    }

    private static string? First(params string[] turns)
    {
        var draft = Draft(turns);
        LostSpeaker.Infer(draft, SpeakerRoles.Of(draft));
        Assert.Equal(draft.Turns[0].Speaker is not null, draft.Turns[0].SpeakerInferred);
        return draft.Turns[0].Speaker;
    }

    private static EditionDraft Draft(params string[] turns)
    {
        var draft = new EditionDraft("Ada.md", "test");
        for (var i = 0; i < turns.Length; i++)
        {
            var (name, text) = (turns[i].Split(": ", 2)[0], turns[i].Split(": ", 2)[1]);
            var turn = new DraftTurn(name == "?" ? null : name, i + 1) { SpeakerLost = name == "?" };
            turn.Paragraphs.Add(new DraftParagraph(text, i + 1));
            draft.Turns.Add(turn);
        }

        return draft;
    }
}
