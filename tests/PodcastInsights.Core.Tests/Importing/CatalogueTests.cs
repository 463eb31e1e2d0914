using System.Globalization;
using System.Text;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Core.Tests.Importing;

public sealed class CatalogueTests : IDisposable
{
    private const string Talk = "**Mara:** Is the tide in?\n\n**Ora Penn:** No.\n\n**Mara:** Fine.\n";

    private readonly string root = Directory.CreateTempSubdirectory("library").FullName;
    private readonly string folder;

    public CatalogueTests() => folder = Directory.CreateDirectory(Path.Combine(root, "talks")).FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData("index.json", """{"podcasts": [{"title": "Rope", "filename": "p/rope.md", "date": "2031-04-10", "guest": "Ora Penn", "description": "Of ropes.", "post_url": "https://example.org/p/rope"}], "newsletters": [{"title": "Paint", "filename": "n/paint.md"}]}""")]
    [InlineData("index.json", """[{"title": "Rope", "file": "p/rope.md", "publish_date": "April 10, 2031", "guests": ["Ora Penn"], "summary": "Of ropes.", "post_url": "https://example.org/p/rope"}]""")]
    [InlineData("index.json", """{"items": [{"transcript": "./p/rope.md", "title": "Rope", "date": "2031-04-10T00:00:00Z", "guests": [{"name": "Ora Penn"}], "description": "Of ropes.", "post_url": "https://example.org/p/rope"},], /* more to come */ }""")]
    [InlineData("index.json", """{"items": [{"path": "p\\rope.md", "title": "Rope", "date": "2031/4/10", "guest": "Ora Penn", "description": "Of ropes.", "post_url": "https://example.org/p/rope"}, {"name": "no path"}]}""")]
    [InlineData("index.yaml", "podcasts:\n- title: Rope\n  filename: p/rope.md\n  date: 2031-04-10\n  guest: Ora Penn\n  description: Of ropes.\n  post_url: https://example.org/p/rope\n")]
    [InlineData("index.yml", "- {title: Rope, transcript: /p/rope.md, date: 2031-04-10, guests: [Ora Penn], description: Of ropes., post_url: 'https://example.org/p/rope'}\n")]
    [InlineData("p/index.json", """[{"title": "Rope", "file": "rope.md", "date": "2031-04-10", "guest": "Ora Penn", "description": "Of ropes.", "post_url": "https://example.org/p/rope"}]""")]
    [InlineData("p/index.json", """[{"title": "Rope", "file": "p/rope.md", "date": "2031-04-10", "guest": "Ora Penn", "description": "Of ropes.", "post_url": "https://example.org/p/rope"}]""")]
    [InlineData("INDEX.JSON", """[{"title": "Rope", "file": "p/rope.md", "date": "2031-04-10", "guest": "Ora Penn", "description": "Of ropes.", "post_url": "https://example.org/p/rope", "length": 3600.0, "audio": null}]""")]
    public void It_says_of_files_what_they_do_not_say_themselves(string name, string catalogue)
    {
        Write("p/rope.md", Talk);
        Write(name, catalogue);

        var listing = LibraryFolder.List(folder);
        var edition = TranscriptFile.Read(listing.Episodes.Single().Files.Single(), Encoding.UTF8.GetBytes(Talk)).Edition!;

        Assert.Equal([new SkippedFile(name, SkipReason.Catalogue)], listing.Skipped);
        Assert.Equal(
            ("Rope", "2031-04-10", "Of ropes."),
            (edition.Titles["en"], edition.PublishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), edition.Description));
        Assert.Contains(edition.Speakers, speaker => speaker is { Name: "Ora Penn", Role: Core.Episodes.SpeakerRole.Guest });
        Assert.Contains(edition.Metadata, pair => pair is { Key: "post_url", Value: "https://example.org/p/rope" });
        Assert.Null(edition.MediaUrl);
    }

    [Fact]
    public void What_a_file_says_itself_holds()
    {
        Write("index.json", """[{"file": "a.md", "title": "Rope", "date": "2031-04-10", "audio_url": "https://example.org/a.mp3"}]""");
        var text = $"---\ntitle: My own\ndate: 2030-01-01\n---\n{Talk}";
        Write("a.md", text);

        var edition = TranscriptFile.Read(LibraryFolder.List(folder).Episodes.Single().Files.Single(), Encoding.UTF8.GetBytes(text)).Edition!;

        Assert.Equal(
            ("My own", new DateOnly(2030, 1, 1), "https://example.org/a.mp3"), (edition.Titles["en"], edition.PublishedOn, edition.MediaUrl));
    }

    [Theory]
    [InlineData("""[{"file": "../outside.md", "title": "X"}]""")]
    [InlineData("""[{"file": "/etc/passwd.md", "title": "X"}]""")]
    [InlineData("""[{"file": "p/../../outside.md", "title": "X"}]""")]
    [InlineData("""[{"file": "nothing.md", "title": "X"}]""")]
    [InlineData("""[{"file": "a\u0000.md", "title": "X"}]""")]
    [InlineData("""[{"file": "link.md", "title": "X"}]""")]
    public void It_names_no_file_but_the_library_s(string catalogue)
    {
        File.WriteAllText(Path.Combine(root, "outside.md"), Talk);
        File.CreateSymbolicLink(Path.Combine(folder, "link.md"), Path.Combine(root, "outside.md"));
        Write("a.md", Talk);
        Write("index.json", catalogue);

        var listing = LibraryFolder.List(folder);

        Assert.Null(listing.Episodes.Single().Files.Single().Catalogued);
        Assert.Contains(new SkippedFile("index.json", SkipReason.Catalogue), listing.Skipped);
    }

    [Theory]
    [InlineData("index.json", """{"segments": [{"start": 0, "text": "Is the tide in?"}]}""")]
    [InlineData("index.json", """[{"text": "See a.md for more", "title": "X"}]""")]
    [InlineData("index.json", """{"title": "X"}""")]
    [InlineData("index.json", "[]")]
    [InlineData("index.json", "12")]
    [InlineData("catalogue.json", """[{"file": "a.md", "title": "X"}]""")]
    public void Other_json_is_read_as_a_transcript_would_be(string name, string text)
    {
        Write("a.md", Talk);
        Write(name, text);
        Assert.Contains(LibraryFolder.List(folder).Episodes, episode => episode.Files.Any(file => file.Path == name));
    }

    [Theory]
    [InlineData("index.json", "[{\"file\": \"a.md\"")]
    [InlineData("index.yaml", "- file: a.md\n  title: [open\n")]
    [InlineData("index.yaml", "- file: 'a.md\n")]
    [InlineData("index.yaml", "? [a]\n: b\n")]
    [InlineData("index.yaml", "\t- x: @\n")]
    public void One_that_is_broken_is_reported_and_costs_nothing_else(string name, string text)
    {
        Write("a.md", Talk);
        Write(name, text);

        var listing = LibraryFolder.List(folder);

        Assert.Equal(("catalogue.invalid", name), (listing.Problems.Single().Code, listing.Problems.Single().Path));
        Assert.DoesNotContain("Exception", listing.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains(listing.Episodes, episode => episode.Files[0].Path == "a.md");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public void One_nested_deeper_than_a_stack_is_broken_and_no_more(string nest)
    {
        Write("a.md", Talk);
        Write("index.json", string.Concat(Enumerable.Repeat(nest, 100_000)));
        Write("p/index.yaml", string.Concat(Enumerable.Repeat("[", 100_000)));
        Assert.Equal(2, LibraryFolder.List(folder).Problems.Count);
    }

    [Fact]
    public void A_lone_surrogate_invalidates_only_its_text()
    {
        Write("a.md", Talk);
        Write("index.json", "[{\"file\": \"a.md\", \"title\": \"\\ud800\", \"date\": \"2031-04-10\"}]");
        Assert.NotNull(LibraryFolder.List(folder).Episodes.Single().Files.Single().Catalogued);
    }

    [Fact]
    public void Another_word_in_it_makes_another_episode_of_the_same_file()
    {
        Write("a.md", Talk);
        Write("index.json", """[{"file": "a.md", "title": "Rope"}]""");
        var before = LibraryFolder.List(folder).Episodes.Single().Files.Single().Catalogued!.Digest;
        Write("index.json", """[{"title": "Rope", "file": "a.md"}, {"file": "b.md"}]""");
        Assert.Equal(before, LibraryFolder.List(folder).Episodes.Single().Files.Single().Catalogued!.Digest);
        Write("index.json", """[{"title": "Ropes", "file": "a.md"}]""");
        Assert.NotEqual(before, LibraryFolder.List(folder).Episodes.Single().Files.Single().Catalogued!.Digest);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
