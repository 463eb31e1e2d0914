using PodcastInsights.Web.Fetching.Feeds;
using PodcastInsights.Web.Fetching.Requests;

namespace PodcastInsights.Web.Fetching;

/// <summary>The result of reading a feed.</summary>
/// <param name="Page">All pages joined; null where there is nothing new, or after a failure.</param>
/// <param name="Failure">Why a part could not be read.</param>
internal sealed record FeedReading(FeedPage? Page, Validators? Validators, string? Failure);

/// <summary>Reads a feed from its address, page by page, or from a file.</summary>
internal sealed class FeedSource(PoliteClient client, FetchLimits limits)
{
    private const string NoFeed = "it is no RSS or Atom feed";

    public async Task<FeedReading> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        if (new FileInfo(path).Length > limits.FeedBytes)
        {
            return new FeedReading(null, null, $"it has more than {limits.FeedBytes >> 20} MiB");
        }

        var (page, failure) = await PageOfAsync(
            await File.ReadAllBytesAsync(path, cancellationToken), charset: null, address: null, limits.Episodes, cancellationToken);
        return new FeedReading(page, null, failure);
    }

    /// <param name="known">Validators of the last reading; null to read it in any case.</param>
    /// <param name="enough">Number of episodes after which to stop.</param>
    public async Task<FeedReading> ReadAsync(Uri address, Validators? known, int? enough, CancellationToken cancellationToken)
    {
        var pages = new List<FeedPage>();
        var seen = new HashSet<Uri>();
        Validators? validators = null;
        string? failure = null;
        for (Uri? next = address; next is not null && seen.Add(next) && seen.Count <= limits.Pages;)
        {
            var answer = await client.GetAsync(next, pages.Count == 0 ? known : null, limits.FeedBytes, cancellationToken);
            if (answer is Answer.Content content)
            {
                var left = limits.Episodes - pages.Sum(page => page.Episodes.Count);
                (var page, failure) = await PageOfAsync(content.Bytes, content.Charset, content.From, left, cancellationToken);
                validators = pages.Count == 0 ? content.Validators : validators;
                if (page is not null)
                {
                    pages.Add(page);
                }

                var count = pages.Sum(read => read.Episodes.Count);
                next = page is null || count >= enough || count >= limits.Episodes ? null : page.Next;
            }
            else
            {
                failure = (answer as Answer.Failure)?.Reason;
                next = null;
            }
        }

        return new FeedReading(
            pages is [var first, ..]
                ? first with { Episodes = [.. pages.SelectMany(page => page.Episodes).DistinctBy(episode => episode.Id)], Next = null }
                : null,
            validators,
            failure);
    }

    /// <summary>Parses a page. The parser cannot be cancelled, so one that takes too long is abandoned until the process ends.</summary>
    private async Task<(FeedPage? Page, string? Failure)> PageOfAsync(
        byte[] bytes, string? charset, Uri? address, int most, CancellationToken cancellationToken)
    {
        try
        {
            var page = await Task.Factory.StartNew(
                () => FeedReader.Read(FeedEncoding.Read(bytes, charset), address, most),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default).WaitAsync(limits.ReadTime, cancellationToken);
            return (page, page is null ? NoFeed : page.Broken);
        }
        catch (TimeoutException)
        {
            return (null, $"it is not understood within {(int)limits.ReadTime.TotalSeconds} s");
        }
    }
}
