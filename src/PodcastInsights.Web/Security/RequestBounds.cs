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

/// <summary>Limits the size of requests and the memory of connections.</summary>
internal static class RequestBounds
{
    /// <summary>
    /// Longest path and query as sent, in characters: the longest query in percent-encoded Chinese with filters, or the longest English
    /// text to be checked.
    /// </summary>
    public const int AddressCharacters = 8000;

    /// <summary>Longest request line in bytes: the longest text of the form for quotations in percent-encoded Chinese, and its address.</summary>
    private const int RequestLine = (QuotationReport.LongestText * 9) + 1024;

    /// <summary>Send buffer of a connection in bytes; the system doubles it for its own use.</summary>
    private const int SendBuffer = 64 << 10;

    public static void AddRequestBounds(this WebApplicationBuilder builder, RequestSettings settings)
    {
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            var limits = options.Limits;

            // Forms cannot send more. Longer requests get an explanation, which the server itself would not give.
            limits.MaxRequestLineSize = RequestLine;

            // Only one address reads a body. Elsewhere this much is drained, so that the connection can be reused.
            limits.MaxRequestBodySize = McpEndpoint.LongestBody;
            limits.MaxRequestHeadersTotalSize = 16 << 10;
            limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);

            // Memory of a connection whose client does not read: this, one piece of the response, and the socket buffer.
            limits.MaxResponseBufferSize = Answer.Piece;
            limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 2000, gracePeriod: TimeSpan.FromSeconds(10));
            limits.Http2.MaxStreamsPerConnection = 20;

            // Slightly more than the limit, because closing a connection takes a moment.
            limits.MaxConcurrentConnections = ClientConnections.Most + (ClientConnections.Most / 10);
            var connections = options.ApplicationServices.GetRequiredService<ClientConnections>();
            options.ConfigureEndpointDefaults(listen => listen.Use(next => connection => connections.RunAsync(connection, next)));
        });
        builder.Services.AddSingleton<ClientConnections>();
        builder.Services.Configure<SocketTransportOptions>(options => options.CreateBoundListenSocket = Listen);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(settings.Seconds));
    }

    /// <summary>
    /// Sets the send buffer on the listening socket, which accepted sockets inherit; otherwise the system grows it to megabytes for clients
    /// that do not read.
    /// </summary>
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
