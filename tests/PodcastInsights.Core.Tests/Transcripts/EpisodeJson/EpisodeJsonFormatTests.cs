using PodcastInsights.Core.Transcripts;
using PodcastInsights.Core.Transcripts.EpisodeJson;

namespace PodcastInsights.Core.Tests.Transcripts.EpisodeJson;

public sealed class EpisodeJsonFormatTests
{
    [Theory]
    [InlineData("""{"speaker": "Ada", "text": "One. Two.", "paragraphs": [{"text": "One."}, {"text": "Two."}]}""", "One. ¶ Two.")]
    [InlineData("""{"speaker": "Ada", "text": "One.\nTwo.", "paragraphs": [{"text": "One."}, {"text": "Two."}]}""", "One. ¶ Two.")]
    [InlineData("""{"speaker": "Ada", "text": "Zero.", "paragraphs": [{"text": "One."}]}""", "Zero. ¶ One.")]
    [InlineData("""{"speaker": "Ada", "text": "One.", "paragraphs": [{}]}""", "One.")]
    [InlineData("""{"speaker": "Ada", "paragraphs": [{"text": "One."}]}""", "One.")]
    public void The_words_of_a_whole_turn_are_kept_unless_its_paragraphs_say_them(string turn, string paragraphs)
    {
        var draft = new EpisodeJsonFormat().Parse(new SourceText("a.json", $$"""{"turns": [{{turn}}]}"""));

        Assert.Equal(paragraphs, string.Join(" ¶ ", draft.Turns.Single().Paragraphs.Select(static paragraph => paragraph.Text)));
    }
}
