using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace PodcastInsights.Web.Tests.Api.Description;

/// <summary>A client that NSwag makes of the description compiles, and reads the running server.</summary>
public sealed class GeneratedClientTests(WebApp app)
{
    /// <summary>What a program says to the client: if a name or a type of the API changes, this does not compile.</summary>
    private const string Reading = """
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Threading.Tasks;

        namespace Generated
        {
            public static class Reading
            {
                public static async Task<string[]> ReadAsync(HttpClient http)
                {
                    var client = new LibraryClient(http);
                    var said = new List<string>();
                    EpisodesResponse episodes = await client.ListEpisodesAsync(order: EpisodeOrder.Title, pageSize: 2, page: 1);
                    int total = episodes.Total;
                    said.Add($"{total} {episodes.Items.Count}");

                    EpisodeResponse episode = await client.GetEpisodeAsync("mira-okafor", "en");
                    TurnResponse turn = episode.Turns.First(one => one.Paragraphs.Any(paragraph => paragraph.Text.Contains("copper ketch, without")));
                    double? start = turn.StartSeconds;
                    said.Add($"{episode.Speakers.First(one => one.Role == SpeakerRole.Guest).Name} {start is null} {episode.PublishedOn is null}");

                    TurnMatchResponse match = await client.GetTurnAsync("mira-okafor", turn.Id, w: "2-3");
                    said.Add($"{match.Match} {match.Quote!.Text}");

                    SearchResponse found = await client.SearchTurnsAsync(q: "spoon", speaker: new[] { "petra", "mira" }, sort: SearchOrder.Place, literal: true);
                    said.Add($"{found.Total} {string.Concat(found.Items.First().Snippet.Where(piece => piece.Match).Select(piece => piece.Text))}");

                    CheckResponse check = await client.CheckQuotationAsync("Purple umbrellas dance over quiet mountains");
                    said.Add($"{check.Verdict}");

                    SpeakersResponse speakers = await client.ListSpeakersAsync(role: HostOrGuest.Guest);
                    said.Add($"{speakers.Items.Any(one => one.Slug == "mira-okafor")}");

                    using (FileResponse table = await client.SearchTurnsAsTableAsync(q: "spoon"))
                    using (FileResponse captions = await client.ExportEpisodeAsync("rosa-lind", ExportFormat.Srt))
                    {
                        string words = new StreamReader(table.Stream).ReadToEnd(), times = new StreamReader(captions.Stream).ReadToEnd();
                        said.Add($"{words.Contains("\"words\"")} {times.Contains("-->")}");
                    }

                    try
                    {
                        await client.GetEpisodeAsync("nobody");
                    }
                    catch (ApiException<ProblemDetails> problem)
                    {
                        said.Add($"{problem.StatusCode} {problem.Result.Detail}");
                    }

                    return said.ToArray();
                }
            }
        }
        """;

    [Fact]
    public async Task It_reads_lists_episodes_words_files_and_errors()
    {
        var source = await GenerateAsync(await app.Client.GetStringAsync("/openapi/v1.json"));
        var context = new AssemblyLoadContext("generated", isCollectible: true);
        try
        {
            using var program = Compile(source, Reading);
            var read = context.LoadFromStream(program).GetType("Generated.Reading")!.GetMethod("ReadAsync")!
                .CreateDelegate<Func<HttpClient, Task<string[]>>>();
            Assert.Equal(
                [
                    $"{SampleLibrary.EpisodeCount} 2", "Mira Okafor True True", "Exact copper ketch", "3 spoon", "NotFound", "True", "True True",
                    "404 There is no episode with the slug 'nobody'.",
                ],
                await read(app.Client));
        }
        finally
        {
            context.Unload();
        }
    }

    private static async Task<string> GenerateAsync(string description)
    {
        var settings = new CSharpClientGeneratorSettings
        {
            ClassName = "LibraryClient",
            GenerateOptionalParameters = true,
            CSharpGeneratorSettings = { Namespace = "Generated", GenerateNullableReferenceTypes = true },
        };
        return new CSharpClientGenerator(await OpenApiDocument.FromJsonAsync(description), settings).GenerateFile();
    }

    private static MemoryStream Compile(params string[] sources)
    {
        var known = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "generated",
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            known.Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var program = new MemoryStream();
        var result = compilation.Emit(program);
        Assert.Equal([], result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Select(one => one.ToString()));
        program.Position = 0;
        return program;
    }
}
