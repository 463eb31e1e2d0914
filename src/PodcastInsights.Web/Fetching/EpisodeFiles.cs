using PodcastInsights.Core.Importing;
using PodcastInsights.Web.Fetching.Feeds;
using PodcastInsights.Web.Fetching.Folders;

namespace PodcastInsights.Web.Fetching;

/// <summary>The files of one episode during a fetch.</summary>
internal sealed class EpisodeFiles(string feed, FeedEpisode episode, EpisodeState? known, FetchFolder folder, TranscriptChoice choice)
{
    private readonly List<FileOfEpisode> kept = [.. known?.Files ?? []];
    private readonly List<FileOfEpisode> written = [];

    /// <summary>Common name of its files, without language and extension; null while there are none.</summary>
    public string? Name { get; private set; } = known is { Files.Count: > 0 } ? known.Name : null;

    /// <summary>All present files, including those of earlier runs.</summary>
    public IReadOnlyList<FileOfEpisode> Kept => kept;

    /// <summary>The changed files.</summary>
    public IReadOnlyList<FileOfEpisode> Written => written;

    /// <summary>A sentence for each language that could not be downloaded.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>Whether there was a transcript in one of the requested languages.</summary>
    public bool IsThere { get; private set; }

    /// <summary>Whether nothing failed that may succeed later.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <param name="links">Links in one language.</param>
    /// <param name="sameLinks">Whether the feed's list of transcripts is unchanged.</param>
    public async Task TakeAsync(IGrouping<string?, TranscriptLink> links, bool sameLinks, CancellationToken cancellationToken)
    {
        var before = kept.Find(file => file.Claimed == links.Key);
        var chosen = await ChooseAsync(links, before, sameLinks, cancellationToken);
        IsComplete &= chosen.Failure is null || chosen.Unreadable;
        IsThere |= chosen.Unchanged;
        if (chosen.Best is not { } best)
        {
            if (chosen.Failure is { } failure)
            {
                Failures.Add(failure);
            }

            return;
        }

        Name ??= await folder.NameForAsync(feed, episode, best.Judged, cancellationToken);
        if (Name is null || FileNameOf(Name, best.Judged, before) is not { } fileName)
        {
            Failures.Add(Name is null ? "the folder has files of every name that it could have" : "no file can be named after its language");
            return;
        }

        var file = new FileOfEpisode(fileName, best.Link.Address.AbsoluteUri, FetchFolder.DigestOf(best.Judged.Bytes))
        {
            Claimed = links.Key,
            Language = best.Judged.Language,
            Validators = best.Validators,
        };
        if (before is null || before.Name != file.Name || before.Digest != file.Digest || !folder.Has(before))
        {
            await folder.WriteAsync(file.Name, best.Judged.Bytes, before, cancellationToken);
            written.Add(file);
        }

        IsThere = true;
        kept.RemoveAll(other => other.Claimed == links.Key);
        kept.Add(file);
    }

    /// <summary>For an unchanged list, only the chosen transcript is requested, conditionally.</summary>
    private Task<ChosenTranscript> ChooseAsync(
        IGrouping<string?, TranscriptLink> links, FileOfEpisode? before, bool sameLinks, CancellationToken cancellationToken) =>
        sameLinks && before is not null && links.FirstOrDefault(link => link.Address.AbsoluteUri == before.Address) is { } link
            ? choice.LookAtAsync(link, folder.Has(before) ? before.Validators : null, cancellationToken)
            : choice.BestAsync(links, cancellationToken);

    /// <summary>The first file has no language in its name, those in other languages have their code; a file keeps its name.</summary>
    /// <returns>Null where an import would not recognise the language code.</returns>
    private string? FileNameOf(string name, JudgedTranscript transcript, FileOfEpisode? before)
    {
        var isPlain = before is null ? kept.All(file => LanguageIn(file.Name) is not null) : LanguageIn(before.Name) is null;
        var fileName = isPlain ? name + transcript.Ending : $"{name}.{transcript.Language}{transcript.Ending}";
        return isPlain || LanguageIn(fileName) is not null ? fileName : null;
    }

    private static string? LanguageIn(string fileName) => LibraryFile.Of("/", "/" + fileName).Language;
}
