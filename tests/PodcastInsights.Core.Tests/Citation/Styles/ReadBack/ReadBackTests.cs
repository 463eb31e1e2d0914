using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PodcastInsights.Core.Citation.Styles;

namespace PodcastInsights.Core.Tests.Citation.Styles.ReadBack;

/// <summary>What programs that keep references read of what is written here, and what a processor of styles makes of it.</summary>
public sealed class ReadBackTests(CitationPrograms programs)
{
    private const string Signs = "100% of {it}: \"why\" & “how” $5_a #1 ~ ^ C:\\tmp \\cite{x} @misc{y, <b>";

    private static readonly Reference English = References.English;

    private static readonly Reference[] All =
    [
        English,
        References.Chinese,
        English with { Hosts = Names("Søren Ångström"), Guests = Names("Zoë Müller-Æther"), Title = "Où est l’île d’Ü?", Show = "Crème brûlée" },
        English with { Hosts = Names("Зоя Лунина"), Title = "Маяк", Language = "ru" },
        English with { Hosts = Names("Anke van der Weide"), Guests = Names("Jean de la Tour") },
        English with { Hosts = Names("Tom Reed Jr.", "Jean-Luc Perrin") },
        English with { Hosts = Names("Petra Holm", "海潮生", "R. J. Marsh", "Ida O’Dell") },
        English with { Hosts = Names("Petra") },
        English with { Hosts = Names("Reed & Marsh {Ltd}") },
        English with { Title = Signs, Show = Signs, Quote = Signs },
        English with { Title = "C# 100%", Show = "{Braces}" },
        English with { Date = null },
        English with { Show = null },
        English with { Time = null },
        English with { Hosts = [], Guests = [] },
        References.Chinese with { Hosts = Names("欧阳小梅", "林晓雨"), Date = null, Show = null, Title = "木船、灯塔（上）——“说话”" },
        English with { Hosts = [], Guests = [], Speakers = [], Show = null, Date = null, Time = null },
    ];

    [Fact]
    public async Task Every_field_comes_back_from_every_file()
    {
        foreach (var (reference, read) in All.Zip(await programs.ReadAsync(All)))
        {
            foreach (var file in new[] { "bib", "ris", "csl" })
            {
                var item = read[file]!.AsArray().Single()!;
                Assert.Equal((file, reference.Key), (file, (string?)item["id"]));
                Assert.Equal((file, reference.Title), (file, (string?)item["title"]));
                Assert.Equal((file, reference.Url), (file, (string?)item["URL"]));
                Assert.Equal((file, QuoteNote.Of(reference)), (file, (string?)item["note"]));
                Assert.Equal((file, string.Join("; ", reference.Hosts.Select(name => name.Inverted))), (file, NamesIn(item["author"])));
                Assert.Equal((file, reference.Date), (file, DateIn(item["issued"])));
            }

            var show = reference.Show is null ? "Podcast episode" : $"Podcast episode, {reference.Show}";
            Assert.Equal(show, (string?)read["bib"]![0]!["publisher"]);
            Assert.Equal(reference.Show, (string?)read["ris"]![0]!["collection-title"]);
            Assert.Equal(reference.Show, (string?)read["csl"]![0]!["container-title"]);
            Assert.Equal(string.Join("; ", reference.Guests.Select(name => name.Inverted)), NamesIn(read["csl"]![0]!["guest"]));
            Assert.Equal(string.Join("; ", reference.Guests.Select(name => name.Inverted)), NamesIn(read["ris"]![0]!["performer"]));
            Assert.Equal((reference.Language, reference.Language), ((string?)read["ris"]![0]!["language"], (string?)read["csl"]![0]!["language"]));
        }
    }

    [Fact]
    public async Task A_citation_processor_gives_what_the_styles_here_give()
    {
        foreach (var (reference, read) in All.Zip(await programs.ReadAsync(All)))
        {
            foreach (var style in TextStyle.All)
            {
                var set = read["styles"]![style.Name]!;
                foreach (var entry in new[] { style.Entry(reference), (string)set["entry"]! })
                {
                    AssertHolds(entry, reference.Title);
                    AssertHolds(entry, reference.Url);
                    AssertHolds(entry, reference.Show);
                    AssertHolds(entry, reference.Date?.ToString("yyyy", CultureInfo.InvariantCulture));
                    foreach (var host in reference.Hosts.Count > 2 && style.Name == "MLA 9" ? reference.Hosts.Take(1) : reference.Hosts)
                    {
                        // A style may sort Anke van der Weide under Weide.
                        Assert.All((host.Family ?? host.Whole).Split(' '), part => AssertHolds(entry, part));
                    }
                }

                foreach (var place in new[] { style.Place(reference), (string)set["place"]! })
                {
                    AssertHolds(place, reference.Hosts.Count == 0 ? reference.Title : reference.Hosts[0].Surname);
                    AssertHolds(place, style.Name == "MLA 9" ? null : reference.Date?.ToString("yyyy", CultureInfo.InvariantCulture));
                    AssertHolds(place, reference.Time?.ToString());
                }
            }
        }
    }

    private static PersonName[] Names(params string[] names) => [.. names.Select(PersonName.Of)];

    /// <summary>Family first, as programs that read lists part them.</summary>
    private static string NamesIn(JsonNode? names) => string.Join("; ", (names as JsonArray ?? []).Select(name =>
        (string?)name!["literal"] ?? string.Join(", ", new[]
        {
            string.Join(' ', new[] { (string?)name["non-dropping-particle"], (string?)name["dropping-particle"], (string?)name["family"] }.OfType<string>()),
            (string?)name["given"],
            (string?)name["suffix"],
        }.OfType<string>())));

    private static DateOnly? DateIn(JsonNode? issued) =>
        issued?["date-parts"]?[0] is JsonArray parts && parts.Select(part => int.Parse($"{part}", CultureInfo.InvariantCulture)).ToArray() is [var year, var month, var day]
            ? new(year, month, day)
            : null;

    // Styles have quotation marks and capitals of their own.
    private static void AssertHolds(string text, string? part) => Assert.Contains(Letters(part ?? ""), Letters(text), StringComparison.Ordinal);

    private static string Letters(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
