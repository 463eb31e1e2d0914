using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

namespace PodcastInsights.Web.Api;

/// <summary>The parameters <c>page</c> and <c>pageSize</c>: read, bounded and described alike by every list.</summary>
/// <param name="Page">From 1.</param>
public readonly record struct Paging(int Page, int PageSize)
{
    /// <summary>The last page number understood; times the largest page it stays within 32 bits.</summary>
    public const int LastPage = 1_000_000;

    public const int LargestPage = 100;

    /// <param name="usual">The page size where none is asked for.</param>
    /// <param name="problem">Names the parameter that is out of bounds.</param>
    public static bool TryRead(
        string? page, string? pageSize, int usual, out Paging paging, [NotNullWhen(false)] out ProblemHttpResult? problem)
    {
        paging = new Paging(1, usual);
        problem = null;
        if (!TryReadPage(page, out var number))
        {
            problem = Problems.BadParameter("page", LastPage);
        }
        else if (!TryRead(pageSize, LargestPage, usual, out var size))
        {
            problem = Problems.BadParameter("pageSize", LargestPage);
        }
        else
        {
            paging = new Paging(number, size);
        }

        return problem is null;
    }

    /// <summary>The handlers take text, to give their own reasons; their description says what the text must be.</summary>
    public static void Describe(OpenApiOperation operation, int usual)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            switch (parameter.Name)
            {
                case "page":
                    parameter.Schema = WholeNumber(1, LastPage);
                    parameter.Description = "Number of the page, from 1.";
                    break;
                case "pageSize":
                    parameter.Schema = WholeNumber(usual, LargestPage);
                    parameter.Description = "Most items that the page holds.";
                    break;
            }
        }
    }

    /// <summary>1 where none is asked for.</summary>
    public static bool TryReadPage(string? page, out int number) => TryRead(page, LastPage, 1, out number);

    private static bool TryRead(string? text, int most, int otherwise, out int number)
    {
        number = otherwise;
        return text is null
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= most);
    }

    private static OpenApiSchema WholeNumber(int usual, int most) => new()
    {
        Type = JsonSchemaType.Integer,
        Format = "int32",
        Minimum = "1",
        Maximum = most.ToString(CultureInfo.InvariantCulture),
        Default = JsonValue.Create(usual),
    };
}
