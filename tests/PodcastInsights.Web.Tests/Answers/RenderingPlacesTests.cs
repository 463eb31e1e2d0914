using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using PodcastInsights.Web.Answers;

namespace PodcastInsights.Web.Tests.Answers;

public sealed class RenderingPlacesTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private readonly RenderingPlaces places;

    public RenderingPlacesTests() => places = new RenderingPlaces(clock);

    public void Dispose() => places.Dispose();

    [Fact]
    public async Task One_client_leaves_places_for_others_and_waits_for_its_own()
    {
        var taken = new List<IDisposable?>();
        for (var i = 0; i < RenderingPlaces.OneClients; i++)
        {
            taken.Add(await places.FindAsync(From("203.0.113.1"), default));
        }

        Assert.DoesNotContain(null, taken);
        var waiting = places.FindAsync(From("203.0.113.1"), default);
        Assert.False(waiting.IsCompleted);
        Assert.NotNull(await places.FindAsync(From("203.0.113.2"), default));
        taken[0]!.Dispose();
        Assert.NotNull(await waiting);
    }

    [Fact]
    public async Task A_request_without_a_slot_in_time_is_rejected_and_a_cancelled_one_stops_waiting()
    {
        for (var i = 0; i < RenderingPlaces.OneClients; i++)
        {
            await places.FindAsync(From("203.0.113.1"), default);
        }

        using var gone = new CancellationTokenSource();
        var (patient, leaving) = (places.FindAsync(From("203.0.113.1"), default), places.FindAsync(From("203.0.113.1"), gone.Token));
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        clock.Advance(RenderingPlaces.Longest);
        Assert.Null(await patient);
    }

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
