using Microsoft.Extensions.Time.Testing;
using PodcastInsights.Web.Library;

namespace PodcastInsights.Web.Tests.Library;

/// <summary>When changes count as complete, with a manual clock.</summary>
public sealed class FolderWatchTests : IDisposable
{
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly string folder = Directory.CreateTempSubdirectory("podcast-insights-").FullName;
    private readonly FakeTimeProvider clock = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public Task A_change_is_taken_once_nothing_more_has_changed_for_the_settling() => Steps(watch =>
    {
        watch.Signal();
        var change = Next(watch);
        clock.Advance(Settling - Moment);
        Assert.False(change.IsCompleted);
        clock.Advance(Moment);
        Assert.True(change.IsCompleted);
    });

    [Fact]
    public Task Another_change_meanwhile_begins_the_settling_anew() => Steps(watch =>
    {
        watch.Signal();
        var change = Next(watch);
        clock.Advance(Settling / 2);
        watch.Signal();
        clock.Advance(Settling);
        Assert.False(change.IsCompleted);
        clock.Advance(Settling);
        Assert.True(change.IsCompleted);
    });

    [Fact]
    public Task A_thousand_changes_are_taken_as_one() => Steps(watch =>
    {
        for (var i = 0; i < 1000; i++)
        {
            watch.Signal();
        }

        var change = Next(watch);
        clock.Advance(Settling);
        Assert.True(change.IsCompleted);
        Assert.False(Next(watch).IsCompleted);
        clock.Advance(Settling * 10);
        Assert.False(Next(watch).IsCompleted);
    });

    [Fact]
    public Task A_folder_that_never_rests_is_taken_after_five_seconds() => Steps(watch =>
    {
        watch.Signal();
        var change = Next(watch);
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromSeconds(5) - Settling; passed += Settling)
        {
            watch.Signal();
            clock.Advance(Settling);
            Assert.False(change.IsCompleted);
        }

        watch.Signal();
        clock.Advance(Settling);
        Assert.True(change.IsCompleted);
    });

    [Fact]
    public Task A_change_that_no_event_told_is_seen_at_the_next_look_and_told_once() => Steps(
        watch =>
        {
            // As for a share that is mounted later: there is nothing to watch at the start.
            Assert.False(watch.HasEvents);
            Directory.CreateDirectory(Path.Combine(folder, "share"));
            File.WriteAllText(Path.Combine(folder, "share", "talk.md"), "whole");
            clock.Advance(PollEvery);
            var change = Next(watch);
            clock.Advance(Settling);
            Assert.True(change.IsCompleted);

            // Repeated polls of the same folder.
            Assert.True(watch.HasEvents);
            var further = Next(watch);
            clock.Advance(PollEvery * 3);
            Assert.False(further.IsCompleted);
        },
        "share");

    [Fact]
    public Task What_an_event_has_told_is_not_told_again_by_the_next_look() => Steps(
        watch =>
        {
            Directory.CreateDirectory(Path.Combine(folder, "share"));
            File.WriteAllText(Path.Combine(folder, "share", "talk.md"), "whole");
            watch.Signal();
            var change = Next(watch);
            clock.Advance(Settling);
            Assert.True(change.IsCompleted);

            var further = Next(watch);
            clock.Advance(PollEvery * 3);
            Assert.False(further.IsCompleted);
        },
        "share");

    private static Task Next(FolderWatch watch) => watch.NextChangeAsync(Settling, CancellationToken.None);

    /// <summary>Runs on a thread pool thread, where continuations run as soon as the clock moves.</summary>
    private Task Steps(Action<FolderWatch> steps, string below = "") => Task.Run(() =>
    {
        using var watch = new FolderWatch(Path.Combine(folder, below), PollEvery, clock);
        steps(watch);
    });
}
