using System.Security.Cryptography;
using System.Text;
using PodcastInsights.Web.Fetching.Feeds;
using PodcastInsights.Web.Fetching.Folders;
using PodcastInsights.Web.Fetching.Requests;

namespace PodcastInsights.Web.Fetching;

/// <summary>Updates the files of a feed's episodes.</summary>
/// <param name="feed">The key of the feed's state.</param>
internal sealed class EpisodeFetch(
    string feed, FeedPage page, FetchOptions options, FetchFolder folder, PoliteClient client, FetchLimits limits, FetchReport report)
{
    private readonly TranscriptChoice choice = new(client, limits);
    private readonly FeedState state = folder.State.Of(feed);

    // Known episodes that the feed does not list under their ids any more, by addresses of their transcripts.
    private readonly Dictionary<string, string> unlisted = UnlistedIn(folder.State.Of(feed), page);

    // The owner of each transcript: the first episode that lists it.
    private readonly Dictionary<Uri, string> owners = [];

    /// <summary>Whether the limit of a run is reached.</summary>
    public bool IsSpent => choice.IsSpent;

    /// <exception cref="IOException">The disk cannot be read or written.</exception>
    public async Task FetchAsync(FeedEpisode episode, CancellationToken cancellationToken)
    {
        var links = episode.Transcripts.Where(link => owners.TryAdd(link.Address, episode.Id) || owners[link.Address] == episode.Id).ToList();
        var languages = Wanted(links);
        if (languages.Count == 0)
        {
            report.Without();
            return;
        }

        var known = KnownOf(episode, links);
        var linked = Digest([options.Selection, .. links.Select(link => $"{link.Address.AbsoluteUri} {link.Type} {link.Language}")]);

        // Without the recording's address and length: where advertisements are inserted dynamically, these differ in each download of the
        // feed.
        var asked = Digest([linked, episode.Title, $"{episode.Date:O}", episode.Updated ?? "", episode.ChaptersAddress?.AbsoluteUri ?? ""]);
        if (!options.Recheck && known is not null && known.Asked == asked && known.Files.All(folder.Has))
        {
            await DescribeAsync(episode, known, written: [], chapters: null);
            return;
        }

        foreach (var file in known?.Files ?? [])
        {
            if (await folder.IsOwnersAsync(file, cancellationToken))
            {
                await report.KeptAsync(file.Name);
                state.Episodes[episode.Id] = known! with { Asked = asked, Links = linked };
                return;
            }
        }

        var files = new EpisodeFiles(feed, episode, known, folder, choice);
        foreach (var language in languages)
        {
            await files.TakeAsync(language, sameLinks: known?.Links == linked, cancellationToken);
            if (files.IsThere && options.Languages.Count == 0)
            {
                // One is enough where no languages are requested; failures of others do not matter.
                files.Failures.Clear();
                break;
            }
        }

        await KeepAsync(episode, files, known, asked, linked, cancellationToken);
    }

    /// <summary>The links by requested language, the feed's own language first.</summary>
    private List<IGrouping<string?, TranscriptLink>> Wanted(List<TranscriptLink> links)
    {
        var languages = links.GroupBy(link => link.Language).OrderByDescending(group => group.Key == page.Language).ToList();
        return options.Languages.Count == 0 || options.Languages.Contains(FetchOptions.All)
            ? languages
            : [.. languages.Where(group => group.Key is null || options.Languages.Contains(group.Key))];
    }

    /// <summary>The state of the episode. After a change of ids, as when a show moves to another host, it is found by its transcripts.</summary>
    private EpisodeState? KnownOf(FeedEpisode episode, List<TranscriptLink> links)
    {
        if (state.Episodes.TryGetValue(episode.Id, out var known))
        {
            return known;
        }

        foreach (var link in links)
        {
            if (unlisted.TryGetValue(link.Address.AbsoluteUri, out var id) && state.Episodes.Remove(id, out var former))
            {
                return state.Episodes[episode.Id] = former;
            }
        }

        return null;
    }

    private static Dictionary<string, string> UnlistedIn(FeedState state, FeedPage page)
    {
        var listed = page.Episodes.Select(episode => episode.Id).ToHashSet(StringComparer.Ordinal);
        var unlisted = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, episode) in state.Episodes.Where(episode => !listed.Contains(episode.Key)))
        {
            foreach (var file in episode.Files)
            {
                unlisted.TryAdd(file.Address, id);
            }
        }

        return unlisted;
    }

    private async Task KeepAsync(
        FeedEpisode episode, EpisodeFiles files, EpisodeState? known, string asked, string linked, CancellationToken cancellationToken)
    {
        foreach (var failure in files.Failures)
        {
            await report.FailedAsync(episode.Title, failure);
        }

        var chapters = files.IsThere ? await ChaptersAsync(episode, cancellationToken) : null;

        // Failed downloads are repeated; unreadable ones are not, until something changes.
        var isComplete = files.IsComplete && (chapters is not null || files.Kept.Count == 0);
        var next = new EpisodeState(files.Name ?? "")
        {
            Asked = isComplete ? asked : null,
            Links = linked,
            Described = known?.Described,
            Files = files.Kept,
        };
        if (next.Files.Count > 0)
        {
            await DescribeAsync(episode, next, files.Written, chapters, isNew: known is null or { Files.Count: 0 });
        }
        else if (isComplete)
        {
            state.Episodes[episode.Id] = next;
        }
    }

    /// <returns>Null where they must be requested again.</returns>
    private async Task<IReadOnlyList<Chapter>?> ChaptersAsync(FeedEpisode episode, CancellationToken cancellationToken)
    {
        if (episode.ChaptersAddress is not { } address)
        {
            return episode.Chapters;
        }

        switch (await client.GetAsync(address, known: null, limits.ChaptersBytes, cancellationToken))
        {
            case Answer.Content content:
                return ChapterFile.Read(content.Bytes) is { Count: > 0 } chapters ? chapters : episode.Chapters;
            case Answer.Failure failure:
                await report.FailedAsync($"chapters of {episode.Title}", failure.Reason);
                return null;
            default:
                return null;
        }
    }

    /// <summary>
    /// Writes the feed's description of the episode to the catalogue, where it has changed. The owner's edits stay while the feed says the
    /// same.
    /// </summary>
    /// <param name="written">The changed files.</param>
    /// <param name="chapters">Null for no change.</param>
    private async Task DescribeAsync(
        FeedEpisode episode, EpisodeState known, IReadOnlyList<FileOfEpisode> written, IReadOnlyList<Chapter>? chapters, bool isNew = false)
    {
        var described = FetchedCatalogue.DigestOf(page.Show, string.Join(',', known.Files.Select(file => file.Language)), episode);
        var isOther = false;
        foreach (var file in known.Files)
        {
            if (known.Described != described || !folder.Catalogue.Has(file.Name))
            {
                folder.Catalogue.Describe(file.Name, page.Show, file.Language, episode);
                isOther = true;
            }

            isOther |= chapters is not null && folder.Catalogue.SetChapters(file.Name, chapters);
        }

        state.Episodes[episode.Id] = known with { Described = described };
        await (isNew ? report.NewAsync(known.Files[0].Name)
            : written.Count > 0 ? report.ChangedAsync(written[0].Name)
            : isOther ? report.DescribedAsync(known.Name)
            : report.UnchangedAsync());
    }

    private static string Digest(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 16));
}
