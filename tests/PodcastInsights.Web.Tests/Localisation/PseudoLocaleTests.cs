using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Core.Search.Querying;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Tests.Localisation;

/// <summary>In a pseudo language every text of the site is in brackets; text without brackets is of the library, or was not localised.</summary>
public sealed partial class PseudoLocaleTests
{
    private const string Pseudo = "en-ZW";
    private static readonly string[] Attributes = ["title", "placeholder", "aria-label", "alt"];

    private static readonly (string Path, int Status)[] Pages =
    [
        ("/", 200),
        ("/episodes?q=mira&topic=bread", 200),
        ($"/episodes/{SampleLibrary.BothEditions}?q=spoon", 200),
        ($"/episodes/{SampleLibrary.Timed}", 200),
        ($"/episodes/{SampleLibrary.Twins}?view=both", 200),
        ($"/episodes/{SampleLibrary.BothEditions}/turns/2-zzzzzz?w=900", 200),
        ($"/episodes/{SampleLibrary.BothEditions}/turns/999-zzzzzz", 404),
        ("/search?q=leak", 200),
        ("/search?q=xylophonist&speaker=mira-okafor", 200),
        ("/search/help", 200),
        ("/speakers", 200),
        ("/speakers?q=xylophonist", 200),
        ("/speakers/mira-okafor", 200),
        ("/topics", 200),
        ("/topics/bread", 200),
        ("/nothing", 404),
    ];

    [Fact]
    public async Task No_sentence_is_hard_coded()
    {
        InBrackets.Install();
        await using var app = new WebApp([]) { Configure = Speak };
        await app.InitializeAsync();
        var files = Directory.EnumerateFiles(app.Transcripts).Select(file => $"{Path.GetFileName(file)}\n{File.ReadAllText(file)}");
        var library = string.Join('\n', files).Replace("**", "", StringComparison.Ordinal)
            + "\nEnglish\n简体\n繁體\nleak xylophonist spoon\nwww.youtube.com\nmira-okafor\nmd txt json vtt srt podcast.json\nCSV RIS\nAtom JSON";

        // The query language has names of its own.
        library += string.Concat(FilterField.All.Select(field => $"\n{field.Name}:{field.Example}"));
        foreach (var example in await app.Services.GetRequiredService<ILibraryDirectory>().ExamplesAsync(SiteLanguage.English.Code, CancellationToken.None))
        {
            library += $"\n{example.Query}";
        }

        foreach (var episode in (await app.GetJsonAsync("/api/v1/episodes")).GetProperty("items").EnumerateArray())
        {
            // What was repaired reads otherwise than the files.
            library += await app.Client.GetStringAsync($"/api/v1/episodes/{episode.GetProperty("slug").GetString()}/export/txt");
        }

        // Openings of turns are shown on one line.
        library += "\n" + string.Join(' ', library.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        foreach (var (path, status) in Pages)
        {
            var page = await app.GetPageAsync(path, status);
            var texts = page.Descendants().Where(e => e.Name != "script" && e.Name != "kbd").SelectMany(e =>
                e.Nodes().OfType<XText>().Select(t => t.Value)
                    .Concat(e.Attributes().Where(a => Attributes.Contains(a.Name.LocalName)).Select(a => a.Value)));
            var forgotten = texts.SelectMany(text => Outside(text).Split('\n', StringSplitOptions.TrimEntries))
                .Where(rest => rest.Any(char.IsLetter) && !library.Contains(rest.Trim('(', ')', ' ', '×', '…'), StringComparison.Ordinal));
            Assert.Equal((path, ""), (path, string.Join(" | ", forgotten)));
        }
    }

    private static void Speak(IServiceCollection services) => services.Configure<RequestLocalizationOptions>(options =>
    {
        options.SupportedCultures = options.SupportedUICultures = [CultureInfo.GetCultureInfo(Pseudo)];
        options.RequestCultureProviders = [new CustomRequestCultureProvider(_ => Task.FromResult<ProviderCultureResult?>(new(Pseudo)))];
    });

    /// <summary>The text outside of brackets.</summary>
    private static string Outside(string text)
    {
        for (var shorter = Innermost.Replace(text, "\n"); shorter != text; shorter = Innermost.Replace(text, "\n"))
        {
            text = shorter;
        }

        return text;
    }

    [GeneratedRegex("⟦[^⟦⟧]*⟧")]
    private static partial Regex Innermost { get; }

    /// <summary>The site's texts: in brackets in the pseudo language, unchanged in others.</summary>
    private sealed class InBrackets() : ResourceManager(typeof(Texts).FullName!, typeof(Texts).Assembly)
    {
        public static void Install()
        {
            var fields = typeof(Texts).GetFields(BindingFlags.NonPublic | BindingFlags.Static);
            var field = fields.Single(f => f.FieldType == typeof(ResourceManager));
            field.SetValue(null, new InBrackets());
        }

        public override string? GetString(string name, CultureInfo? culture) =>
            (culture ?? CultureInfo.CurrentUICulture).Name == Pseudo
                ? $"⟦{base.GetString(name, CultureInfo.InvariantCulture)}⟧"
                : base.GetString(name, culture);
    }
}
