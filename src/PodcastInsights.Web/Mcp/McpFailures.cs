using ModelContextProtocol;
using PodcastInsights.Core.Stores;
using PodcastInsights.Web.Api;
using PodcastInsights.Web.Library;

namespace PodcastInsights.Web.Mcp;

/// <summary>
/// What an assistant is told where an answer failed, and what the log is: as of every request. The SDK's own log is left out
/// (appsettings.json), as it has an error with a stack for each mistake of a client.
/// </summary>
internal static partial class McpFailures
{
    /// <returns>A sentence that says nothing of the inside.</returns>
    public static string Told(Exception error, IServiceProvider services)
    {
        if (services.GetRequiredService<ILibraryStore>().ProblemBehind(error) is { } unusable)
        {
            services.GetRequiredService<LibraryFailures>().Met(unusable);
            return Problems.NoDatabase().ProblemDetails.Detail!;
        }

        Log.Failed(services.GetRequiredService<ILogger<McpDoor>>(), error);
        return Problems.Failed().ProblemDetails.Detail!;
    }

    /// <summary>The answer, or an error of the protocol that tells what failed.</summary>
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

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A question of an assistant could not be answered")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
