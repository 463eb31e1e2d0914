namespace PodcastInsights.Core.Tests.Text;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("One. Two? Three!", new[] { "One.", "Two?", "Three!" })]
    [InlineData("Visit palisade.io. Then write.", new[] { "Visit palisade.io.", "Then write." })]
    [InlineData("Go to palisade. com today.", new[] { "Go to palisade. com today." })]
    [InlineData("He said \"stop.\" 10 people did.", new[] { "He said \"stop.\"", "10 people did." })]
    [InlineData("你好。再见。", new[] { "你好。", "再见。" })]
    [InlineData("no end", new[] { "no end" })]
    [InlineData("", new string[0])]
    public void Sentences_end_where_the_next_can_begin(string paragraph, string[] sentences) =>
        Assert.Equal(sentences, Sentences.In(paragraph));

    [Fact]
    public void A_sentence_without_end_is_cut_at_spaces_so_that_searching_it_stays_quick()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 10_000));

        var sentences = Sentences.In(words).ToList();

        Assert.All(sentences, sentence => Assert.InRange(sentence.Length, 1, 610));
        Assert.Equal(words, string.Join(' ', sentences));
    }

    [Theory]
    [InlineData("www.")]
    [InlineData("a.com/")]
    [InlineData("....a")]
    public void A_word_without_end_is_cut_anywhere_and_no_letter_is_lost(string piece)
    {
        var words = string.Concat(Enumerable.Repeat(piece, 10_000));

        var sentences = Sentences.In(words).ToList();

        Assert.All(sentences, sentence => Assert.InRange(sentence.Length, 1, 1200));
        Assert.Equal(words, string.Concat(sentences));
    }

    [Theory]
    [InlineData("Fine. And you? I was glad. What came next, then? Tell me.", "What came next, then?")]
    [InlineData("那你后来为什么开始修木船呢？", "那你后来为什么开始修木船呢？")]
    [InlineData("She asked, \"Is it yours?\" So I asked her: whose boat is it, then? Hers.", "So I asked her: whose boat is it, then?")]
    [InlineData("(Or was it?) [Who knows?] Did anyone look under the sail?", "Did anyone look under the sail?")]
    [InlineData("He asked. \"Why does it leak?\" I left.", "\"Why does it leak?\"")] // a quote behind a blank opens
    [InlineData("They said, \"We are full. Why not wait a year?\" We left.", "Why not wait a year?")] // opened before it
    [InlineData("You did what?! And it floats??", "And it floats??")]
    [InlineData("他问：“船在哪里？”你怎么回答的呢？我忘了。", "你怎么回答的呢？")]
    [InlineData("No question here.", null)]
    public void The_last_question_is_a_whole_sentence(string text, string? question) =>
        Assert.Equal(question, Sentences.LastQuestion(text));
}
