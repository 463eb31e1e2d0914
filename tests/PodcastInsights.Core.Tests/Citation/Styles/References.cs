using PodcastInsights.Core.Citation.Styles;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Tests.Citation.Styles;

internal static class References
{
    public static Reference English { get; } = new(
        "rosa-lind-12-1jc4k0",
        "How lighthouses learn",
        "en",
        "The Tide Table",
        [PersonName.Of("Petra Holm")],
        [PersonName.Of("Rosa Lind")],
        [PersonName.Of("Rosa Lind")],
        new DateOnly(2024, 2, 8),
        new Timestamp(754_000),
        "https://podcasts.example/episodes/rosa-lind/turns/12-1jc4k0?w=3-9-abc123",
        "Every lamp has a temper.");

    public static Reference Chinese { get; } = new(
        "episode-4-1jc4k0",
        "木船会说话吗？",
        "zh",
        "潮汐时刻",
        [PersonName.Of("海潮生")],
        [PersonName.Of("林晓雨")],
        [PersonName.Of("林晓雨")],
        new DateOnly(2023, 9, 30),
        new Timestamp(3_905_000),
        "https://podcasts.example/zh/episodes/x/turns/4-1jc4k0",
        "因为木船会说话。");
}
