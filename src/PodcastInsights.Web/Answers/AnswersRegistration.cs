namespace PodcastInsights.Web.Answers;

/// <summary>What <see cref="RenderFirst"/> is made of.</summary>
internal static class AnswersRegistration
{
    public static void AddAnswers(this IServiceCollection services)
    {
        services.AddSingleton<AnswerStore>();
        services.AddSingleton<AnswersUnderWay>();
        services.AddSingleton<RenderingPlaces>();
        services.AddSingleton<Renderer>();

        // Renderings keep threads of the pool busy. As many more are there at once for all else, which would wait for a rendering to end.
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, 2 * RenderingPlaces.All), completions);
    }
}
