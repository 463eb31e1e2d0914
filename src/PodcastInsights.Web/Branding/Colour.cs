using System.Drawing;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PodcastInsights.Web.Branding;

/// <summary>An opaque colour of sRGB.</summary>
internal readonly partial record struct Colour(byte Red, byte Green, byte Blue)
{
    public static Colour Black { get; } = new(0, 0, 0);

    public static Colour White { get; } = new(255, 255, 255);

    /// <summary>Relative luminance from 0 to 1 (WCAG 2).</summary>
    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>
    /// Parses CSS colours: <c>#0b6</c>, <c>#0b5f60</c>, names, <c>rgb(11 95 96)</c> and <c>hsl(181 79% 21%)</c>, also with commas; no
    /// transparent ones.
    /// </summary>
    public static bool TryParse(string text, out Colour colour)
    {
        ArgumentNullException.ThrowIfNull(text);
        colour = default;
        text = text.Trim().ToLowerInvariant();
        if (Hex.IsMatch(text))
        {
            var digits = text.Length == 4 ? string.Concat(text.Skip(1).Select(digit => new string(digit, 2))) : text[1..];
            var bytes = Convert.FromHexString(digits);
            colour = new(bytes[0], bytes[1], bytes[2]);
            return true;
        }

        if (Function.Match(text) is { Success: true } function)
        {
            var values = function.Groups["value"].Captures
                .Select(value => double.Parse(value.ValueSpan.TrimEnd("%deg"), NumberStyles.Float, CultureInfo.InvariantCulture)).ToArray();
            var percent = function.Groups["value"].Captures.Select(value => value.Value.EndsWith('%')).ToArray();
            return function.Groups["name"].Value == "hsl"
                ? percent is [false, true, true] && TryHsl(values[0], values[1] / 100, values[2] / 100, out colour)
                : TryRgb([.. values.Select((value, i) => percent[i] ? value / 100 : value / 255)], out colour);
        }

        // The framework knows CSS's names, but also system colours, and only one spelling of grey.
        if (text.All(char.IsAsciiLetter)
            && Enum.TryParse<KnownColor>(text.Replace("grey", "gray", StringComparison.Ordinal), ignoreCase: true, out var known)
            && Color.FromKnownColor(known) is { IsSystemColor: false, A: byte.MaxValue } named)
        {
            colour = new(named.R, named.G, named.B);
            return true;
        }

        return false;
    }

    /// <summary>From 1 to 21 (WCAG 2, "contrast ratio").</summary>
    public double ContrastWith(Colour other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>The lowest contrast with any of the backgrounds.</summary>
    public double ContrastOn(IEnumerable<Colour> grounds) => grounds.Min(ContrastWith);

    /// <param name="share">Share of the other colour, from 0 to 1.</param>
    public Colour Mixed(Colour other, double share)
    {
        return new(Mix(Red, other.Red), Mix(Green, other.Green), Mix(Blue, other.Blue));

        byte Mix(byte one, byte two) => (byte)Math.Round(one + ((two - one) * share));
    }

    /// <summary>This colour, mixed with as little black or white as needed for the contrast on all backgrounds.</summary>
    public Colour ReadableOn(IReadOnlyList<Colour> grounds, double contrast)
    {
        const int Steps = 100;
        var away = Black.ContrastOn(grounds) > White.ContrastOn(grounds) ? Black : White;
        var own = this;
        return Enumerable.Range(0, Steps).Select(step => own.Mixed(away, step / (double)Steps))
            .FirstOrDefault(mixed => mixed.ContrastOn(grounds) >= contrast, away);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private static bool TryRgb(double[] values, out Colour colour)
    {
        colour = default;
        if (values.Any(value => value is < 0 or > 1))
        {
            return false;
        }

        colour = new(Byte(values[0]), Byte(values[1]), Byte(values[2]));
        return true;

        static byte Byte(double value) => (byte)Math.Round(value * 255);
    }

    /// <remarks>CSS Color 4, "HSL to RGB".</remarks>
    private static bool TryHsl(double hue, double saturation, double lightness, out Colour colour)
    {
        colour = default;
        return saturation is >= 0 and <= 1 && lightness is >= 0 and <= 1 && TryRgb([Part(0), Part(8), Part(4)], out colour);

        double Part(int offset)
        {
            var k = (((offset + (hue / 30)) % 12) + 12) % 12;
            return lightness - (saturation * Math.Min(lightness, 1 - lightness) * Math.Clamp(Math.Min(k - 3, 9 - k), -1, 1));
        }
    }

    private static double Linear(byte part) =>
        part / 255d is var value && value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    [GeneratedRegex(@"\A#(?:[0-9a-f]{3}|[0-9a-f]{6})\z")]
    private static partial Regex Hex { get; }

    [GeneratedRegex(@"\A(?<name>rgb|hsl)\(\s*(?:(?<value>-?[0-9]{1,3}(?:\.[0-9]{1,6})?(?:%|deg)?)(?:\s*,\s*|\s+|\s*(?=\)))){3}\)\z")]
    private static partial Regex Function { get; }
}
