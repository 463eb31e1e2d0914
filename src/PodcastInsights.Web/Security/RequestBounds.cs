using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Web.Answers;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Mcp;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Security;

/// <summary>How long a request may be, and what its connection may hold.</summary>
public static class RequestBounds
{
    /// <summary>
    /// Characters of path and query, as sent: the longest query that is searched, all of it percent-encoded Chinese, and filters
    /// beside it; or the longest text that is checked, where it is English.
    /// </summary>
    public const int AddressCharacters = 8000;

    /// <summary>Bytes: the longest text that the form for quotations takes, all of it Chinese, and its address.</summary>
    private const int RequestLine = (QuotationReport.LongestText * 9) + 1024;

    /// <summary>Bytes of an answer that the system holds for one connection; it counts as much again for its own book-keeping.</summary>
    private const int SendBuffer = 64 << 10;

    public static void AddRequestBounds(this WebApplicationBuilder builder, RequestSettings settings)
    {
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            var limits = options.Limits;

            // A page's form cannot send more; what is sent and is too long is told so, which the server itself does not.
            limits.MaxRequestLineSize = RequestLine;

            // Nothing is read from a body but at one address. Elsewhere this much is taken from the wire, so that the connection stays of use.
            limits.MaxRequestBodySize = McpDoor.LongestBody;
            limits.MaxRequestHeadersTotalSize = 16 << 10;
            limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);

            // What one that does not read holds: this, a piece of the answer on top, and what the system takes for its socket.
            limits.MaxResponseBufferSize = Answer.Piece;
            limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 2000, gracePeriod: TimeSpan.FromSeconds(10));
            limits.Http2.MaxStreamsPerConnection = 20;

            // Some more than are kept, as one that is ended takes a moment.
            limits.MaxConcurrentConnections = ClientConnections.Most + (ClientConnections.Most / 10);
            var connections = options.ApplicationServices.GetRequiredService<ClientConnections>();
            options.ConfigureEndpointDefaults(listen => listen.Use(next => connection => connections.RunAsync(connection, next)));
        });
        builder.Services.AddSingleton<ClientConnections>();
        builder.Services.Configure<SocketTransportOptions>(options => options.CreateBoundListenSocket = Listen);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(settings.Seconds));
    }

    /// <summary>Accepted sockets have the send buffer of the one that listens; the system's own grows to megabytes behind one who does not read.</summary>
    private static Socket Listen(EndPoint address)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(address);
        socket.SendBufferSize = SendBuffer;
        return socket;
    }

    /// <summary>
    /// Every list takes the parameter <c>page</c>, so its bounds are looked at in one place; the API's own answers name it as well.
    /// </summary>
    public static Task RefuseOutOfBoundsAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var request = context.Request;
        if (request.Path.ToUriComponent().Length + request.QueryString.ToUriComponent().Length > AddressCharacters)
        {
            var tooLong = Wording.Of(Texts.AddressTooLong, Wording.Grouped(AddressCharacters));
            return Refusal.AnswerAsync(context, Problems.LongAddress(AddressCharacters), tooLong);
        }

        if (request.IsApi() || Paging.TryReadPage(request.Query["page"], out _))
        {
            return next(context);
        }

        var outOfBounds = Wording.Of(Texts.PageOutOfBounds, Wording.Grouped(Paging.LastPage));
        return Refusal.AnswerAsync(context, Problems.BadParameter("page", Paging.LastPage), outOfBounds);
    }
}
