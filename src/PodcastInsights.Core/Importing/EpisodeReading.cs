using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Importing;

/// <summary>What an episode's files hold.</summary>
/// <param name="Editions">The first file of each language.</param>
/// <param name="Complete">Whether every file was understood.</param>
/// <param name="Hash">Of the files that were.</param>
/// <param name="Bytes">Of the files of the editions.</param>
internal sealed record EpisodeReading(
    IReadOnlyList<Edition> Editions, IReadOnlyList<FileReport> Reports, bool Complete, string Hash, long Bytes)
{
    public IEnumerable<Appearance> Appearances(EpisodeSlug slug) => Editions
        .SelectMany(edition => edition.Speakers.Select(speaker => new Appearance(slug, Editions[0].Show, speaker.Name, speaker.Role)))
        .DistinctBy(appearance => appearance.Name);
}
