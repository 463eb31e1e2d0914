using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PodcastInsights.Web.Tests.Browser;

/// <summary>Barriers that axe finds in a page as it stands.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    /// <summary>One line each; empty where there are none.</summary>
    public static async Task<string> FindingsAsync(IPage page)
    {
        var result = await page.RunAxe(Rules);
        return string.Join('\n', result.Violations.SelectMany(v => v.Nodes.Select(n => $"{page.Url}: {v.Id}: {n.Html}")));
    }
}
