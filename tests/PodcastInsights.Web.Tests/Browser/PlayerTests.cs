using System.Globalization;
using Microsoft.Playwright;
using PodcastInsights.Web.Tests.Recordings;
using static Microsoft.Playwright.Assertions;

namespace PodcastInsights.Web.Tests.Browser;

/// <summary>
/// The player and the highlighted turn. Highlights are compared with the recording's own time, so that a slow machine does not matter.
/// </summary>
public sealed class PlayerTests(HeardLibrary heard, Chromium chromium) : IClassFixture<HeardLibrary>
{
    private const string Episode = $"/episodes/{HeardLibrary.Timed}";

    /// <summary>Largest delay of a highlight in seconds.</summary>
    private const double Late = 0.3;

    // The slowest playback rate: a pause of the machine of one second is a sixteenth of a second of the recording.
    private const string Slowly = "media => { media.defaultPlaybackRate = media.playbackRate = 0.0625; }";

    // Records each highlighted turn with the recording's time.
    private const string Watch = """
        () => {
            const media = document.querySelector('#player audio');
            window.marked = [];
            new MutationObserver(changes => {
                for (const { target } of changes) {
                    if (target.matches('.turn.heard')) window.marked.push([turns().indexOf(target), media.currentTime]);
                }
            }).observe(document.querySelector('.turns'), { subtree: true, attributeFilter: ['class'] });
            const turns = () => [...document.querySelectorAll('.turn')];
        }
        """;

    [Fact]
    public async Task A_time_is_heard_from_there_and_its_turn_is_marked()
    {
        var page = await OpenAsync();
        await Media(page).EvaluateAsync(Slowly);
        foreach (var turn in (int[])[3, 17, 0, HeardLibrary.Turns - 1])
        {
            await TimeOf(page, turn).ClickAsync();
            await Expect(Turn(page, turn)).ToHaveClassAsync(Heard);
            await Expect(page.Locator(".turn.heard")).ToHaveCountAsync(1);
            await Expect(Turn(page, turn)).ToBeInViewportAsync();
            await UntilAsync(page, "!media.paused && media.readyState >= 2 && !media.seeking");
        }

        await AssertMarkedInTimeAsync(page);
    }

    [Fact]
    public async Task The_mark_goes_on_with_the_recording()
    {
        var page = await OpenAsync();
        await Media(page).EvaluateAsync(Slowly);
        await TimeOf(page, 4).ClickAsync();
        foreach (var next in (int[])[5, 6, 21])
        {
            await SeekAsync(page, (next * HeardLibrary.SecondsOfTurn) - 0.04);
            await Expect(Turn(page, next)).ToHaveClassAsync(Heard);
        }

        // Playback was moved to the end after some turns.
        await AssertMarkedInTimeAsync(page, 4, 5, 6, 21);
    }

    [Fact]
    public async Task The_page_follows_until_the_reader_scrolls_away_and_again_when_asked_to()
    {
        var page = await OpenAsync();
        var follow = page.GetByRole(AriaRole.Button, new() { Name = "Follow the recording" });
        await Media(page).EvaluateAsync(Slowly);
        await TimeOf(page, 1).ClickAsync();
        await SeekAsync(page, At(20));
        await Expect(Turn(page, 20)).ToBeInViewportAsync();
        await Expect(follow).ToBeHiddenAsync();

        await page.Mouse.MoveAsync(300, 200);
        await page.Mouse.WheelAsync(0, -100_000);
        await Expect(follow).ToBeVisibleAsync();
        await SeekAsync(page, At(30));
        await Expect(Turn(page, 30)).ToHaveClassAsync(Heard);
        await Expect(Turn(page, 30)).Not.ToBeInViewportAsync();

        await follow.ClickAsync();
        await Expect(Turn(page, 30)).ToBeInViewportAsync();
        await Expect(follow).ToBeHiddenAsync();
        await SeekAsync(page, At(8));
        await Expect(Turn(page, 8)).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_keyboard_plays_moves_and_changes_the_speed_which_is_kept()
    {
        var page = await OpenAsync();
        await page.Keyboard.PressAsync("p");
        await UntilAsync(page, "!media.paused");
        await page.Keyboard.PressAsync("p");
        await UntilAsync(page, "media.paused");
        await SeekAsync(page, At(10));
        await page.Keyboard.PressAsync(".");
        await Expect(Turn(page, 15)).ToHaveClassAsync(Heard);
        await page.Keyboard.PressAsync(",");
        await page.Keyboard.PressAsync(",");
        await Expect(Turn(page, 5)).ToHaveClassAsync(Heard);

        var speed = page.GetByLabel("Speed");
        await speed.SelectOptionAsync("1.5");
        await UntilAsync(page, "media.playbackRate === 1.5");
        await speed.EvaluateAsync("box => box.blur()");
        await page.Keyboard.PressAsync(">");
        await UntilAsync(page, "media.playbackRate === 1.75");
        await page.Keyboard.PressAsync("<");
        await page.ReloadAsync();
        await Expect(speed).ToHaveValueAsync("1.5");
        await UntilAsync(page, "media.playbackRate === 1.5");
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByText("Play or pause the recording")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Where_one_stopped_one_goes_on_and_only_so_many_places_are_kept()
    {
        var page = await OpenAsync();
        await page.EvaluateAsync("localStorage.setItem('heard', JSON.stringify(Array.from({ length: 500 }, (_, i) => [`other-${i}`, 7])))");
        await Media(page).EvaluateAsync(Slowly);
        await TimeOf(page, 12).ClickAsync();
        await UntilAsync(page, "media.readyState >= 2 && !media.seeking");
        await page.Keyboard.PressAsync("p");
        await UntilAsync(page, "media.paused && JSON.parse(localStorage.getItem('heard'))[0][0] === 'tin-whistle'");
        Assert.Equal(50, await page.EvaluateAsync<int>("JSON.parse(localStorage.getItem('heard')).length"));

        await page.ReloadAsync();
        await page.EvaluateAsync(Watch);
        await Media(page).EvaluateAsync(Slowly);
        await page.Keyboard.PressAsync("p");
        await Expect(Turn(page, 12)).ToHaveClassAsync(Heard);
        await AssertMarkedInTimeAsync(page);
    }

    [Fact]
    public async Task Foreign_values_in_the_browsers_storage_are_ignored()
    {
        var page = await OpenAsync();
        await page.EvaluateAsync("localStorage.setItem('heard', '{\"a\": [null]}'); localStorage.setItem('speed', '900')");
        await page.ReloadAsync();
        await page.EvaluateAsync(Watch);
        await TimeOf(page, 2).ClickAsync();
        await Expect(Turn(page, 2)).ToHaveClassAsync(Heard);
        await Expect(page.GetByLabel("Speed")).ToHaveValueAsync("1");
    }

    [Fact]
    public async Task Without_times_there_is_a_player_and_nothing_to_follow()
    {
        var page = await chromium.OpenAsync(heard.App);
        await page.GotoAsync($"/episodes/{HeardLibrary.Timeless}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Listen" }).ClickAsync();
        await UntilAsync(page, "media.currentTime > 0");
        await Expect(page.Locator(".turn.heard")).ToHaveCountAsync(0);
        await Expect(page.Locator("#player button")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_recording_that_is_gone_is_answered_with_404()
    {
        var page = await OpenAsync();
        await page.RouteAsync("**/recordings/**", route => route.FulfillAsync(new() { Status = 404 }));
        await TimeOf(page, 2).ClickAsync();
        await Expect(page.GetByText("The recording cannot be played.")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Light)]
    public async Task The_player_stays_in_the_window_and_hides_nothing_that_one_needs(int width, ColorScheme scheme)
    {
        var page = await chromium.OpenAsync(heard.App, width, 600, scheme);
        await page.GotoAsync(Episode);
        await Expect(page.Locator("#player audio")).ToBeInViewportAsync();
        await TimeOf(page, 6).ClickAsync();
        await Expect(Turn(page, 6)).ToBeInViewportAsync();
        await Axe.FindsNothingAsync(page);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        await Expect(page.Locator("#player")).ToBeHiddenAsync();
    }

    private static System.Text.RegularExpressions.Regex Heard { get; } = new(@"\bheard\b");

    private static double At(int turn) => turn * HeardLibrary.SecondsOfTurn;

    private static ILocator Media(IPage page) => page.Locator("#player audio");

    private static ILocator Turn(IPage page, int turn) => page.Locator(".turn").Nth(turn);

    private static ILocator TimeOf(IPage page, int turn) => Turn(page, turn).Locator("a.time");

    private static async Task SeekAsync(IPage page, double seconds) =>
        await Media(page).EvaluateAsync($"media => {{ media.currentTime = {seconds.ToString(CultureInfo.InvariantCulture)}; }}");

    private static async Task UntilAsync(IPage page, string condition) => await page.WaitForFunctionAsync(
        $"() => {{ const media = document.querySelector('#player audio'); return {condition}; }}", null, new() { Timeout = 60_000 });

    /// <param name="turns">All where none is given.</param>
    private static async Task AssertMarkedInTimeAsync(IPage page, params int[] turns)
    {
        var marked = await page.EvaluateAsync<double[][]>("window.marked");
        marked = [.. marked.Where(pair => turns.Length == 0 || turns.Contains((int)pair[0]))];
        Assert.NotEmpty(marked);
        Assert.All(marked, pair => Assert.InRange(pair[1], At((int)pair[0]) - 0.03, At((int)pair[0]) + Late));
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await chromium.OpenAsync(heard.App, height: 600);
        await page.GotoAsync(Episode);
        await page.EvaluateAsync(Watch);
        return page;
    }
}
