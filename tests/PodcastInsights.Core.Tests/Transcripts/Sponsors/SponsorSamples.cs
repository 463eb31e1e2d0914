using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Tests.Transcripts.Sponsors;

/// <summary>A made-up show, the parts of a sponsor read in it, and its turns as the pass takes them.</summary>
internal static class SponsorSamples
{
    public const string Show = "The Lantern Hour";

    public const string Opener = "This episode is brought to you by Palisade, the fence for your data.";

    public const string Pitch = "Palisade helps you keep your team's files in one place.";

    public const string Call = "Head over to palisade.io/lantern to start for free.";

    public static List<DraftTurn> Episode(params (string? Speaker, string[] Paragraphs)[] turns) =>
        [.. turns.Select(turn =>
        {
            var draft = new DraftTurn(turn.Speaker, 1);
            draft.Paragraphs.AddRange(turn.Paragraphs.Select(text => new DraftParagraph(text, 1)));
            return draft;
        })];

    public static IEnumerable<bool> Marks(List<DraftTurn> turns, int turn) =>
        turns[turn].Paragraphs.Select(paragraph => paragraph.Sponsor);
}
