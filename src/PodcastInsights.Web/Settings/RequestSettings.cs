using System.ComponentModel;
using System.Globalization;

namespace PodcastInsights.Web.Settings;

/// <summary>Section <c>Request</c>: limits for each request.</summary>
internal sealed class RequestSettings : ISettings
{
    private const int Longest = 600;

    public static string Section => "Request";

    /// <summary>Longest time for a response, including a search; after it the response is 503.</summary>
    [Description("Longest time until an answer is finished.")]
    public int Seconds { get; set; } = 10;

    public IEnumerable<string> Problems()
    {
        if (Seconds is < 1 or > Longest)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Request:Seconds: {Seconds} is not from 1 to {Longest}.");
        }
    }
}
