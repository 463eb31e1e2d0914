using PodcastInsights.Web.Fetching.Feeds;
using PodcastInsights.Web.Fetching.Requests;

namespace PodcastInsights.Web.Fetching;

/// <param name="Link">The link it came from.</param>
internal sealed record FetchedTranscript(TranscriptLink Link, JudgedTranscript Judged, Validators? Validators);

/// <summary>The result of choosing a transcript in one language.</summary>
/// <param name="Best">Null where none could be downloaded.</param>
/// <param name="Failure">Why a possibly better or the only one could not be downloaded; null for none.</param>
/// <param name="Unchanged">Whether the known copy is current.</param>
internal sealed record ChosenTranscript(FetchedTranscript? Best, string? Failure, bool Unchanged = false)
{
    /// <summary>Whether a response was not a readable transcript.</summary>
    public bool Unreadable { get; init; }
}

/// <summary>
/// Chooses an episode's best transcript in one language: with times and speakers, else with times, else with speakers, else text. Requests
/// no more than needed.
/// </summary>
internal sealed class TranscriptChoice(PoliteClient client, FetchLimits limits)
{
    private const string Unread = "an import would find no transcript in what was sent";

    private long taken;

    /// <summary>Whether the limit of a run is reached.</summary>
    public bool IsSpent => taken >= limits.RunBytes;

    public async Task<ChosenTranscript> BestAsync(IEnumerable<TranscriptLink> links, CancellationToken cancellationToken)
    {
        FetchedTranscript? best = null;
        string? failure = null;
        var unreadable = false;
        foreach (var link in TranscriptClaim.Ordered(links).Take(limits.Candidates))
        {
            if (best is { Judged.Grade: TranscriptGrade.TimedWithSpeakers }
                || (best is { Judged.Grade: TranscriptGrade.Timed } && !TranscriptClaim.MayBeTimed(link)))
            {
                break;
            }

            var chosen = await LookAtAsync(link, known: null, cancellationToken);
            if (chosen.Best is { } one && (best is null || one.Judged.Grade > best.Judged.Grade))
            {
                best = one;
            }

            unreadable |= chosen.Unreadable;
            failure ??= chosen.Unreadable ? null : chosen.Failure;
        }

        return best is not null || failure is not null ? new ChosenTranscript(best, failure)
            : new ChosenTranscript(null, unreadable ? Unread : "none of its transcripts is text") { Unreadable = true };
    }

    /// <summary>Requests one transcript.</summary>
    /// <param name="known">Validators of the known copy.</param>
    public async Task<ChosenTranscript> LookAtAsync(TranscriptLink link, Validators? known, CancellationToken cancellationToken)
    {
        switch (await client.GetAsync(link.Address, known, limits.TranscriptBytes, cancellationToken))
        {
            case Answer.NotModified:
                return new ChosenTranscript(null, null, Unchanged: true);
            case Answer.Content content:
                taken += content.Bytes.Length;
                return await TranscriptJudge.JudgeAsync(content.Bytes, link.Language, limits, cancellationToken) is { } judged
                    ? new ChosenTranscript(new FetchedTranscript(link, judged, content.Validators), null)
                    : new ChosenTranscript(null, Unread) { Unreadable = true };
            case Answer.Failure failure:
                return new ChosenTranscript(null, failure.Reason);
            default:
                throw new InvalidOperationException("An answer is content, its absence or a failure.");
        }
    }
}
