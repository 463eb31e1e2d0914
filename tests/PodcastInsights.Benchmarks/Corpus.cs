using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Benchmarks;

/// <summary>One paragraph as the peers index it.</summary>
internal readonly record struct Passage(string Speaker, string Text);

/// <summary>The transcripts of a folder, several times over.</summary>
internal sealed class Corpus
{
    private Corpus(IReadOnlyList<ImportedEpisode> episodes, int times)
    {
        Episodes = Enumerable.Range(1, times).SelectMany(copy => episodes.Select(episode => copy == 1
            ? episode
            : episode with
            {
                Slug = EpisodeSlug.From($"copy {copy} of {episode.Slug}"),
                ContentHash = $"{episode.ContentHash} {copy}",
            })).ToList();
        Passages = Episodes.SelectMany(static episode => episode.Editions[0].Turns)
            .SelectMany(static turn => turn.Paragraphs.Where(static paragraph => !paragraph.Sponsor)
                .Select(paragraph => new Passage(turn.Speaker ?? "", paragraph.Text))).ToList();
        TextBytes = Passages.Sum(static passage => (long)System.Text.Encoding.UTF8.GetByteCount(passage.Text));
    }

    public IReadOnlyList<ImportedEpisode> Episodes { get; }

    public IReadOnlyList<Passage> Passages { get; }

    public long TextBytes { get; }

    /// <summary>Reads the folder; of each episode the default edition, so that all engines hold the same texts.</summary>
    public static Corpus Read(string folder, int times)
    {
        var episodes = new List<ImportedEpisode>();
        foreach (var files in LibraryFolder.List(folder).Episodes)
        {
            var file = files.Files[0];
            if (TranscriptFile.Read(file, File.ReadAllBytes(file.FullPath)).Edition is { } transcript)
            {
                episodes.Add(new ImportedEpisode(files.Slug, files.Slug.Value, [transcript]));
            }
        }

        return new Corpus(episodes, times);
    }
}
