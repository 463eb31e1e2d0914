using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace PodcastInsights.Web.Api;

/// <summary>The parameters <c>page</c> and <c>pageSize</c>, parsed and bounded alike for all lists.</summary>
/// <param name="Page">From 1.</param>
internal readonly record struct Paging(int Page, int PageSize)
{
    /// <summary>Largest page number. Multiplied by the largest page size it stays within 32 bits.</summary>
    public const int LastPage = 1_000_000;

    public const int LargestPage = 100;

    public const string PageParameter = "page";

    /// <param name="usual">The default page size.</param>
    /// <param name="problem">A response that names the parameter that is out of range.</param>
    public static bool TryRead(
        string? page, string? pageSize, int usual, out Paging paging, [NotNullWhen(false)] out ProblemHttpResult? problem)
    {
        paging = new Paging(1, usual);
        problem = null;
        if (!TryReadPage(page, out var number))
        {
            problem = Problems.BadParameter(PageParameter, LastPage);
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

    /// <summary>1 if none is given.</summary>
    public static bool TryReadPage(string? page, out int number) => TryRead(page, LastPage, 1, out number);

    private static bool TryRead(string? text, int most, int otherwise, out int number)
    {
        number = otherwise;
        return text is null
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= most);
    }
}
