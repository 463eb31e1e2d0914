using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Tests.Transcripts.Archive;

/// <summary>The one real file in the project, by what must hold of it.</summary>
public sealed class SeedTests
{
    private static readonly Lazy<TranscriptFile> File = new(() =>
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "seeds");
        var path = Path.Combine(folder, "Logan Kilpatrick.zh.md");
        return TranscriptFile.Read(LibraryFile.Of(folder, path), System.IO.File.ReadAllBytes(path));
    });

    private static Edition Seed => File.Value.Edition!;

    [Fact]
    public void It_is_the_archive_s_Chinese_edition_of_an_episode_in_English()
    {
        Assert.Equal("archive", Seed.Format);
        Assert.Equal("zh", Seed.Language);
        Assert.Equal(["en", "zh"], Seed.Titles.Keys.Order());
        Assert.Equal("Lenny's Podcast", Seed.Show);
        Assert.All(Seed.Turns.SelectMany(turn => turn.Paragraphs), paragraph => Assert.Equal("en", paragraph.Language));
    }

    [Fact]
    public void Two_speakers_alternate_and_the_first_is_inferred()
    {
        Assert.Equal(81, Seed.Turns.Count);
        Assert.Equal(
            [("Lenny", SpeakerRole.Host), ("Logan Kilpatrick", SpeakerRole.Guest)],
            Seed.Speakers.Select(speaker => (speaker.Name, speaker.Role)));
        Assert.All(Seed.Turns.Zip(Seed.Turns.Skip(1)), pair => Assert.NotEqual(pair.First.Speaker, pair.Second.Speaker));
        Assert.Equal([1], Seed.Turns.Where(turn => turn.SpeakerInferred).Select(turn => turn.Number));
    }

    [Fact]
    public void No_half_sentence_is_left()
    {
        Assert.All(Seed.Turns.SelectMany(turn => turn.Paragraphs), paragraph =>
        {
            Assert.DoesNotContain("**", paragraph.Text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"^\d\d[:\]]", paragraph.Text);
        });
        Assert.StartsWith(
            "So the one that I had in mind, so I had a buddy of mine, [inaudible 00:30:28], who's",
            Seed.Turns[0].Paragraphs[0].Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_takeaway_is_whole_and_linked_to_its_turn()
    {
        var takeaway = Assert.Single(Seed.Takeaways);
        Assert.Equal(Seed.Turns[0].Paragraphs[0].Text, takeaway.Text);
        Assert.Equal(Seed.Turns[0].Id, takeaway.TurnId);
    }

    [Fact]
    public void The_sponsor_read_is_three_paragraphs_of_the_host()
    {
        var read = Assert.Single(Seed.Sponsors);
        Assert.Equal(("Arcade", "https://arcade.software/lenny", 1, 3), (read.Name, read.Url, read.FirstParagraph, read.LastParagraph));
        Assert.Equal("Lenny", Seed.Turns.Single(turn => turn.Id == read.TurnId).Speaker);
    }

    [Fact]
    public void Every_word_of_the_conversation_is_in_a_turn()
    {
        var text = System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "Logan Kilpatrick.zh.md"));
        var conversation = text[text.IndexOf("**So the one", StringComparison.Ordinal)..];
        var headers = Seed.Speakers.SelectMany(speaker => Words(speaker.Name)).ToHashSet(StringComparer.Ordinal);

        var spoken = Seed.Turns
            .SelectMany(turn => turn.Paragraphs)
            .SelectMany(paragraph => Words(paragraph.Text))
            .Where(word => !headers.Contains(word));
        Assert.Equal(Words(conversation).Where(word => !headers.Contains(word)), spoken);
    }

    private static string[] Words(string text) =>
        text.Split([.. text.Where(character => !char.IsLetterOrDigit(character)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
}
