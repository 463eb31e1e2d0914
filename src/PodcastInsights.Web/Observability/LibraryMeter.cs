using System.Diagnostics;
using System.Diagnostics.Metrics;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Web.Observability;

/// <summary>Metrics of imports, searches and database servers. Request latencies are in ASP.NET Core's own meter.</summary>
internal sealed class LibraryMeter
{
    public const string Name = "PodcastInsights";

    private readonly Histogram<double> imports;
    private readonly Counter<long> failedFiles;
    private readonly Histogram<double> searches;
    private readonly Histogram<int> results;

    public LibraryMeter(IMeterFactory meters, ILibraryStore store)
    {
        ArgumentNullException.ThrowIfNull(meters);
        ArgumentNullException.ThrowIfNull(store);
        var meter = meters.Create(Name);
        imports = meter.CreateHistogram<double>("podcast_insights.import.duration", "s", "How long imports took.");
        failedFiles = meter.CreateCounter<long>("podcast_insights.import.failed_files", "{file}", "Files that an import could not read.");
        searches = meter.CreateHistogram<double>("podcast_insights.search.duration", "s", "How long searches took.");
        results = meter.CreateHistogram<int>("podcast_insights.search.results", "{turn}", "Turns that searches found.");
        meter.CreateObservableGauge(
            "podcast_insights.server.up",
            () => store.Servers.Select(server => new Measurement<int>(server.IsUp ? 1 : 0, TagsOf(server))),
            "1",
            "Whether a server of the database answers.");
        meter.CreateObservableGauge(
            "podcast_insights.server.behind",
            () => store.Servers.Where(server => server is { IsUp: true, Behind: not null })
                .Select(server => new Measurement<long>(server.Behind!.Value, TagsOf(server))),
            "{version}",
            "By how many versions of the library a server is behind the newest.");
        Activities = new ActivitySource(Name);
    }

    /// <summary>Traces of imports and searches, without the text searched for.</summary>
    public ActivitySource Activities { get; }

    public void Imported(ImportReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        imports.Record(report.Elapsed.TotalSeconds);
        failedFiles.Add(report.Failed);
    }

    public void Searched(TimeSpan elapsed, int found)
    {
        searches.Record(elapsed.TotalSeconds);
        results.Record(found);
    }

    private static KeyValuePair<string, object?>[] TagsOf(StoreServer server) =>
        [new("server.address", server.Name), new("role", server.TakesWrites ? "primary" : "standby")];
}
