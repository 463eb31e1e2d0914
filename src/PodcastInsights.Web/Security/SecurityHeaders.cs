using Microsoft.Extensions.Options;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Security;

/// <summary>What browsers are told about every answer. Words of a transcript that slip through encoding must find nothing to run.</summary>
public static class SecurityHeaders
{
    private static readonly TimeSpan OneYear = TimeSpan.FromDays(365);

    /// <summary>Names the policy of pictures that the host gives. One opened on its own is a document, which may run and load nothing.</summary>
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

        // What a page of words could be made to ask its reader for; browsers complain about features that they do not know.
        .AddPermissionsPolicy(policy =>
        {
            policy.AddCamera().None();
            policy.AddMicrophone().None();
            policy.AddGeolocation().None();
            policy.AddPayment().None();
            policy.AddUsb().None();
        })

        // Sent over https alone. Not for subdomains: they may be somebody else's.
        .AddStrictTransportSecurityMaxAge((int)OneYear.TotalSeconds)
        .RemoveServerHeader();
}
