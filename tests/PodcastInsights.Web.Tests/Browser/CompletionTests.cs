using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PodcastInsights.Web.Tests.Browser;

/// <summary>Completions in the search box.</summary>
public sealed class CompletionTests(WebApp app, Chromium chromium)
{
    [Fact]
    public async Task A_word_is_completed_by_keyboard_and_the_rest_stays()
    {
        var (page, box) = await TypeAsync("/topics", "copper lighth");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "lighthouse" })).ToBeVisibleAsync();
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await Axe.FindsNothingAsync(page);
        await box.PressAsync("ArrowDown");
        await Expect(page.GetByRole(AriaRole.Option, new() { Selected = true })).ToHaveTextAsync("lighthouse");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", "choice-0");
        await box.PressAsync("Enter");
        await Expect(box).ToHaveValueAsync("copper lighthouse ");
        await Expect(box).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await box.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/search\?q=copper\+lighthouse"));
    }

    [Theory]
    [InlineData("", "okaf", "Mira Okafor Speaker", "/speakers/mira-okafor")]
    [InlineData("/zh", "okaf", "Mira Okafor 发言者", "/zh/speakers/mira-okafor")]
    [InlineData("", "bakery", "How a bakery opens: flour before dawn Episode", "/episodes/rosa-lind")]
    public async Task Speakers_and_episodes_are_offered_with_their_kind_and_lead_to_their_page(
        string prefix, string typed, string choice, string leadsTo)
    {
        var (page, _) = await TypeAsync(prefix + "/topics", typed);
        await page.GetByRole(AriaRole.Option, new() { Name = choice }).ClickAsync();
        await Expect(page).ToHaveURLAsync(leadsTo);
    }

    [Theory]
    [InlineData("", "leak speaker:\"mira o", "Mira Okafor Speaker", "leak speaker:\"Mira Okafor\" ")]
    [InlineData("", "speaker:nil", "Nils Speaker", "speaker:Nils ")]
    [InlineData("/zh", "发言者:okaf", "Mira Okafor 发言者", "发言者:\"Mira Okafor\" ")]
    [InlineData("", "topic:small", "small business Topic", "topic:\"small business\" ")]
    [InlineData("", "episode:bakery", "How a bakery opens: flour before dawn Episode", "episode:rosa-lind ")]
    public async Task The_value_of_a_filter_is_completed_by_keyboard(string prefix, string typed, string choice, string completed)
    {
        var (page, box) = await TypeAsync(prefix + "/topics", typed);
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = choice })).ToBeVisibleAsync();
        await Axe.FindsNothingAsync(page);
        await box.PressAsync("ArrowDown");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = choice, Selected = true })).ToBeVisibleAsync();
        await box.PressAsync("Enter");
        await Expect(box).ToHaveValueAsync(completed);
        await Expect(box).ToBeFocusedAsync();
        await Expect(page).ToHaveURLAsync(prefix + "/topics");
    }

    [Fact]
    public async Task People_come_before_episodes_and_these_before_words()
    {
        var (page, box) = await TypeAsync("/topics", "mira o");
        await Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Mira Okafor");
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync("/speakers/mira-okafor");
    }

    [Fact]
    public async Task Escape_and_leaving_the_box_close_the_list_and_Enter_searches_what_was_typed()
    {
        var (page, box) = await TypeAsync("/topics", "lighth");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
        await box.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await Expect(box).ToHaveValueAsync("lighth");
        await box.PressSequentiallyAsync("o");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
        await box.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await box.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync("/search?q=lightho");
    }

    [Fact]
    public async Task A_completed_word_brings_its_results_on_the_search_page()
    {
        var (page, box) = await TypeAsync("/search", "\"copper ket");

        // Completions of the shorter text may still be shown; the last option shows that the whole text was answered.
        await Expect(page.GetByRole(AriaRole.Option).Last).ToHaveTextAsync("ketch");
        await box.PressAsync("ArrowUp"); // from the end
        await box.PressAsync("Enter");
        await Expect(box).ToHaveValueAsync("\"copper ketch ");
        await Expect(page.Locator("#results mark").First).ToContainTextAsync("copper", new() { IgnoreCase = true });
    }

    private async Task<(IPage Page, ILocator Box)> TypeAsync(string url, string text)
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync(url);
        var name = url.StartsWith("/zh", StringComparison.Ordinal) ? "搜索文字稿" : "Search the transcripts";
        var box = page.GetByRole(AriaRole.Combobox, new() { Name = name });
        await box.PressSequentiallyAsync(text);
        return (page, box);
    }
}
