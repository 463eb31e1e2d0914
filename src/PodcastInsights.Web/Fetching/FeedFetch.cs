using PodcastInsights.Web.Fetching.Feeds;
using PodcastInsights.Web.Fetching.Folders;
using PodcastInsights.Web.Fetching.Requests;

namespace PodcastInsights.Web.Fetching;

/// <summary>
/// Downloads the transcripts of a feed's episodes into a folder. An aborted run loses the state of the last few files at most, which the
/// next run recognises by content.
/// </summary>
internal sealed class FeedFetch(PoliteClient client, FetchLimits limits, FetchReport report)
{
    /// <summary>Number of changes after which the state is saved.</summary>
    private const int ChangesBetweenSaves = 20;

    /// <param name="address">Null for a file.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public async Task RunAsync(FetchOptions options, Uri? address, FetchFolder folder, CancellationToken cancellationToken)
    {
        var feed = KeyOf(options.Feed, address);
        var state = folder.State.Of(feed);
        var source = new FeedSource(client, limits);
        var reading = address is null
            ? await source.ReadFileAsync(options.Feed, cancellationToken)
            : await source.ReadAsync(address, KnownOf(state, options, folder), options.Latest, cancellationToken);
        if (reading.Failure is { } failure)
        {
            await report.FailedAsync(options.Feed, failure);
        }

        if (reading.Page is not { } page)
        {
            await (reading.Failure is null ? report.SayAsync("The feed is as it was.") : Task.CompletedTask);
            return;
        }

        if (page.Episodes.Count >= limits.Episodes)
        {
            await report.SayAsync(FormattableString.Invariant($"The feed lists more episodes than are read: the first {limits.Episodes} are."));
        }

        // Set again when everything has been fetched.
        state.Validators = null;
        try
        {
            var isWhole = await FetchAllAsync(feed, page, options, folder, cancellationToken);
            if (isWhole && reading.Failure is null && report.Failed == 0)
            {
                state.Validators = reading.Validators;
                state.Selection = options.Selection;
            }
        }
        finally
        {
            await folder.SaveAsync(CancellationToken.None);
        }
    }

    private async Task<bool> FetchAllAsync(
        string feed, FeedPage page, FetchOptions options, FetchFolder folder, CancellationToken cancellationToken)
    {
        var episodes = new EpisodeFetch(feed, page, options, folder, client, limits, report);
        var newest = page.Episodes.OrderByDescending(episode => episode.Date ?? DateOnly.MinValue).Take(options.Latest ?? int.MaxValue);
        var saved = 0;
        foreach (var episode in newest)
        {
            if (episodes.IsSpent)
            {
                await report.SayAsync($"{limits.RunBytes >> 20} MiB were taken, which is enough for one run; the next one goes on from here.");
                return false;
            }

            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await episodes.FetchAsync(episode, cancellationToken);
            }
            catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
            {
                await report.FailedAsync(episode.Title, "its file cannot be written or read");
            }

            if (report.Changes - saved >= ChangesBetweenSaves)
            {
                saved = report.Changes;
                await folder.SaveAsync(CancellationToken.None);
            }
        }

        return true;
    }

    /// <summary>Validators for a conditional request; null where something is missing here.</summary>
    private static Validators? KnownOf(FeedState state, FetchOptions options, FetchFolder folder) =>
        !options.Recheck
        && state.Selection == options.Selection
        && state.Episodes.Values.SelectMany(episode => episode.Files).All(file => folder.Has(file) && folder.Catalogue.Has(file.Name))
            ? state.Validators
            : null;

    /// <summary>Key of the feed's state, the same for http and https.</summary>
    private static string KeyOf(string feed, Uri? address) =>
        address is null ? Path.GetFullPath(feed) : $"//{address.Authority}{address.PathAndQuery}";
}
