namespace PodcastInsights.Web.Answers;

/// <summary>Registers the services of <see cref="RenderFirst"/>.</summary>
internal static class AnswersRegistration
{
    public static void AddAnswers(this IServiceCollection services)
    {
        services.AddSingleton<AnswerStore>();
        services.AddSingleton<AnswersUnderWay>();
        services.AddSingleton<RenderingPlaces>();
        services.AddSingleton<Renderer>();

        // Renderings block threads of the pool. The minimum is raised by their number, so that other work does not wait for a rendering to
        // end.
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, 2 * RenderingPlaces.All), completions);
    }
}
