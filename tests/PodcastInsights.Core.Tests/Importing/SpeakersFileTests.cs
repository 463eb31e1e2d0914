using PodcastInsights.Core.Importing;

namespace PodcastInsights.Core.Tests.Importing;

public sealed class SpeakersFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("library").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("- name: Ada\n  aliases: [Bo, Cy]\n- &a [*a]\n", 3)]
    [InlineData("- name: Ada\n  aliases: [Bo\n", 0)]
    [InlineData("- aliases: [Bo]\n", 1)]
    [InlineData("name: Ada\n", 1)]
    [InlineData("- name: Ada\n  role: king\n", 2)]
    [InlineData("- name: Ada\n  colour: blue\n", 2)]
    [InlineData("- name: [Ada]\n", 1)]
    [InlineData("- name: 'Ada\n", 1)]
    [InlineData("just words", 1)]
    [InlineData("- name: Ada\n  aliases: {a: b}\n", 2)]
    [InlineData("- name: *nobody\n", 1)]
    public void A_mistake_is_named_with_its_line_and_without_names_of_types(string yaml, int line)
    {
        File.WriteAllText(Path.Combine(folder, SpeakersFile.FileName), yaml);

        var (speakers, diagnostics) = SpeakersFile.Read(folder);

        Assert.Empty(speakers);
        var mistake = Assert.Single(diagnostics);
        Assert.Equal(("speakers.invalid", line), (mistake.Code, line == 0 ? 0 : mistake.Line));
        Assert.DoesNotMatch("Exception|System|YamlDotNet|PodcastInsights|`|Entry|List<", mistake.Message);
        Assert.DoesNotContain(folder, mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("# nobody yet\n", 0)]
    [InlineData("- name: Ada\n  aliases:\n-\n- name: Bo\n", 2)]
    public void An_empty_file_is_valid(string yaml, int count)
    {
        File.WriteAllText(Path.Combine(folder, SpeakersFile.FileName), yaml);
        var (speakers, diagnostics) = SpeakersFile.Read(folder);
        Assert.Equal((count, 0), (speakers.Count, diagnostics.Count));
    }

    [Fact]
    public void It_is_read_in_whatever_encoding_it_was_written()
    {
        File.WriteAllText(Path.Combine(folder, SpeakersFile.FileName), "- name: Zoë Brandt\n  aliases: [Zoë]\n", System.Text.Encoding.Latin1);
        var (speakers, diagnostics) = SpeakersFile.Read(folder);
        Assert.Equal(("Zoë Brandt", 1), (speakers.Single().Name, diagnostics.Count));
    }
}
