using PodcastInsights.Core.Search.Analysis;
using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search;

public sealed class VocabularyTests
{
    private static readonly Vocabulary Words = new(
        new[] { "price", "prices", "pricing", "page", "paper", "workshop", "once" }.Select(
            static word => new VocabularyWord(word, word == "once" ? 1 : 10)));

    [Theory]
    [InlineData("wrkshop")]     // dropped
    [InlineData("workkshop")]   // doubled
    [InlineData("worksjop")]    // wrong
    [InlineData("wokrshop")]    // swapped
    public void A_typing_error_finds_the_word(string typed) =>
        Assert.Equal("workshop", Assert.Single(Words.CorrectionsOf(typed)).Text);

    [Theory]
    [InlineData("wrkshp")]      // two slips
    [InlineData("pge")]         // too short to tell
    [InlineData("onces")]       // said once only: perhaps a slip itself
    [InlineData("workshop")]    // right
    public void Nothing_else_is_taken_for_one(string typed) => Assert.Empty(Words.CorrectionsOf(typed));

    [Fact]
    public void A_word_knows_its_other_endings() => Assert.Equal(["price", "prices"], Words.InflectionsOf("pricing").Order());

    [Theory]
    [InlineData]
    [InlineData("word")]
    [InlineData("page", "paged", "pager", "paper", "workshop")]
    [InlineData("workshop", "page", "paged")]            // in no order
    [InlineData("\U00010428\U00010429", "\U00010428\U0001042A", "ﬀ", "größe")]     // parts that no half of a character ends
    public void Packed_words_are_read_as_they_were(params string[] words)
    {
        var given = words.Select(static (word, i) => new VocabularyWord(word, 1 << (7 * i % 31))).ToList();
        Assert.Equal(given, PackedWords.Unpack(PackedWords.Pack(given)));
    }

    [Fact]
    public void A_beginning_is_completed() => Assert.Equal(["page", "paper"], Words.StartingWith("pa", 5).Select(static word => word.Text));

    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("flies", "fli")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("relational", "relat")]
    [InlineData("conditional", "condit")]
    [InlineData("happiness", "happi")]
    [InlineData("generously", "generous")]
    [InlineData("communication", "communic")]
    [InlineData("skies", "sky")]
    [InlineData("yearly", "year")]
    [InlineData("agreed", "agre")]
    [InlineData("controlling", "control")]
    [InlineData("running", "run")]
    [InlineData("gpt4", "gpt4")]
    public void English_stems_are_those_of_Snowball(string word, string stem) => Assert.Equal(stem, EnglishStemmer.Stem(word));

    [Fact]
    public void Every_word_begins_as_the_words_of_its_stem_may()
    {
        // Roots of all shapes with all endings that the algorithm knows, also several in sequence.
        var chance = new Random(20);
        string[] endings =
        [
            "", "s", "es", "ies", "ied", "sses", "us", "ss", "eed", "eedly", "ed", "edly", "ing", "ingly", "y", "ly", "bly", "ably", "ibly", "ability", "ibility", "bility",
            "ization", "izer", "ize", "ational", "ation", "ate", "ator", "alism", "ality", "ally", "fulness", "fully", "ful", "ousness", "ously", "ous", "iveness", "ivity", "ive",
            "tional", "tion", "lessly", "ently", "ency", "ancy", "ence", "ance", "able", "ible", "ology", "logist", "icate", "icity", "ical", "ative", "alize", "ness", "ement", "ment",
            "ant", "ent", "ism", "iti", "ion", "al", "er", "ic", "e", "le", "ll", "i",
        ];
        string[] roots = ["gener", "commun", "arsen", "inn", "succ", "sk", "d", "t", "l", "pl", "b", "bl"];
        for (var i = 0; i < 200_000; i++)
        {
            var root = i % 4 == 0 ? roots[chance.Next(roots.Length)] : new string(chance.GetItems<char>("aaeeiioouyybcdfghjklmnprstvwxz", chance.Next(1, 7)));
            var word = string.Concat(chance.GetItems(endings, chance.Next(1, 4)).Prepend(root));
            var stem = EnglishStemmer.Stem(word);
            Assert.True(EnglishStemmer.BeginningsOf(stem).Any(word.StartsWith), $"{word}, {stem}");
        }
    }

    [Fact]
    public void Forms_are_those_of_words_with_the_stem()
    {
        string[] all = ["ski", "skis", "sky", "skies", "possible", "possibly", "possibility", "possibilities", "ability", "able", "die", "dies", "died", "use", "using", "user", "gpt4", "go", "going", "gobble"];
        var words = new Vocabulary(all.Select(static word => new VocabularyWord(word, 1)));
        foreach (var word in all.Append("usings").Append("unknown"))
        {
            Assert.Equal(all.Where(other => other != word && EnglishStemmer.Stem(other) == EnglishStemmer.Stem(word)).Order(StringComparer.Ordinal), words.InflectionsOf(word));
        }
    }

    [Fact]
    public void Every_written_form_of_a_character_knows_the_others()
    {
        Assert.Equal(["数"], HanForms.OthersOf("數"));
        Assert.Equal(["數"], HanForms.OthersOf("数"));
        Assert.Empty(HanForms.OthersOf("我"));
        Assert.Equal(HanForms.OthersOf("发").Append("发").Order(), HanForms.OthersOf("髮").Append("髮").Order());
    }
}
