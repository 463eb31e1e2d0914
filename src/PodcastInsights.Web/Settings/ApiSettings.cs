using System.ComponentModel;

namespace PodcastInsights.Web.Settings;

/// <summary>Section <c>Api</c>: what is meant for programs.</summary>
internal sealed class ApiSettings : ISettings
{
    public static string Section => "Api";

    /// <summary>Whether scripts of other sites may read it in their readers' browsers.</summary>
    [Description("Whether scripts of other sites may read the API in their readers' browsers (CORS).")]
    public bool AnyOrigin { get; set; } = true;

    public IEnumerable<string> Problems() => [];
}
