using CsCheck;

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
    [InlineData("Ask Dr. Quill. She knows.", new[] { "Ask Dr. Quill.", "She knows." })]
    [InlineData("Prof. Holm vs. Mr. Bell? Never.", new[] { "Prof. Holm vs. Mr. Bell?", "Never." })]
    [InlineData("Ada B. Quill rows. So do I. Then we rest.", new[] { "Ada B. Quill rows.", "So do I.", "Then we rest." })]
    [InlineData("At 5 p.m. Ada left. No. We stayed.", new[] { "At 5 p.m. Ada left.", "No.", "We stayed." })]
    [InlineData("I was... I forget. Well… Ada knows.", new[] { "I was... I forget.", "Well… Ada knows." })] // trailing off, typed in either way
    [InlineData("What?! Yes!!! Go.", new[] { "What?!", "Yes!!!", "Go." })]
    [InlineData("它在3.5米处。真的？“好。”走吧！", new[] { "它在3.5米处。", "真的？", "“好。”", "走吧！" })]
    [InlineData("你好吗?我很好.他也好. 走吧", new[] { "你好吗?", "我很好.", "他也好.", "走吧" })] // unspaced characters need no blank
    [InlineData("そうです。「はい。」行きましょう！", new[] { "そうです。", "「はい。」", "行きましょう！" })]
    [InlineData("배가 새요. 고칠까요? 네.", new[] { "배가 새요.", "고칠까요?", "네." })]
    [InlineData("Лодка течёт. А. Квилл чинит. Да!", new[] { "Лодка течёт.", "А. Квилл чинит.", "Да!" })]
    [InlineData("أين القارب؟ هنا. نعم", new[] { "أين القارب؟", "هنا.", "نعم" })]
    [InlineData("کشتی یہاں ہے۔ چلو", new[] { "کشتی یہاں ہے۔", "چلو" })]
    [InlineData("नाव यहाँ है। चलो।", new[] { "नाव यहाँ है।", "चलो।" })]
    [InlineData("Πού είναι; Εδώ. Ναι!", new[] { "Πού είναι; Εδώ.", "Ναι!" })] // the Greek question mark is a semicolon to all others
    [InlineData("လှေရှိတယ်။သွားမယ်။", new[] { "လှေရှိတယ်။", "သွားမယ်။" })]
    [InlineData("ទូកនៅទីនេះ។ទៅ។", new[] { "ទូកនៅទីនេះ។", "ទៅ។" })]
    [InlineData("", new string[0])]
    public void Sentences_end_where_the_next_can_begin_in_any_script(string paragraph, string[] sentences) =>
        Assert.Equal(sentences, Sentences.In(paragraph));

    [Theory]
    [InlineData("It leaks.", true)]
    [InlineData("“It leaks.”", true)]
    [InlineData("**It leaks!**", true)]
    [InlineData("[It leaks.]", true)]
    [InlineData("它漏水。", true)]
    [InlineData("नाव यहाँ है।", true)]
    [InlineData("It leaks, ", false)]
    [InlineData("It leaks...", false)]
    [InlineData("It leaks…", false)]
    [InlineData("It leaks...?", true)]
    [InlineData("", false)]
    [InlineData("”", false)]
    public void Words_are_ended_by_a_mark_that_does_not_trail_off(string words, bool ended)
    {
        Assert.Equal(ended, Sentences.AreEnded(words));
        Assert.Equal(ended || words.Contains('…', StringComparison.Ordinal) || words.EndsWith("...", StringComparison.Ordinal), Sentences.AreEndedOrTrailOff(words));
    }

    [Theory]
    [InlineData("Is it yours?", true)]
    [InlineData("是你的吗？”", true)]
    [InlineData("أين القارب؟", true)]
    [InlineData("Mine.", false)]
    [InlineData("", false)]
    public void Words_ask_by_their_last_mark(string words, bool asked) => Assert.Equal(asked, Sentences.AreAsked(words));

    private static readonly Gen<string> Talk = Gen.OneOf(
            Gen.OneOf(". ", "? ", "!", "...", "…", "。", "？", "”", "\"", ") ", "।", " ", "\n", "Dr. ", "p.m. ", "J. "),
            Gen.OneOf("Ada ", "rows", "船", "が", "한", "เรือ", "नाव", "i", "I", "3.5", "\uD840"))
        .Array[0, 40].Select(string.Concat);

    [Fact]
    public void Sentences_hold_every_letter_in_its_order() => Talk.Sample(static text =>
        Assert.Equal(WithoutBlanks(text), WithoutBlanks(string.Concat(Sentences.In(text)))));

    [Fact]
    public void The_backward_search_finds_the_same_sentence_ends() => Talk.Sample(static text =>
    {
        var ends = Enumerable.Range(0, text.Length).Select(at => Sentences.EndOf(text, at)).Where(static end => end > 0).ToHashSet();
        Assert.All(Enumerable.Range(1, text.Length), at => Assert.Equal(ends.Contains(at), Sentences.EndsAt(text, at)));
        Assert.All(ends, end => Assert.InRange(end, 1, text.Length));
    });

    private static string WithoutBlanks(string text) => string.Concat(text.Where(static character => !char.IsWhiteSpace(character)));

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
