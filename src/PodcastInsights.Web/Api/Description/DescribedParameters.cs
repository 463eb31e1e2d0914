using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Exports;
using PodcastInsights.Core.Search.Querying;
using PodcastInsights.Web.Answers;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Api.Description;

/// <summary>
/// The schema and an example of each parameter. Handlers take all parameters as text, so that they can explain what is invalid; the schemas
/// say what is valid. Only a range of words that ends before it begins is valid here and rejected by the handler.
/// </summary>
internal static class DescribedParameters
{
    /// <summary>Any text that is not blank.</summary>
    private const string NotBlank = @"\S";

    /// <param name="taken">Parameters that the handler does not declare.</param>
    /// <param name="pages">Null if the response is not a page of a list.</param>
    public static void Change(OpenApiOperation operation, IEnumerable<ITakesParameters> taken, GivesPages? pages, OpenApiDocument document)
    {
        operation.Parameters =
        [
            .. taken.SelectMany(kind => kind.Names.Select(name => Described(kind, name))),
            .. (operation.Parameters ?? []).OfType<OpenApiParameter>().Select(parameter => Described(parameter, operation.OperationId!, pages)),
        ];

        // An enumeration has one name for all operations, so that generators make one type of it.
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
        {
            if (parameter.Schema is OpenApiSchema { Title: { } name } choice)
            {
                choice.Title = null;
                document.AddComponent(name, choice);
                parameter.Schema = new OpenApiSchemaReference(name, document);
            }
        }
    }

    private static OpenApiParameter Described(ITakesParameters kind, string name)
    {
        var (meaning, (schema, example)) = kind switch
        {
            TakesEpisodeListAttribute => (EpisodesApi.Meaning(name), OfEpisodeList(name)),
            TakesSpeakerListAttribute => (SpeakersApi.Meaning(name), OfSpeakerList(name)),
            TakesSearchAttribute when FilterField.Named(name) is { } field => ($"{SearchApi.Meaning(name)} Given several times, it takes any of its values.", OfFilter(field)),
            TakesSearchAttribute => (SearchApi.Meaning(name), OfSearch(name)),
            _ => throw new NotSupportedException($"{kind} is not described."),
        };
        return new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = meaning, Schema = schema, Example = example };
    }

    private static OpenApiParameter Described(OpenApiParameter declared, string operation, GivesPages? pages)
    {
        (declared.Schema, declared.Example) = (operation, declared.Name) switch
        {
            (_, "page") => (WholeNumber(1, Paging.LastPage, 1), 1),
            (_, "pageSize") => (WholeNumber(1, Paging.LargestPage, pages!.UsualPageSize), 20),
            (_, "slug") => (Text(), "mira-okafor"),
            (_, "id") => (Text(), "12-1jc4k0"),
            (_, "lang") => (Text($"^({EditionLanguage.Original}|[A-Za-z]{{2,3}})$"), "en"),
            (_, "w") => (Text(@"^[1-9][0-9]{0,4}-([1-9]\.)?[1-9][0-9]{0,4}(-[0-9a-z]{6})?$"), "12-20-1jc4k0"),
            (_, "format") => OneOf("ExportFormat", [.. EpisodeExports.All.Select(export => export.Name)]),
            (_, "text") => (Text(NotBlank, QuotationReport.LongestText), "The copper ketch is still afloat, and so is the spoon."),
            ("CheckQuotation", "speaker") => (Text(), "Mira Okafor"),
            ("Suggest", "q") => (Text(), "copper ke"),
            ("ListFiles", "show") => OneOf("FilesShown", [.. FileQuestion.Choices]),
            ("ListFiles", "code") => (Text(), "file.binary"),
            ("ListFiles", "q") => (Text(), "Okafor"),
            (_, "after") => (Text(), "Mira Okafor.md"),
            _ => throw new NotSupportedException($"{operation} takes '{declared.Name}', which is not described."),
        };
        declared.Description = declared.Name switch
        {
            "page" => "Number of the page, from 1.",
            "pageSize" => "Most items that the page holds.",
            _ => declared.Description,
        };
        declared.Required = declared.In == ParameterLocation.Path || declared.Name == "text";
        return declared;
    }

    private static (OpenApiSchema Schema, JsonNode? Example) OfEpisodeList(string name) => name switch
    {
        "role" => OneOf("HostOrGuest", "host", "guest"),
        "lang" => (Text("^[A-Za-z]{2,3}$"), "en"),
        "year" => (WholeNumber(1000, 9998), 2024),
        "speaker" => (Text(@"^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$"), "mira-okafor"),
        "order" => OneOf("EpisodeOrder", [.. Enum.GetValues<EpisodeOrder>().Select(EpisodeListAddress.NameOf)]),
        "topic" => (Text(), "small-business"),
        "show" => (Text(), "The Slow Oven"),
        _ => (Text(), "mira"),
    };

    private static (OpenApiSchema Schema, JsonNode? Example) OfSpeakerList(string name) => name switch
    {
        "role" => OneOf("HostOrGuest", "host", "guest"),
        "order" => OneOf("SpeakerOrder", [.. Enum.GetValues<SpeakerOrder>().Select(SpeakerListAddress.NameOf)]),
        _ => (Text(), "mira"),
    };

    private static (OpenApiSchema Schema, JsonNode? Example) OfSearch(string name) => name switch
    {
        "q" => (Text(), "copper ketch"),
        "sort" => OneOf("SearchOrder", [.. SearchAddress.Sorts.Select(one => one.ToString().ToLowerInvariant())]),
        _ => (new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = false }, true),
    };

    private static (OpenApiSchema Schema, JsonNode? Example) OfFilter(FilterField field) =>
        (new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text(), MaxItems = SearchAddress.MostOfOne }, new JsonArray(field.Example));

    private static OpenApiSchema Text(string? pattern = null, int? longest = null) => new()
    {
        Type = JsonSchemaType.String,
        Pattern = pattern,
        MinLength = longest is null ? null : 1,
        MaxLength = longest,
    };

    private static (OpenApiSchema Schema, JsonNode? Example) OneOf(string name, params string[] values) =>
        (new OpenApiSchema { Title = name, Type = JsonSchemaType.String, Enum = [.. values.Select(value => (JsonNode)value)] }, values[0]);

    private static OpenApiSchema WholeNumber(int least, int most, int? usual = null) => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Minimum = least.ToText(),
        Maximum = most.ToText(),
        Default = usual,
    };
}
