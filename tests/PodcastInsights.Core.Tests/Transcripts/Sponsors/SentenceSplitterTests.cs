using PodcastInsights.Core.Transcripts.Sponsors;

namespace PodcastInsights.Core.Tests.Transcripts.Sponsors;

public sealed class SentenceSplitterTests
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
        Assert.Equal(sentences, SentenceSplitter.Split(paragraph));

    [Fact]
    public void A_sentence_without_end_is_cut_at_spaces_so_that_searching_it_stays_quick()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 10_000));

        var sentences = SentenceSplitter.Split(words).ToList();

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

        var sentences = SentenceSplitter.Split(words).ToList();

        Assert.All(sentences, sentence => Assert.InRange(sentence.Length, 1, 1200));
        Assert.Equal(words, string.Concat(sentences));
    }
}
