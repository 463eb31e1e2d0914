using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Tests.Transcripts.Labelled;

public sealed class CommentsAndCodeTests
{
    [Theory]
    [InlineData("a <!-- b --> c", "a  c")]
    [InlineData("<!-- b -->", "")]
    [InlineData("a <!-- b -->c<!-- d --> e", "a c e")]
    [InlineData("a <!-- b¶c¶d --> e", "a¶¶e")]
    [InlineData("a <!-- b¶c --> d <!-- e¶f --> g", "a¶d¶g")]
    [InlineData("a %%b%% c", "a  c")]
    [InlineData("%% b¶¶c %%¶d", "¶¶¶d")]
    [InlineData("%% a <!-- b %% c -->", "c -->")]                        // the one that opens first
    [InlineData("<!-- a %% b --> c %% d", "c %% d")]
    [InlineData("a <!-- b¶c", "a <!-- b¶c")]                             // without an end it is words
    [InlineData("a --> b <!-- c", "a --> b <!-- c")]
    [InlineData("%% a¶b", "%% a¶b")]
    [InlineData("100%% and 50%% more", "100%% and 50%% more")]           // a sign behind a number opens nothing
    [InlineData("a <!--> b --> c", "a  c")]
    [InlineData("<!-- a -->¶<!-- b¶c", "¶<!-- b¶c")]
    [InlineData("<!-- a¶```¶b¶```¶--> c", "¶¶¶¶c")]                      // code in a comment is not shown either
    public void A_comment_is_taken_out_with_all_its_lines(string text, string rest) =>
        Assert.Equal(rest.Split('¶'), CommentsAndCode.In(text.Split('¶'), 0).Texts);

    [Theory]
    [InlineData("```¶a¶```¶b", "1110")]
    [InlineData("```text¶a¶```", "111")]
    [InlineData("~~~¶```¶~~~¶a", "1110")]
    [InlineData("````¶```¶````", "111")]                                // a longer fence holds a shorter one
    [InlineData("a¶```¶b¶c", "0000")]                                    // without an end it is a line like any other
    [InlineData("````¶a¶```¶b¶```¶c", "001110")]
    [InlineData("~~~¶a¶```¶b¶```", "00111")]
    [InlineData("```¶a¶```text¶b", "0000")]                              // what has a language opens and does not close
    [InlineData("    ```¶a¶    ```", "000")]
    [InlineData("```¶<!-- a¶```¶b -->", "1110")]                         // nothing opens in code
    [InlineData("``` a ``` b¶c¶```", "000")]
    public void Code_goes_from_a_fence_to_the_next_that_closes_it(string text, string code) =>
        Assert.Equal(code, string.Concat(CommentsAndCode.In(text.Split('¶'), 0).IsCode.Select(isCode => isCode ? '1' : '0')));

    [Fact]
    public void What_a_comment_hides_is_in_no_turn_and_no_note() =>
        Assert.Equal(
            "Ada\n  One.\nBo\n  Two.\nAda\n  Three.\n! 1 labelled.comments-left-out\n",
            DraftText.Of(new LabelledFormat().Parse(new SourceText(
                "a.md", "**Ada:** One.<!-- ask Bo -->\n\n<!--\n**Cy:** hidden\n```\nhidden\n```\n-->\n\n**Bo:** Two.\n\n%% hidden %%\n\n**Ada:** Three.\n"))));
}
