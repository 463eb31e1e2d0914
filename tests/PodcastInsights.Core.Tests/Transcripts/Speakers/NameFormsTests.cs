using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Tests.Transcripts.Speakers;

public sealed class NameFormsTests
{
    [Theory]
    [InlineData("Ada Quill", "Full")]
    [InlineData("ADA QUILL", "Full")]
    [InlineData("Ada van der Quill", "Full")]
    [InlineData("Thierry d'Aubigné", "Full")]
    [InlineData("Dr. Ada B. Quill, Jr.", "Full")]
    [InlineData("Ada \"Addie\" Quill", "Full")]
    [InlineData("Ada Quill (Quill & Sons)", "Full")]
    [InlineData("Meeting Room 2", "Full")]                // a microphone
    [InlineData("林 小明", "Full")]                        // a script without capitals
    [InlineData("Ada", "Word")]
    [InlineData("AQ", "Word")]
    [InlineData("林小明", "Word")]
    [InlineData("Özge", "Word")]
    [InlineData("Ada (host)", "Word")]
    [InlineData("adaq", "Handle")]
    [InlineData("ada_q.2", "Handle")]
    [InlineData("Speaker 2", "Voice")]
    [InlineData("SPEAKER_02", "Voice")]
    [InlineData("Speaker A", "Voice")]
    [InlineData("AUDIENCE MEMBER #2", "Voice")]
    [InlineData("Unknown Speaker", "Voice")]
    [InlineData("Q", "Voice")]
    [InlineData("A2", "Voice")]
    [InlineData("主持人", "Voice")]
    [InlineData("發言人 3", "Voice")]
    [InlineData("Step 1", "Numbered")]                      // a count of things
    [InlineData("Why it matters", "Phrase")]
    [InlineData("Dear Ada", "Phrase")]
    [InlineData("One more thing", "Phrase")]
    [InlineData("An Ada Bo Cy Di Ed Flo", "Phrase")]      // too many words
    [InlineData("(host)", "Phrase")]                      // nothing but what stands in the brackets
    [InlineData("Note", "Label")]
    [InlineData("NOTE", "Label")]
    [InlineData("日期", "Label")]
    public void A_possible_name_has_the_form_of_its_words(string name, string form) => Assert.Equal(form, NameForms.Of(name).ToString());

    [Theory]
    [InlineData("Speaker 2", "SPEAKER")]
    [InlineData("speaker_07", "SPEAKER")]
    [InlineData("Audience member #2", "AUDIENCE MEMBER")]
    [InlineData("Q", "question and answer")]
    [InlineData("A", "question and answer")]
    [InlineData("Ada", null)]
    public void Voices_of_one_kind_differ_in_their_number_alone(string name, string? kind) => Assert.Equal(kind, NameForms.KindOfVoice(name));

    [Theory]
    [InlineData("The Court", true)]
    [InlineData("Our Rule", true)]
    [InlineData("Theo Lind", false)]
    [InlineData("Anna Roth", false)]
    public void A_common_noun_is_recognised_by_its_article(string name, bool expected) => Assert.Equal(expected, NameForms.BeginsWithArticle(name));
}
