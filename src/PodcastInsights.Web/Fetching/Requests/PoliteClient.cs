using System.Globalization;
using System.Net;

namespace PodcastInsights.Web.Fetching.Requests;

/// <summary>
/// An HTTP client that is considerate to servers: one request at a time, with pauses, conditional requests, HTTPS where possible, and a
/// limited number of retries. Responses are bounded in size and time.
/// </summary>
internal sealed class PoliteClient(HttpMessageHandler handler, HostPauses pauses, FetchLimits limits, TimeProvider clock) : IDisposable
{
    /// <summary>Identifies the program to hosts.</summary>
    public static readonly string UserAgent =
        $"PodcastInsights/{typeof(PoliteClient).Assembly.GetName().Version?.ToString(3)} (fetches transcripts from feeds)";

    private readonly HttpMessageInvoker http = new(handler);

    // Hosts without HTTPS, or that redirect to HTTP.
    private readonly HashSet<string> plainHosts = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="connector">Checks the addresses of connections.</param>
    /// <param name="useProxy">Whether to use the system's proxy, which then makes the connections.</param>
    public static SocketsHttpHandler HandlerOf(CheckedConnector connector, FetchLimits limits, bool useProxy) => new()
    {
        // Each redirect is checked first.
        AllowAutoRedirect = false,
        UseProxy = useProxy,
        UseCookies = false,
        ConnectCallback = connector.ConnectAsync,
        ConnectTimeout = limits.ConnectTime,
        MaxConnectionsPerServer = 1,
        MaxResponseHeadersLength = 64,
        MaxResponseDrainSize = 0,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        ActivityHeadersPropagator = null,
    };

    public void Dispose() => http.Dispose();

    /// <param name="known">Validators of the known copy; null for none.</param>
    /// <param name="mostBytes">Largest response in bytes, uncompressed.</param>
    public async Task<Answer> GetAsync(Uri address, Validators? known, long mostBytes, CancellationToken cancellationToken)
    {
        var (current, hops) = (address, 0);
        while (true)
        {
            if (WhyNotAsked(current) is { } reason)
            {
                return new Answer.Failure(reason);
            }

            var (answer, next) = await UpgradedAsync(current, known, mostBytes, cancellationToken);
            if (next is null)
            {
                return answer!;
            }

            if (++hops > limits.Redirects)
            {
                return new Answer.Failure($"it was redirected more than {limits.Redirects} times");
            }

            current = next;
        }
    }

    private static string? WhyNotAsked(Uri address) =>
        !address.IsAbsoluteUri || address.Scheme is not ("http" or "https") ? "its address is not one of the web"
        : address.UserInfo.Length > 0 ? "its address holds a name and a password"
        : null;

    /// <summary>Tries HTTPS first for an HTTP address, then HTTP.</summary>
    private async Task<(Answer? Answer, Uri? Next)> UpgradedAsync(
        Uri address, Validators? known, long mostBytes, CancellationToken cancellationToken)
    {
        if (address.Scheme == "http" && address.IsDefaultPort && !plainHosts.Contains(address.Host))
        {
            var secure = new UriBuilder(address) { Scheme = "https", Port = -1 }.Uri;
            var (answer, next) = await RetriedAsync(secure, known, mostBytes, tries: 1, cancellationToken);
            if (answer is not Answer.Failure && next != address)
            {
                return (answer, next);
            }

            plainHosts.Add(address.Host);
        }

        return await RetriedAsync(address, known, mostBytes, limits.Tries, cancellationToken);
    }

    private async Task<(Answer? Answer, Uri? Next)> RetriedAsync(
        Uri address, Validators? known, long mostBytes, int tries, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (pauses.IsLeftAlone(address))
            {
                return (new Answer.Failure($"{address.IdnHost} failed too often or asked for a pause; a later run asks again"), null);
            }

            await pauses.BeforeRequestAsync(address, cancellationToken);
            var outcome = await OnceAsync(address, known, mostBytes, cancellationToken);
            if (outcome.Passing is not { } pause)
            {
                pauses.Answered(address);
                return (outcome.Answer, outcome.Next);
            }

            if (pause > limits.LongestPause)
            {
                pauses.LeaveAlone(address);
                return (outcome.Answer, null);
            }

            if (tries == 1)
            {
                return (outcome.Answer, null);
            }

            pauses.Failed(address);
            if (attempt == tries)
            {
                return (outcome.Answer, null);
            }

            await pauses.WaitAsync(pause > TimeSpan.Zero ? pause : TimeSpan.FromSeconds(1 << attempt), cancellationToken);
        }
    }

    private async Task<Outcome> OnceAsync(Uri address, Validators? known, long mostBytes, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(limits.RequestTime, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
            request.Headers.TryAddWithoutValidation("Accept", "*/*");
            known?.AddTo(request);
            using var response = await http.SendAsync(request, either.Token);
            return await OutcomeOfAsync(address, known, response, mostBytes, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Outcome(new Answer.Failure(timeout.IsCancellationRequested
                ? $"it was not sent within {limits.RequestTime.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s"
                : "no connection came about in time"))
            { Passing = TimeSpan.Zero };
        }
        catch (HttpRequestException failure) when (failure.GetBaseException() is RefusedAddressException refused)
        {
            return new Outcome(new Answer.Failure(refused.Message));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException)
        {
            return new Outcome(new Answer.Failure($"{address.IdnHost} cannot be reached or broke off")) { Passing = TimeSpan.Zero };
        }
        catch (Exception failure) when (failure is InvalidOperationException or NotSupportedException or UriFormatException)
        {
            // The framework refuses the address or a header.
            return new Outcome(new Answer.Failure("it cannot be asked for"));
        }
    }

    private async Task<Outcome> OutcomeOfAsync(
        Uri address, Validators? known, HttpResponseMessage response, long mostBytes, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        switch (status)
        {
            case 200:
                return await BytesOfAsync(response, mostBytes, cancellationToken) is { } bytes
                    ? new Outcome(new Answer.Content(
                        bytes, address, response.Content.Headers.ContentType?.CharSet?.Trim('"'), Validators.Of(response)))
                    : new Outcome(new Answer.Failure($"it has more than {mostBytes >> 20} MiB"));
            case 304 when known is not null:
                return new Outcome(new Answer.NotModified());
            case 301 or 302 or 303 or 307 or 308:
                return LocationOf(address, response) is { } next
                    ? new Outcome(null) { Next = next }
                    : new Outcome(new Answer.Failure("it is redirected to nowhere"));
            default:
                return new Outcome(new Answer.Failure($"{address.IdnHost} answers {status}"))
                {
                    Passing = status is 408 or 429 or 500 or 502 or 503 or 504 ? PauseAskedBy(response) : null,
                };
        }
    }

    private static Uri? LocationOf(Uri address, HttpResponseMessage response) =>
        response.Headers.TryGetValues("Location", out var values)
        && Uri.TryCreate(address, values.FirstOrDefault(), out var next)
            ? next
            : null;

    private TimeSpan PauseAskedBy(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => TimeSpan.Zero,
    };

    /// <summary>Null where there are more bytes; reading stops at the limit, also for a decompression bomb.</summary>
    private static async Task<byte[]?> BytesOfAsync(HttpResponseMessage response, long most, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > most)
        {
            return null;
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var taken = new MemoryStream();
        var buffer = new byte[32 << 10];
        while (await body.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (taken.Length + count > most)
            {
                return null;
            }

            taken.Write(buffer, 0, count);
        }

        return taken.ToArray();
    }

    /// <param name="Answer">Null for a redirect to <see cref="Next"/>.</param>
    private sealed record Outcome(Answer? Answer)
    {
        public Uri? Next { get; init; }

        /// <summary>For a transient failure, the pause that the host asks for, or zero.</summary>
        public TimeSpan? Passing { get; init; }
    }
}
