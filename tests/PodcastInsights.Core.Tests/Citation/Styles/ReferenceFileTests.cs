using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using PodcastInsights.Core.Citation.Styles;

namespace PodcastInsights.Core.Tests.Citation.Styles;

public sealed partial class ReferenceFileTests
{
    private static readonly string[] Pieces =
    [
        "{", "}", "\\", "\\}", "%", "&", "$", "#", "_", "^", "~", "\"", "'", "@misc{x,", "\n", "\r\n", "\u2028", "\0", "\u001b", "\r\nER  - \r\nTY  - BOOK",
        "\n@book{y, title={", ", and ", " and ", "</script>", "”", "]", "}]", "木船", "é", "\ud800", "🛶", "،", " ", "tide",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece])
        .Array[1, 8].Select(pieces => string.Concat(pieces));

    private static readonly Gen<Reference> Hostile = Gen.Select(Text, Text, Text, Text, Text).Select((title, show, host, guest, quote) =>
        References.English with
        {
            Title = OneLine.Of(title),
            Show = OneLine.Of(show),
            Hosts = [PersonName.Of(host), PersonName.Of("Petra Holm")],
            Guests = [PersonName.Of(guest)],
            Speakers = [PersonName.Of(guest)],
            Quote = OneLine.Of(quote),
        });

    [Fact]
    public void BibTeX_is_an_entry_with_a_field_a_line() => Assert.Equal(
        """
        @misc{rosa-lind-12-1jc4k0,
          author = {Holm, Petra},
          title = {{How lighthouses learn}},
          howpublished = {Podcast episode, The Tide Table},
          year = {2024},
          month = feb,
          day = {8},
          url = {https://podcasts.example/episodes/rosa-lind/turns/12-1jc4k0?w=3-9-abc123},
          note = {Rosa Lind, at 12:34: “Every lamp has a temper.”},
        }

        """,
        Written("bib", References.English),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void Chinese_names_are_one_name_to_BibTeX() =>
        Assert.Contains("  author = {{海潮生}},\n", Written("bib", References.Chinese), StringComparison.Ordinal);

    [Fact]
    public void RIS_is_a_record_of_lines() => Assert.Equal(
        [
            "TY  - SOUND", "AU  - 海潮生", "A2  - 林晓雨", "TI  - 木船会说话吗？", "T2  - 潮汐时刻", "T3  - 潮汐时刻", "PY  - 2023", "DA  - 2023/09/30", "M3  - Podcast episode",
            "LA  - zh", "ID  - episode-4-1jc4k0", "UR  - https://podcasts.example/zh/episodes/x/turns/4-1jc4k0",
            "N1  - 林晓雨, at 1:05:05: “因为木船会说话。”", "ER  - ", "",
        ],
        Written("ris", References.Chinese).Split("\r\n"));

    [Fact]
    public void CSL_tells_the_parts_of_names_apart()
    {
        var english = Item(References.English);
        Assert.Equal(("Holm", "Petra"), (english.GetProperty("author")[0].GetProperty("family").GetString(), english.GetProperty("author")[0].GetProperty("given").GetString()));
        Assert.Equal("[[2024,2,8]]", Regex.Replace(english.GetProperty("issued").GetProperty("date-parts").GetRawText(), @"\s", ""));
        Assert.Equal("海潮生", Item(References.Chinese).GetProperty("author")[0].GetProperty("literal").GetString());
    }

    [Fact]
    public void No_text_ends_a_field_of_BibTeX() => Hostile.Sample(reference =>
    {
        var entry = Written("bib", reference);
        var depth = 0;
        for (var i = "@misc".Length; i < entry.Length; i++)
        {
            depth += entry[i] switch { '{' => 1, '}' => -1, _ => 0 };
            Assert.True(depth > 0 || i >= entry.Length - 2, entry);
        }

        Assert.Equal(0, depth);
        Assert.All(entry.Split('\n')[1..^2], line => Assert.Matches(@"^  [a-z]+ = (\{.*\}|feb),$", line));
        Assert.DoesNotMatch(Unescaped, entry[(entry.IndexOf("title", StringComparison.Ordinal))..entry.IndexOf("  url", StringComparison.Ordinal)]);
    });

    [Fact]
    public void No_text_begins_a_field_of_RIS() => Hostile.Sample(reference =>
    {
        var lines = Written("ris", reference).Split("\r\n");
        Assert.All(lines[..^1], line => Assert.Matches(@"^[A-Z][A-Z0-9]  - [^\p{Cc}]*$", line));
        Assert.Equal("ER  - ", lines[^2]);
        Assert.Single(lines, line => line.StartsWith("TY", StringComparison.Ordinal));
        Assert.Contains(lines, line => reference.Title.Length == 0 || line == $"TI  - {reference.Title}");
    });

    [Fact]
    public void All_texts_come_back_from_CSL() => Hostile.Sample(reference =>
    {
        var item = Item(reference);
        Assert.Equal((reference.Title, reference.Show), (item.GetProperty("title").GetString(), item.GetProperty("container-title").GetString()));
        Assert.EndsWith($"“{reference.Quote}”", item.GetProperty("note").GetString(), StringComparison.Ordinal);
    });

    [Fact]
    public void Every_style_takes_every_text() => Hostile.Sample(reference =>
        Assert.All(TextStyle.All, style => Assert.DoesNotMatch(@"\p{Cc}", style.Entry(reference) + style.Place(reference))));

    private static JsonElement Item(Reference reference) => JsonDocument.Parse(Written("csl.json", reference)).RootElement[0];

    private static string Written(string suffix, Reference reference) => ReferenceFile.Named(suffix).Write(reference);

    [GeneratedRegex(@"(?<!\\)[&%$#_]")]
    private static partial Regex Unescaped { get; }
}
