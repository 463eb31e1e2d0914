using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using PodcastInsights.Core.Stores;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Library;

namespace PodcastInsights.Web.Mcp;

/// <summary>
/// Reports failures to assistants and to the log, as for all requests. The SDK's own log is disabled (appsettings.json), because it logs an
/// error with a stack trace for each invalid request.
/// </summary>
internal static partial class McpFailures
{
    /// <returns>A sentence without internal details.</returns>
    public static string Told(Exception error, IServiceProvider services)
    {
        if (services.GetRequiredService<ILibraryStore>().ProblemBehind(error) is { } unusable)
        {
            services.GetRequiredService<LibraryFailures>().Met(unusable);
            return Problems.NoDatabase().ProblemDetails.Detail!;
        }

        Log.Failed(services.GetRequiredService<ILogger<McpEndpoint>>(), error);
        return Problems.Failed().ProblemDetails.Detail!;
    }

    /// <summary>Returns the result, or a protocol error with the reason.</summary>
    public static async ValueTask<T> TellAsync<T>(Task<T> answering, IServiceProvider services)
    {
        try
        {
            return await answering;
        }
        catch (Exception error) when (error is not (McpException or OperationCanceledException))
        {
            throw new McpProtocolException(Told(error, services), McpErrorCode.InternalError);
        }
    }

    /// <summary>Reports parameters that the SDK cannot read as such: by itself it reports a fault of the server.</summary>
    public static McpMessageHandler RefuseInvalidParameters(McpMessageHandler next) => async (context, cancellationToken) =>
    {
        try
        {
            await next(context, cancellationToken);
        }
        catch (JsonException)
        {
            throw new McpProtocolException(Problems.InvalidParameters, McpErrorCode.InvalidParams);
        }
    };

    /// <summary>Answers 400 where a parameter is of a kind that the SDK cannot read: it throws what it should tell the client.</summary>
    public static void RefuseOddParameters(EndpointBuilder endpoint)
    {
        var answer = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = async context =>
        {
            try
            {
                await answer(context);
            }
            catch (JsonException) when (!context.Response.HasStarted)
            {
                await Problems.OddParameters().ExecuteAsync(context);
            }
        };
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A question of an assistant could not be answered")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
