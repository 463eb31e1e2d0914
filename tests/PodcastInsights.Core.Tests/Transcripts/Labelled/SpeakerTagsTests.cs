using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

public sealed class SpeakerTagsTests
{
    private const string Talk = "Person1\n  Did you ship?\nPerson2\n  We did, you know.\nPerson1\n  When was it?\nPerson2\n  On Tuesday.\n";

    [Theory]
    [InlineData("<Person1> Did you ship? </Person1>\n<Person2> We did, you know. </Person2>\n<Person1> When was it? </Person1>\n<Person2> On Tuesday. </Person2>\n")]
    [InlineData("<Person1>Did you ship?</Person1><Person2>We did, you know.</Person2><Person1>When was it?</Person1><Person2>On Tuesday.</Person2>")]   // one line
    [InlineData("<Person1> Did you ship?\n</Person1><Person2> We did, you know.\n</Person2>\n<Person1>\nWhen was it?\n</Person1>\n\n<Person2> On Tuesday.\n</Person2>\n")]
    public void Words_between_tags_are_those_of_whom_the_tags_name(string text) => Assert.Equal(Talk, DraftText.Of(Parse(text)));

    [Fact]
    public void Quotation_marks_and_lines_stay_as_they_are() =>
        Assert.Equal(
            "Ada Quill\n  \"Did you ship?\"\n  \"Or not?\"\nBo\n  \"We did.\"\nAda Quill\n  \"So?\"\nBo\n  \"So.\"\n",
            DraftText.Of(Parse("<Ada Quill> \"Did you ship?\"\n\n\"Or not?\" </Ada Quill>\n<Bo> \"We did.\" </Bo>\n<Ada Quill> \"So?\" </Ada Quill>\n<Bo> \"So.\" </Bo>\n")));

    [Theory]
    [InlineData("# Install\n\nYou need the tool first, and then you can go on with these steps.\n\n<Step>Get it.</Step>\n<Step>Run it.</Step>\n<Card>A</Card>\n<Card>B</Card>\n\nThen you have it.\n")]   // elements among text
    [InlineData("<p>Did you ship?</p>\n<b>We did.</b>\n<p>When?</p>\n<b>On Tuesday.</b>\n")]                                                                                                               // of HTML
    [InlineData("<Note>Did you ship?</Note>\n<Warning>We did.</Warning>\n<Note>When?</Note>\n<Warning>On Tuesday.</Warning>\n")]
    public void Tags_of_other_kinds_name_nobody(string text) => Assert.Equal(0, new LabelledFormat().Vote(new SourceText("a.md", text)).Share);

    private static EditionDraft Parse(string text) => new LabelledFormat().Parse(new SourceText("a.txt", text));
}
