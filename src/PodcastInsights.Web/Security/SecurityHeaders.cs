using Microsoft.Extensions.Options;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Security;

/// <summary>Security headers of every response. Transcript text that evades encoding must find nothing to execute.</summary>
internal static class SecurityHeaders
{
    private static readonly TimeSpan OneYear = TimeSpan.FromDays(365);

    /// <summary>
    /// Name of the policy for pictures of the site's owner. A picture opened on its own is a document, which may load and run nothing.
    /// </summary>
    public const string OfPictures = "pictures";

    public static void AddPodcastSecurityHeaders(this IServiceCollection services) => services.AddSecurityHeaderPolicies()
        .AddPolicy(OfPictures, Common().AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().None();
            policy.AddStyleSrc().UnsafeInline();
            policy.AddImgSrc().Data();
            policy.AddBaseUri().None();
            policy.AddFrameAncestors().None();
            policy.AddSandbox();
        }));

    public static void UsePodcastSecurityHeaders(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseSecurityHeaders(Policies(app.ApplicationServices.GetRequiredService<IOptions<RecordingSettings>>().Value));
    }

    private static HeaderPolicyCollection Policies(RecordingSettings recordings) => Common().AddContentSecurityPolicy(policy =>
    {
        policy.AddDefaultSrc().None();
        policy.AddScriptSrc().Self();
        policy.AddStyleSrc().Self();
        policy.AddImgSrc().Self();
        policy.AddFontSrc().Self();
        policy.AddConnectSrc().Self();
        var media = policy.AddMediaSrc().Self();
        foreach (var host in recordings.Names)
        {
            media.From($"https://{host}");
        }

        policy.AddFormAction().Self();
        policy.AddBaseUri().None();
        policy.AddFrameAncestors().None();
    });

    private static HeaderPolicyCollection Common() => new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())

        // Features that a page could request; browsers warn about unknown ones.
        .AddPermissionsPolicy(policy =>
        {
            policy.AddCamera().None();
            policy.AddMicrophone().None();
            policy.AddGeolocation().None();
            policy.AddPayment().None();
            policy.AddUsb().None();
        })

        // Sent over HTTPS only. Without subdomains, which may belong to somebody else.
        .AddStrictTransportSecurityMaxAge((int)OneYear.TotalSeconds)
        .RemoveServerHeader();
}
