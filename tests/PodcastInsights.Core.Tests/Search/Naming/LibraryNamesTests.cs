using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search.Naming;

public sealed class LibraryNamesTests
{
    private static readonly LibraryNames Names = SampleNames.Corpus(
        new("How to forge a bell | Maria-José Ibáñez", "Maria-José Ibáñez", "Bo Lantern", Chinese: "怎样铸钟", Date: "2024-05-01"),
        new("2023-02-01 數位工坊第三次會議", "林鳳英", "Bo Lantern"),
        new("Salt", "Ada Quill", "Bo Lantern"),
        new("Tides: a primer (part 2) OR less", "Speaker 3"),
        new("Interview - Ada Quill", "Ada Quill"),
        new("Interview - Bo Lantern"),
        new("Interview - Cy Marsh"),
        new("Interview - Di Marsh"),
        new("Episode 112: lanterns"),
        new("Episode 113: lanterns"),
        new("A removed one", "Gone Person") { Gone = true }).Names;

    private static readonly Vocabulary Said = new([new("sale", 9), new("lantern", 9)]);

    [Theory]
    [InlineData("maria jose ibanez", "Maria-José Ibáñez")]              // accents, hyphen, case
    [InlineData("ＭＡＲＩＡ－ＪＯＳÉ　ＩＢÁÑＥＺ", "Maria-José Ibáñez")]  // width
    [InlineData("mariajose ibanez", "Maria-José Ibáñez")]               // a space dropped
    [InlineData("\"Ada Quill\"", "Ada Quill")]                          // operators are no words
    [InlineData("ada quill -salt lang:en", "Ada Quill")]
    [InlineData("adda quill", "Ada Quill")]                             // inserted
    [InlineData("ada quil", "Ada Quill")]                               // dropped
    [InlineData("ada quilk", "Ada Quill")]                              // changed
    [InlineData("ada qiull", "Ada Quill")]                              // swapped
    [InlineData("aad quill", "Ada Quill")]
    [InlineData("林凤英", "林鳳英")]                                      // the other script form
    [InlineData("林凤瑛", "林鳳英")]                                      // one character is another
    [InlineData("how to forge a bell maria josé ibáñez", "How to forge a bell | Maria-José Ibáñez")]
    [InlineData("How to forge a bell", "How to forge a bell | Maria-José Ibáñez")]   // without the name behind the dash
    [InlineData("how to forge a ball", "How to forge a bell | Maria-José Ibáñez")]
    [InlineData("how to froge a bell", "How to forge a bell | Maria-José Ibáñez")]
    [InlineData("怎樣鑄鐘", "怎样铸钟")]
    [InlineData("数位工坊第三次会议", "2023-02-01 數位工坊第三次會議")]           // without the date
    [InlineData("数位工坊第三会议", "2023-02-01 數位工坊第三次會議")]
    [InlineData("Tides: a primer (part 2) OR less", "Tides: a primer (part 2) OR less")]   // a title may hold operators
    [InlineData("salt", "Salt")]
    [InlineData("episode 112 lanterns", "Episode 112: lanterns")]
    public void People_and_episodes_are_found_by_name(string typed, string name) => Assert.Equal(name, Assert.Single(Find(typed)).Name);

    [Theory]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("-ada -quill")]
    [InlineData("ada qul")]                 // two slips
    [InlineData("ada")]                     // a part of a name
    [InlineData("sale")]                    // a word that is said is no slip of a title
    [InlineData("speaker 3")]               // what a machine calls a voice
    [InlineData("interview")]               // a part that many titles share
    [InlineData("episode 114 lanterns")]    // another number is another thing
    [InlineData("a removed one")]
    [InlineData("gone person")]
    public void Nothing_else_is(string typed) => Assert.Empty(Find(typed));

    [Fact]
    public void People_come_before_episodes()
    {
        var names = SampleNames.Corpus(new SampleEpisode("Ada Quill", "Ada Quill"), new SampleEpisode("Else", "Ada Quill")).Names;

        var found = names.NamedBy(SearchQuery.Parse("ada quill"), Said);

        Assert.Equal([NamedKind.Speaker, NamedKind.Episode], found.Select(static one => one.Kind));
        Assert.Equal([2, 1], found.Select(static one => one.EpisodeCount));
    }

    [Fact]
    public void The_latest_of_episodes_that_are_called_alike_come_first()
    {
        var names = SampleNames.Corpus(
            new SampleEpisode("Salt", Date: "2020-01-01"), new SampleEpisode("SALT!", Date: "2024-01-01"), new SampleEpisode("Salt?")).Names;

        Assert.Equal(["SALT!", "Salt", "Salt?"], names.NamedBy(SearchQuery.Parse("salt"), Said).Select(static one => one.Name));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void A_name_is_found_with_one_typing_error_anywhere(int seed)
    {
        var random = new Random(seed);
        var corpus = SampleNames.Corpus([.. Enumerable.Range(0, 40).Select(_ => new SampleEpisode(Words(random)))]);
        foreach (var episode in corpus.Episodes)
        {
            var title = episode.Title;
            for (var at = 0; at < title.Length; at++)
            {
                foreach (var typed in (string[])[
                    title.Remove(at, 1), title.Insert(at, "x"), title.Remove(at, 1).Insert(at, "y"),
                    at + 1 < title.Length ? title[..at] + title[at + 1] + title[at] + title[(at + 2)..] : title])
                {
                    Assert.Contains(
                        corpus.Names.NamedBy(SearchQuery.Parse(typed), Vocabulary.Empty), named => named.Name == title);
                }
            }
        }
    }

    private static IReadOnlyList<NamedAnswer> Find(string typed) => Names.NamedBy(SearchQuery.Parse(typed), Said);

    private static string Words(Random random) => string.Join(
        ' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => new string(random.GetItems("abdegiklmnoprstu".AsSpan(), random.Next(4, 9)))));
}
