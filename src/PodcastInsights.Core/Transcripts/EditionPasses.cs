using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Metadata;
using PodcastInsights.Core.Transcripts.Speakers;
using PodcastInsights.Core.Transcripts.Sponsors;
using PodcastInsights.Core.Transcripts.Takeaways;
using PodcastInsights.Core.Transcripts.Turns;

namespace PodcastInsights.Core.Transcripts;

/// <summary>One step from what a format found to an edition.</summary>
/// <param name="Name">As diagnostics name it.</param>
/// <param name="Loss">What the edition goes without where the pass fails: a sentence for the file's reader.</param>
internal sealed record EditionPass(string Name, string Loss, Action<EditionBuild> Run);

/// <summary>The passes that the drafts of all formats go through. A pass that fails costs what it gives, never the file.</summary>
internal static class EditionPasses
{
    /// <summary>In this order; beside each stands why it comes where it does.</summary>
    public static IReadOnlyList<EditionPass> All { get; } =
    [
        // First: names of the show and the guests are evidence for all that follows. What the file says itself stands above both.
        new("metadata", "What a catalogue and the file's name say of it is missing.", AddMetadata),

        // Before the speakers: whether a host or a guest speaks is evidence for the lost speaker. Later passes give no speaker another role, but for
        // voices that only advertise.
        new("roles", "Hosts and guests are not told apart.", build => build.Roles = SpeakerRoles.Of(build.Draft)),

        // On the turns as the file has them: who has a label before whom is its evidence, and joining removes labels.
        new("lost-speaker", "Words whose speaker is lost stay without one.", build => LostSpeaker.Infer(build.Draft, build.Roles)),

        // After all speakers are known: only then do neighbouring turns of one speaker show.
        new("join", "Turns are as the file parts them.", build => TurnJoiner.Join(build.Draft)),

        // On joined turns, so that it is known where the file itself has headings, and nothing joins what it parts.
        new("chapters", "Its recording's chapters are not shown.", build => ChapterSections.Place(build.Draft)),

        // On joined turns: a read goes on over the paragraphs of a turn, and its place is given by turn and paragraph.
        new(
            "sponsors",
            "Sponsor reads are not marked.",
            build => build.Sponsors = SponsorPass.Mark(build.Draft.Turns, build.Draft.Show)),

        // Before the words are read any further: where a word ends depends on it.
        new("language", "The words are taken to be English.", TellLanguage),

        // When no turn is added, joined or removed any more: an id holds the turn's number and first words.
        new("ids", "Links to turns hold their numbers alone.", build => build.Ids = TurnId.OfAll(build.Words)),

        // With ids, which sections and takeaways link to.
        new("sections", "Its sections are not shown.", build => build.Sections = SectionList.Of(build.Draft, build.Ids)),
        new("takeaways", "Takeaways have no links.", build => build.Takeaways = TakeawayLinks.Link(build.Draft, build.Ids)),

        // Of the final turns: who said how much, and whether all of it was advertising.
        new(
            "speakers",
            "Its speakers are not listed.",
            build => build.Speakers = SpeakerRoles.Speakers(build.Turns, build.Words, build.Roles)),

        // Last: it changes nothing and looks at the times that are left.
        new("times", "Times were not compared with the recording's length.", CompareTimes),
    ];

    /// <summary>The edition; null where the draft has no turn with anything in it.</summary>
    public static Edition? Complete(EditionBuild build) => Complete(build, All);

    /// <summary>As above, with the passes given.</summary>
    public static Edition? Complete(EditionBuild build, IEnumerable<EditionPass> passes)
    {
        foreach (var pass in passes)
        {
            if (!Step.Runs(() => pass.Run(build)))
            {
                build.Draft.Diagnostics.Warning(
                    "pass.failed", 0, $"A fault of the parser in the pass '{pass.Name}': please report it. {pass.Loss}");
            }
        }

        return build.Draft.Turns.Count == 0 ? null : build.Edition();
    }

    private static void AddMetadata(EditionBuild build)
    {
        build.Catalogued?.SupplyTo(build.Draft);
        build.Draft.PublishedOn ??= FileName.Of(build.Draft.Path).Date;
    }

    private static void TellLanguage(EditionBuild build)
    {
        if (!build.SaysLanguage)
        {
            var opening = build.Draft.Turns.Take(20).SelectMany(turn => turn.Paragraphs).Select(paragraph => paragraph.Text);
            build.Language = TextLanguage.Of(string.Join(' ', opening), "en");
        }
    }

    private static void CompareTimes(EditionBuild build)
    {
        if (build.Draft.DurationSeconds is { } seconds && build.Turns.LastStart() is { } last && last.Seconds > seconds)
        {
            build.Draft.Diagnostics.Warning(
                "media.shorter-than-transcript",
                0,
                $"The recording is said to last {seconds} s, but words are said at {last}: times do not link to it.");
        }
    }
}
