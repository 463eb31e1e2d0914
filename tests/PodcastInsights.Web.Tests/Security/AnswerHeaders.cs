namespace PodcastInsights.Web.Tests.Security;

/// <summary>Checks the security headers of a response.</summary>
internal static class AnswerHeaders
{
    private static readonly (string Name, string Value)[] Always =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
        ("Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
    ];

    private static readonly string[] Never = ["Server", "Set-Cookie", "X-Powered-By", "Strict-Transport-Security"];

    /// <summary>For a response over plain HTTP, which must not have HSTS.</summary>
    public static void AreOn(HttpResponseMessage answer)
    {
        foreach (var (name, value) in Always)
        {
            Assert.True(answer.Headers.TryGetValues(name, out var given), $"{answer.RequestMessage?.RequestUri} has no {name}");
            Assert.Equal([value], given);
        }

        Assert.DoesNotContain(answer.Headers, header => Never.Contains(header.Key, StringComparer.OrdinalIgnoreCase));
    }
}
