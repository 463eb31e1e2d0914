using System.Text.RegularExpressions;
using CsCheck;
using PodcastInsights.Web.Branding;

namespace PodcastInsights.Web.Tests.Branding;

public sealed class AccentTests
{
    [Fact]
    public void The_grounds_are_the_sheet_s()
    {
        var sheet = File.ReadAllText(Path.Combine(Artifacts.Root, "src", "PodcastInsights.Web", "wwwroot", "site.css"));
        var grounds = new[] { "paper", "panel" }
            .Select(name => Regex.Match(sheet, $@"--{name}: light-dark\((#\w+), (#\w+)\)").Groups).ToList();
        Assert.Equal(grounds.Select(ground => ground[1].Value), Accent.LightGrounds.Select(ground => ground.ToString()));
        Assert.Equal(grounds.Select(ground => ground[2].Value), Accent.DarkGrounds.Select(ground => ground.ToString()));
    }

    [Theory]
    [InlineData("", "", null)]
    [InlineData("#7a1f5c", "", null)]
    [InlineData("black", "", null)]
    [InlineData("#7a1f5c", "#f5b", null)]
    [InlineData("purple-ish", "", "Site:Accent: 'purple-ish' is no opaque CSS colour")]
    [InlineData("yellow", "", "Site:Accent: 'yellow' has a contrast of 1.04 to 1 on the light theme's #fdfcf9; text wants 4.5. #707000 would pass.")]
    [InlineData("#0b5f60", "#0b5f60", "Site:AccentDark: '#0b5f60' has a contrast of 2.09 to 1 on the dark theme's #202427; text wants 4.5.")]
    [InlineData("", "#fff", "Site:AccentDark: it goes with Site:Accent")]
    public void A_colour_that_cannot_be_read_is_named_with_what_was_measured_and_what_would_pass(string light, string dark, string? problem)
    {
        var problems = Accent.ProblemsOf(light, dark).ToList();
        Assert.Equal(problem is null ? 0 : 1, problems.Count);
        Assert.StartsWith(problem ?? "", problems.SingleOrDefault() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void What_would_pass_passes() => Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte).Sample(parts =>
    {
        var colour = new Colour(parts.Item1, parts.Item2, parts.Item3).ToString();
        if (Accent.ProblemsOf(colour, "").SingleOrDefault() is { } problem)
        {
            Assert.Empty(Accent.ProblemsOf(Regex.Match(problem, "(#[0-9a-f]{6}) would pass").Groups[1].Value, ""));
        }
    });

    [Fact]
    public void Whatever_passes_can_be_read_in_both_themes_with_and_without_more_contrast() => Gen.Select(Gen.Byte, Gen.Byte, Gen.Byte).Sample(parts =>
    {
        var colour = new Colour(parts.Item1, parts.Item2, parts.Item3).ReadableOn(Accent.LightGrounds, 4.5);
        var accent = Accent.Of(colour.ToString(), "")!;
        Assert.Equal(colour, accent.Light);
        Assert.True(accent.Dark.ContrastOn(Accent.DarkGrounds) >= 4.5);
        Assert.True(accent.LightMore.ContrastOn(Accent.LightGrounds) >= 7);
        Assert.True(accent.DarkMore.ContrastOn(Accent.DarkGrounds) >= 7);
    });
}
