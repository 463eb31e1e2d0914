using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Search;
using PodcastInsights.Core.Search.Browsing;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Storage.PostgreSql;
using PodcastInsights.Storage.Sqlite;
using PodcastInsights.Web.Answers;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Branding;
using PodcastInsights.Web.Cards;
using PodcastInsights.Web.Citing;
using PodcastInsights.Web.Discovery;
using PodcastInsights.Web.Embedding;
using PodcastInsights.Web.Feeds;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Mcp;
using PodcastInsights.Web.Observability;
using PodcastInsights.Web.Pages;
using PodcastInsights.Web.Recordings;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Security;
using PodcastInsights.Web.Settings;
using PodcastInsights.Web.Twins;

namespace PodcastInsights.Web;

/// <summary>All wiring: the services the app is made of, and the way a request takes through them.</summary>
internal static class PodcastInsightsApp
{
    /// <summary>What serving and importing share: the settings, the log and the store.</summary>
    /// <returns>The library's settings, for those who need them at once.</returns>
    public static LibrarySettings AddLibrary(this WebApplicationBuilder builder)
    {
        builder.AddLogging();
        builder.Services.AddSingleton(TimeProvider.System);
        var library = builder.AddSettings<LibrarySettings>();
        if (library.IsOnServers)
        {
            builder.Services.AddPostgresStorage(library.Database);
        }
        else
        {
            library.MakeDatabaseFolder();
            builder.Services.AddSqliteStorage(library.DatabaseFile);
        }

        builder.Services.AddSingleton(builder.AddSettings<ImportSettings>().Limits with { KeepEarlierWords = library.KeepEarlierWords });
        builder.Services.AddSingleton<LibraryImporter>();
        builder.Services.AddSingleton<LibraryState>();
        builder.Services.AddSingleton<LibraryStatusReader>();
        return library;
    }

    public static void AddPodcastInsights(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.AddLibrary();
        builder.AddTelemetry();
        builder.AddRequestBounds(builder.AddSettings<RequestSettings>());

        var services = builder.Services;
        services.AddSingleton<LibraryVersion>();
        services.AddSingleton<LibrarySearch>();
        services.AddSingleton<ISearchIndex>(provider =>
            ActivatorUtilities.CreateInstance<TimeLimitedSearch>(provider, provider.GetRequiredService<LibrarySearch>()));
        services.AddSingleton<ILibraryDirectory>(provider => new TimeLimitedDirectory(provider.GetRequiredService<LibrarySearch>()));
        services.AddSingleton<LibraryFailures>();
        services.AddSingleton<LibraryStart>();
        services.AddHostedService(static provider => provider.GetRequiredService<LibraryStart>());
        services.AddHostedService<LibraryImportService>();
        services.AddHostedService<LibraryCheck>();
        services.AddHostedService<ServerLog>();
        services.AddHealthChecks().AddCheck<LibraryReadyCheck>("library");

        services.AddRequestLocalization(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(SiteLanguage.English.Culture);
            options.SupportedCultures = options.SupportedUICultures = [.. SiteLanguage.All.Select(l => l.Culture)];
            options.RequestCultureProviders = [new AddressCultureProvider()];
            options.ApplyCurrentCultureToResponseHeaders = true;
        });
        services.AddForwardedClients(builder.AddSettings<ProxySettings>());
        builder.AddSettings<StatusSettings>();
        builder.AddSettings<RecordingSettings>();
        services.AddAnswers();
        services.AddClientRateLimit(builder.AddSettings<RateLimitSettings>());

        // Chinese letters as they are: a numeric reference would take eight bytes for three.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorPages(options =>
        {
            options.Conventions.AddFolderRouteModelConvention("/", new LocalisedRoutes().Apply);
            options.Conventions.AddFolderRouteModelConvention("/", new TwinRoutes().Apply);
        }).AddMvcOptions(options => options.Filters.Add(new TwinFilter()));
        services.AddHttpContextAccessor();
        services.AddSite(builder.AddSettings<SiteSettings>());
        services.AddScoped(provider => new SiteLinks(
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext!, provider.GetRequiredService<Site>().CardVersion));
        services.AddPodcastSecurityHeaders();
        builder.AddSettings<ApiSettings>();
        services.AddPodcastInsightsApi();
        services.AddFeeds();
        builder.AddMcpEndpoint();

        services.Configure<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new KeysInMemory();
            options.XmlEncryptor = new NullXmlEncryptor();
        });
    }

    public static void UsePodcastInsights(this WebApplication app)
    {
        app.Use(ClientConnections.SignOnAsync);
        app.UseMiddleware<SitePath>();
        app.UseForwardedHeaders();
        app.UseRequestLog();
        app.UsePodcastSecurityHeaders();
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseMiddleware<OtherOrigins>();
        app.Use(OddRequests.RefuseAsync);
        app.Use(ReadOnlyHttp.RefuseWritingAsync);
        app.UseRateLimiter();
        app.Use(CanonicalAddress.RedirectAsync);
        app.UseMiddleware<McpEndpoint>();
        app.UseMiddleware<RenderFirst>();

        // From here on an answer is rendered into memory, apart from the connection that asked for it.
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseWhen(
            context => context.Request.IsApi(),
            api => api.UseStatusCodePages(bare => Problems.Of(bare.HttpContext.Response.StatusCode).ExecuteAsync(bare.HttpContext)));
        app.UseFailedRequests();
        app.Use(TimeLimit.AnswerInTimeAsync);
        app.Use(RequestBounds.RefuseOutOfBoundsAsync);
        app.Use(FormerAddresses.RedirectAsync);

        app.MapStaticAssets().Add(VersionedAssets.KeepForGood);
        app.MapRazorPages().WithStaticAssets().Add(DerivedFromLibrary.Mark);
        app.MapSiteFiles();
        app.MapCards();
        app.MapRecordings();
        app.MapReferences();
        app.MapSearchFiles();
        app.MapOEmbed();
        app.MapOpenSearch();
        app.MapLlmsText();
        app.MapFeeds();
        app.MapCrawlers();
        app.MapPodcastInsightsApi();
        app.MapMcpEndpoint();
        app.MapHealthChecks(HealthAddresses.Live, new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks(HealthAddresses.Ready);
    }
}
