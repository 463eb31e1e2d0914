using CsCheck;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Exports;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Tests.Transcripts;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Tests.Exports;

/// <summary>
/// An episode of any format, given as Markdown and imported again, is the same episode: also in what is worked out anew, such as roles and
/// sponsor reads.
/// </summary>
public sealed class ReimportTests
{
    [Theory]
    [MemberData(nameof(FormatPages.Examples), MemberType = typeof(FormatPages))]
    public Task An_example_of_a_format_is_the_same_episode_again(string page, string format, int example) =>
        CheckAsync($"{page}-{format}-{example}.txt", FormatPages.Read(page)[example].Transcript);

    [Theory]
    [MemberData(nameof(DocumentedExamples.All), MemberType = typeof(DocumentedExamples))]
    public Task A_documented_file_is_the_same_episode_again(string page, int line)
    {
        var example = DocumentedExamples.Find(page, line);
        return CheckAsync(example.FileName, example.Text);
    }

    [Theory]
    [InlineData("**Ada Quill:** It held.\n\n**Bo Marsh:**\n\n**Ada Quill:** And how.")] // whose words are lost: two turns of one speaker
    [InlineData("**Ada Quill:** It held.\n\n**MUSIC**\n\n**Ada Quill:** And how.")]
    [InlineData("**Ada Quill:** It held.\n\n**Ada Quill:** And how.")] // which are one
    public Task Turns_are_parted_as_they_were(string text) => CheckAsync("parted.md", text);

    // Roles are not looked at: they are worked out by what is asked and by what looks like a greeting, and here nothing is what it looks like.
    // Words look like the marks of every format; some are hostile on a page, or what is looked for to tell roles and sponsor reads.
    [Fact]
    public Task Hostile_words_are_the_same_episode_again() => Gen.Select(
            Gen.OneOf("**Zoe \"Q\" <i>Vann</i>:** ", "**Bo Marsh** (0:05): ", "**דנה לוי:** ", "Ada Quill: ", "> ", "## ", ""),
            Gen.OneOf(
                SampleEpisodes.Line,
                Gen.OneOf(
                    "\"quoted\" </script><img src=x onerror=alert(1)> & so on", "\u202Eturned around\u202C and \u2066set apart\u2069", "a\u0007bell\u0000 and \u001B[31mred",
                    "half a pair \uD83D", "\uFEFFmarked \uFFFE", "This episode is brought to you by Harbourline. Go to harbourline.example/tide and get a month free.",
                    "Welcome to the show, my guest today is Bo Marsh.", "המגדלור נבנה מאבן שחורה", "line\u2028separator\u0085next", "[x]: https://example.org/ \"t\"")))
        .Array[2, 14]
        .SampleAsync(
            blocks =>
            {
                var text = string.Join("\n\n", blocks.Select(block => block.Item1 + block.Item2));
                return Read("hostile.md", text) is null ? Task.CompletedTask : CheckAsync("hostile.md", text, withRoles: false);
            },
            iter: 300);

    [Fact]
    public async Task The_seeds_are_the_same_episodes_again()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "seeds"), "*.md", SearchOption.AllDirectories))
        {
            await CheckAsync(Path.GetFileName(path), await File.ReadAllTextAsync(path));
        }
    }

    private static async Task CheckAsync(string fileName, string text, bool withRoles = true)
    {
        var first = Read(fileName, text);
        Assert.NotNull(first);
        var episode = ExportPage.EpisodeOf(first);
        var export = new MarkdownExport();
        var again = Read(EpisodeExports.FileName(episode, export), await RoundTrip.TextOf(export, episode));

        Assert.NotNull(again);
        var second = ExportPage.EpisodeOf(again);
        Assert.Equal(RoundTrip.Turns(episode), RoundTrip.Turns(second));
        Assert.Equal(episode.Turns.Select(turn => turn.Id), second.Turns.Select(turn => turn.Id));
        Assert.Equal(Passages(episode), Passages(second));
        Assert.Equal(People(episode, withRoles), People(second, withRoles));
        Assert.Equal(episode.Sponsors, second.Sponsors);
        Assert.Equal(episode.Sections, second.Sections);
        Assert.Equal(Metadata(episode, withRoles), Metadata(second, withRoles));
    }

    private static Edition? Read(string fileName, string text)
    {
        var file = LibraryFile.Of("/library", "/library/" + fileName);
        return TranscriptReader.Read(new SourceText(file.Path, text), file.Language);
    }

    private static IEnumerable<string> Passages(Episode episode) =>
        episode.Takeaways.Select(takeaway => $"{takeaway.TurnId} {takeaway.Heading}: {takeaway.Text}").Append(RoundTrip.Passages(episode));

    /// <remarks>Guests are those who have that role, where nothing else is said of them.</remarks>
    private static string Metadata(Episode episode, bool withGuests) =>
        RoundTrip.Metadata(withGuests ? episode : episode with { Summary = episode.Summary with { Guests = [] } });

    private static IEnumerable<string> People(Episode episode, bool withRoles) =>
        episode.Speakers.Select(speaker => $"{speaker.Name} {(withRoles ? speaker.Role : null)} {speaker.TurnCount} {speaker.WordCount}");
}
