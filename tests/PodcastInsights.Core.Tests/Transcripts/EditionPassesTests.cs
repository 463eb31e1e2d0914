using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts;
using static PodcastInsights.Core.Tests.Transcripts.Sponsors.SponsorSamples;

namespace PodcastInsights.Core.Tests.Transcripts;

/// <summary>What a fault of the parser costs: the pass or the format that it is in.</summary>
public sealed class EditionPassesTests
{
    private const string Secret = "/home/ida/secret";

    public static TheoryData<string> PassNames => [.. EditionPasses.All.Select(pass => pass.Name)];

    [Theory]
    [MemberData(nameof(PassNames))]
    public void An_exception_in_a_pass_loses_only_its_result_and_has_a_diagnostic(string name)
    {
        var edition = EditionPasses.Complete(
            new EditionBuild(Draft(), Markup.None), EditionPasses.All.Select(pass => pass.Name == name ? pass with { Run = Fault } : pass));

        Assert.NotNull(edition);
        Assert.Equal(3, edition.Turns.Count);
        Assert.Equal(Draft().Turns.SelectMany(turn => turn.Paragraphs).Select(paragraph => paragraph.Text), Words(edition));
        Assert.Single(edition.Takeaways);
        var told = Assert.Single(edition.Diagnostics, diagnostic => diagnostic.Code == "pass.failed");
        Assert.Contains($"'{name}'", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_fault_every_pass_gives_its_part()
    {
        var edition = EditionPasses.Complete(new EditionBuild(Draft(), Markup.None))!;

        Assert.DoesNotContain(edition.Diagnostics, diagnostic => diagnostic.Code == "pass.failed");
        Assert.Equal(
            [("Mara", SpeakerRole.Host), ("Ida", SpeakerRole.Guest)], edition.Speakers.Select(speaker => (speaker.Name, speaker.Role)));
        Assert.Equal("Palisade", Assert.Single(edition.Sponsors).Name);
        Assert.Equal(edition.Turns[1].Id, Assert.Single(edition.Takeaways).TurnId);
    }

    [Fact]
    public void Every_pass_has_a_name_of_its_own_and_says_what_is_lost_without_it()
    {
        Assert.Equal(EditionPasses.All.Count, EditionPasses.All.Select(pass => pass.Name).Distinct().Count());
        Assert.All(EditionPasses.All, pass => Assert.EndsWith(".", pass.Loss, StringComparison.Ordinal));
    }

    [Fact]
    public void A_draft_whose_turns_are_all_empty_is_no_edition()
    {
        var draft = new EditionDraft("a.md", "plain");
        draft.Turns.Add(new DraftTurn("Ida", 1));

        Assert.Null(EditionPasses.Complete(new EditionBuild(draft, Markup.None)));
    }

    [Fact]
    public void An_exception_in_a_format_fails_the_file_with_a_diagnostic()
    {
        var problems = new List<Diagnostic>();
        var source = new SourceText("a.md", "Ida: Hello.");

        Assert.Null(TranscriptReader.Read(source, new Recognition(new FaultyFormat(), []), null, problems));

        var told = Assert.Single(problems);
        Assert.Equal((DiagnosticSeverity.Error, "format.failed"), (told.Severity, told.Code));
        Assert.Contains("'faulty'", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, told.Message, StringComparison.Ordinal);
    }

    private static void Fault(EditionBuild build) => throw new InvalidOperationException(Secret);

    private static IEnumerable<string> Words(Edition edition) =>
        edition.Turns.SelectMany(turn => turn.Paragraphs).Select(paragraph => paragraph.Text);

    private static EditionDraft Draft()
    {
        var draft = new EditionDraft("a.md", "plain") { Show = Show };
        draft.Turns.AddRange(Episode(
            ("Mara", ["Welcome to the show. My guest is Ida.", $"{Opener} {Call}", "Where were you?"]),
            ("Ida", ["I was at sea for a whole winter, and nobody knew."]),
            ("Mara", ["Did you write?"])));
        draft.Takeaways.Add(new DraftTakeaway("At sea", "I was at sea for a whole winter, and nobody knew.", Cut: false, Line: 1));
        return draft;
    }

    private sealed class FaultyFormat : ITranscriptFormat
    {
        public string Name => "faulty";

        public FormatVote Vote(SourceText source) => throw new InvalidOperationException(Secret);

        public EditionDraft Parse(SourceText source) => throw new InvalidOperationException(Secret);
    }
}
