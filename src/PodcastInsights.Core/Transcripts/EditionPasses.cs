using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Metadata;
using PodcastInsights.Core.Transcripts.Speakers;
using PodcastInsights.Core.Transcripts.Sponsors;
using PodcastInsights.Core.Transcripts.Takeaways;
using PodcastInsights.Core.Transcripts.Turns;

namespace PodcastInsights.Core.Transcripts;

/// <summary>A step from a draft to an edition.</summary>
/// <param name="Name">Name in diagnostics.</param>
/// <param name="Loss">What is missing where the pass fails: a sentence for the reader of the diagnostic.</param>
internal sealed record EditionPass(string Name, string Loss, Action<EditionBuild> Run);

/// <summary>The passes that all drafts go through. If a pass fails, its result is missing and the file is still read.</summary>
internal static class EditionPasses
{
    /// <summary>The passes in order, each with the reason for its place.</summary>
    public static IReadOnlyList<EditionPass> All { get; } =
    [
        // First: names of the show and guests are evidence for later passes. What the file itself says takes precedence.
        new("metadata", "What a catalogue and the file's name say of it is missing.", AddMetadata),

        // Before lost speakers are inferred: the role of a speaker is evidence for that. Later passes change no role, except for voices
        // that only advertise.
        new("roles", "Hosts and guests are not told apart.", build => build.Roles = SpeakerRoles.Of(build.Draft)),

        // On the turns as in the file: the order of labels is evidence, and joining removes labels.
        new("lost-speaker", "Words whose speaker is lost stay without one.", build => LostSpeaker.Infer(build.Draft, build.Roles)),

        // After all speakers are known, when adjacent turns of one speaker can be found.
        new("join", "Turns are as the file parts them.", build => TurnJoiner.Join(build.Draft)),

        // On joined turns: the file's own headings are known, and no later pass joins turns across a chapter.
        new("chapters", "Its recording's chapters are not shown.", build => ChapterSections.Place(build.Draft)),

        // On joined turns: a sponsor read spans paragraphs of a turn and is located by turn and paragraph.
        new(
            "sponsors",
            "Sponsor reads are not marked.",
            build => build.Sponsors = SponsorPass.Mark(build.Draft.Turns, build.Draft.Show)),

        // Before words are counted and hashed: word boundaries depend on the language.
        new("language", "The words are taken to be English.", TellLanguage),

        // After the last change of turns: an id has the turn's number and first words.
        new("ids", "Links to turns hold their numbers alone.", build => build.Ids = TurnId.OfAll(build.Words)),

        // With ids, because sections and takeaways link to them.
        new("sections", "Its sections are not shown.", build => build.Sections = SectionList.Of(build.Draft, build.Ids)),
        new("takeaways", "Takeaways have no links.", build => build.Takeaways = TakeawayLinks.Link(build.Draft, build.Ids)),

        // On the final turns: how much each speaker said, and whether all of it was advertising.
        new(
            "speakers",
            "Its speakers are not listed.",
            build => build.Speakers = SpeakerRoles.Speakers(build.Turns, build.Words, build.Roles)),

        // Last: it only checks the remaining times.
        new("times", "Times were not compared with the recording's length.", CompareTimes),
    ];

    /// <summary>Makes the edition; null where no turn of the draft has content.</summary>
    public static Edition? Complete(EditionBuild build) => Complete(build, All);

    /// <summary>Makes the edition with the given passes.</summary>
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
            var words = string.Join(' ', opening);
            build.Language = TextLanguage.Of(words, "en") is var script && script == "en" ? SpacedLanguage.Of(words) : script;
            if (build.Language != script && build.Draft.Titles.Remove(script, out var title))
            {
                // Its letters did not tell the title's language either.
                build.Draft.Titles.TryAdd(build.Language, title);
            }
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
