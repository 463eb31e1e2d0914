using System.Globalization;

namespace PodcastInsights.Web.Branding;

/// <summary>The accent colours for the four themes of the style sheet: light and dark, each normal and with more contrast.</summary>
internal sealed record Accent(Colour Light, Colour Dark, Colour LightMore, Colour DarkMore)
{
    /// <summary>Contrast that WCAG 2 requires for text: level AA, and AAA.</summary>
    private const double Enough = 4.5;
    private const double More = 7;

    /// <summary>Contrast of derived colours in the dark theme, where thin bright letters look thinner.</summary>
    private const double InTheDark = 6;

    /// <summary>The style sheet's <c>--paper</c> and <c>--panel</c>, the backgrounds of accented text.</summary>
    internal static readonly IReadOnlyList<Colour> LightGrounds = [new(0xfd, 0xfc, 0xf9), new(0xf4, 0xf1, 0xea)];
    internal static readonly IReadOnlyList<Colour> DarkGrounds = [new(0x16, 0x18, 0x1a), new(0x20, 0x24, 0x27)];

    /// <summary>A style sheet that overrides the accent of <c>site.css</c>.</summary>
    public string Sheet => $$"""
        :root { --accent: light-dark({{Light}}, {{Dark}}); }
        :root[data-contrast="more"] { --accent: light-dark({{LightMore}}, {{DarkMore}}); }

        """;

    /// <param name="dark">Empty to derive it from the other. No colour has a contrast of 4.5 on both light and dark backgrounds.</param>
    /// <returns>Null for no colour.</returns>
    public static Accent? Of(string light, string dark)
    {
        if (!Colour.TryParse(light, out var inLight))
        {
            return null;
        }

        var inDark = Colour.TryParse(dark, out var own) ? own : inLight.ReadableOn(DarkGrounds, InTheDark);
        return new(inLight, inDark, inLight.ReadableOn(LightGrounds, More), inDark.ReadableOn(DarkGrounds, More));
    }

    /// <summary>Problems with the settings, a sentence each.</summary>
    public static IEnumerable<string> ProblemsOf(string light, string dark)
    {
        if (light.Length == 0 && dark.Length > 0)
        {
            return ["Site:AccentDark: it goes with Site:Accent, which is not set."];
        }

        return [.. ProblemOf("Site:Accent", light, "light", LightGrounds), .. ProblemOf("Site:AccentDark", dark, "dark", DarkGrounds)];
    }

    private static IEnumerable<string> ProblemOf(string setting, string text, string theme, IReadOnlyList<Colour> grounds)
    {
        if (text.Length == 0)
        {
            yield break;
        }

        if (!Colour.TryParse(text, out var colour))
        {
            yield return $"{setting}: '{text}' is no opaque CSS colour such as #0b5f60, rgb(11 95 96), hsl(181 79% 21%) or teal.";
        }
        else if (grounds.MinBy(colour.ContrastWith) is var ground && colour.ContrastWith(ground) is var measured && measured < Enough)
        {
            // Rounded down, so that 4.49 is not shown as 4.5.
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{setting}: '{text}' has a contrast of {Math.Floor(measured * 100) / 100:0.00} to 1 on the {theme} theme's {ground}; text wants {Enough}. {colour.ReadableOn(grounds, Enough)} would pass.");
        }
    }
}
