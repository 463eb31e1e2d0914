namespace PodcastInsights.Web.Fetching.Requests;

/// <summary>Enforces pauses between requests to each host, and stops asking hosts that demand it or fail repeatedly.</summary>
/// <param name="between">Pause between two requests to one host.</param>
/// <param name="wait">Waits.</param>
internal sealed class HostPauses(
    TimeSpan between, int mostFailures, TimeProvider clock, Func<TimeSpan, CancellationToken, Task> wait)
{
    private readonly Dictionary<string, Host> hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the host must not be asked again in this run.</summary>
    public bool IsLeftAlone(Uri address) => Of(address) is var host && (host.LeftAlone || host.Failures >= mostFailures);

    public async Task BeforeRequestAsync(Uri address, CancellationToken cancellationToken)
    {
        var host = Of(address);
        var now = clock.GetUtcNow();
        if (host.NotBefore > now)
        {
            await wait(host.NotBefore - now, cancellationToken);
        }

        host.NotBefore = clock.GetUtcNow() + between;
    }

    public void Answered(Uri address) => Of(address).Failures = 0;

    public void Failed(Uri address) => Of(address).Failures++;

    public void LeaveAlone(Uri address) => Of(address).LeftAlone = true;

    public Task WaitAsync(TimeSpan pause, CancellationToken cancellationToken) => wait(pause, cancellationToken);

    private Host Of(Uri address)
    {
        if (!hosts.TryGetValue(address.Host, out var host))
        {
            hosts.Add(address.Host, host = new Host());
        }

        return host;
    }

    private sealed class Host
    {
        public DateTimeOffset NotBefore { get; set; }

        public int Failures { get; set; }

        public bool LeftAlone { get; set; }
    }
}
