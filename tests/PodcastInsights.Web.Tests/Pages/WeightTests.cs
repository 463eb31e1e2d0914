using System.IO.Compression;

namespace PodcastInsights.Web.Tests.Pages;

/// <summary>The number of bytes of a first visit.</summary>
public sealed class WeightTests
{
    private static readonly string Root = Path.Combine(Artifacts.Root, "src", "PodcastInsights.Web", "wwwroot");

    [Theory]
    [InlineData("*.js", 22_000)]
    [InlineData("*.css", 16_000)]
    public void Scripts_and_styles_stay_small(string kind, int most) =>
        Assert.InRange(Files(kind).Sum(Compressed), 1, most);

    [Fact]
    public void Typefaces_that_every_page_loads_stay_small()
    {
        var layout = File.ReadAllText(Path.Combine(Root, "..", "Pages", "Shared", "_Layout.cshtml"));
        var preloaded = Files("*.woff2").Where(file => layout.Contains(Path.GetFileName(file), StringComparison.Ordinal)).ToList();
        Assert.Equal(3, preloaded.Count);
        Assert.InRange(preloaded.Sum(file => new FileInfo(file).Length), 1, 75_000);
    }

    [Fact]
    public void What_others_made_has_its_licence_beside_it() =>
        Assert.All(
            Directory.EnumerateDirectories(Path.Combine(Root, "lib")),
            folder => Assert.True(File.Exists(Path.Combine(folder, "LICENSE.txt")), folder));

    private static IEnumerable<string> Files(string kind) => Directory.EnumerateFiles(Root, kind, SearchOption.AllDirectories);

    private static long Compressed(string file)
    {
        using var sink = new MemoryStream();
        using (var brotli = new BrotliStream(sink, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(File.ReadAllBytes(file));
        }

        return sink.Length;
    }
}
