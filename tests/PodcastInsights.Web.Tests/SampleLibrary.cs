namespace PodcastInsights.Web.Tests;

/// <summary>A small made-up library in the format of the bilingual archive, with its damage, in a temporary folder.</summary>
internal static class SampleLibrary
{
    public const string BothEditions = "mira-okafor";
    public const string Umlaut = "jurgen-holm";
    public const string Chinese = "林晓雨";

    /// <summary>With times, a date, topics and a recording.</summary>
    public const string Timed = "rosa-lind";

    /// <summary>In two languages, each with turns of its own.</summary>
    public const string Twins = "winter-market";

    /// <summary>With headings between its turns, in two languages, and a recording.</summary>
    public const string Sections = "odile-varga";

    public const int EpisodeCount = 6;

    /// <summary>Text that would be executed or end the element without encoding.</summary>
    public const string Hostile = "<script>alert('x')</script></p><img src=x onerror=alert(1)> & \"quoted\"";

    /// <summary>Repeated to fill more than a screen.</summary>
    private const string LongNight = "The flour sacks had become wet, and so we dried them one by one before the big oven. ";

    private const string Advertisement =
        "Let me tell you about our sponsor. This episode is brought to you by Harbourline, the logbook for small crews. "
        + "Go to harbourline.example/tide and get a month free.";

    private const string Talk = $"""
        **Welcome to the tide table, the show about boats and the people who mend them. Today Mira Okafor is here, and [inaudible 00**:

        12:54] she has brought a hammer.
        Mira Okafor :
        Thank you for having me. I have mended wooden boats for twenty years and every one of them leaked.
        :
        The trick is to know which leak matters. A slow leak tells you where the wood is thirsty.
        Petra :
        {Advertisement}
        :
        So which leak was the worst of them all?
        Mira Okafor :
        The copper ketch, without a doubt. We found the leak on a lighthouse island, in the rain, with a spoon.
        Petra :
        With a spoon? Would you do it again tomorrow?
        Mira Okafor :
        Every time. The copper ketch is still afloat, and so is the spoon.
        Petra :
        Thank you, Mira. Good tides to everyone who listened.
        """;

    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        Put("Mira Okafor.md", EnglishFile("Mira Okafor", Talk));
        Put("Mira Okafor.zh.md", ChineseFile("Mira Okafor", Talk));
        Put("Jürgen Holm.md", EnglishFile("Jürgen Holm", $"""
            Petra :
            Jürgen, what is the strangest thing you found in a hull?
            Jürgen Holm :
            A note that said {Hostile} and nothing else. I kept it, of course.
            Petra :
            Of course. And the lighthouse, does it still stand?
            Jürgen Holm :
            It stands, and it is lit again every winter.
            """));
        Put("林晓雨.zh.md", ChineseFile("林晓雨", """
            主持人 :
            欢迎来到潮汐时刻，今天我们聊一聊灯塔和木船的修理。
            林晓雨 :
            谢谢邀请。我在海边长大，小时候最喜欢看灯塔亮起来的那一刻。
            主持人 :
            那你后来为什么开始修木船呢？
            林晓雨 :
            因为木船会说话，它漏水的地方就是它想告诉你的事情。
            """));

        Put("Rosa Lind.md", """
            ---
            guest: Rosa Lind
            title: 'How a bakery opens: flour before dawn'
            youtube_url: https://www.youtube.com/watch?v=abcdefghijk
            publish_date: 2024-05-06
            duration_seconds: 3723
            channel: The Slow Oven
            keywords: [bread, small business]
            ---
            # How a bakery opens: flour before dawn

            ## Transcript

            Petra (00:00:00):
            Welcome to the show. My guest today is Rosa Lind. Rosa, when does the first loaf go in?

            Rosa Lind (00:00:09):
            At three, before the street wakes. The oven needs an hour, and so do I.

            Petra (00:01:20):
            And what do you do with the bread of yesterday?

            Rosa Lind (00:01:31):
            I bake it again, with honey. Nobody has complained so far.

            (00:01:45):
            And on Sundays the children of the street get the crusts, for nothing.

            Petra (00:02:00):
            Tell me about the longest night you had in there.

            Rosa Lind (00:02:04):
            """ + " " + string.Concat(Enumerable.Repeat(LongNight, 30)));
        Put("Winter Market.md", """
            # Winter Market

            **Petra:** What do you sell when the fair is under snow?

            **Nils:** Candles, mostly, and soup for the ones who sell candles.

            **Petra:** That is a fine business.
            """);
        Put("Winter Market.zh.md", """
            # 冬日集市

            **佩特拉:** 集市被雪盖住的时候，你卖什么呢？

            **尼尔斯:** 主要卖蜡烛，也给卖蜡烛的人卖热汤。

            **佩特拉:** 这真是一门好生意。
            """);

        Put("Odile Varga.md", """
            ---
            format: episode-markdown
            title: "The clocks of Odile Varga"
            guests: "Odile Varga"
            media_url: "https://www.youtube.com/watch?v=klmnopqrstu"
            duration_seconds: "900"
            ---

            ## Transcript

            **Nora Field** (0:00:00): Welcome to the show. Odile Varga is here, who winds the town's clocks.

            ### (0:00:12) How it began

            **Nora Field** (0:00:12): Odile, who gave you the first key to the tower?

            **Odile Varga** (0:00:20): My aunt did, on the day the pendulum stopped.

            ### A pendulum & its <weight>

            **Odile Varga** (0:04:05): It weighs as much as a calf. One learns to greet it.

            **Nora Field** (0:05:10): And does it greet you back, after all these years?

            **Odile Varga** (0:05:20): Every second, with a bow.

            ### (0:09:30) How it began

            **Nora Field** (0:09:31): Let us hear the beginning once more, for the children.

            **Odile Varga** (0:09:40): A key, an aunt, a silent tower.
            """);
        Put("Odile Varga.zh.md", """
            ---
            format: episode-markdown
            title: "奥迪尔的钟"
            language: "zh"
            ---

            ## Transcript

            **诺拉** (0:00:00): 晚上好。奥迪尔给全城的钟上发条。

            ### (0:00:12) 怎么开始的

            **诺拉** (0:00:12): 奥迪尔，第一把钟楼的钥匙是谁给你的呢？

            **奥迪尔** (0:00:20): 是我姑妈，钟摆停下的那一天。

            **奥迪尔** (0:04:05): 它和小牛一样重。
            """);

        void Put(string name, string text)
        {
            File.WriteAllText(Path.Combine(folder, name), text);

            // Feeds date episodes by their files where these name no date; every library written here is to say the same.
            File.SetLastWriteTimeUtc(Path.Combine(folder, name), new DateTime(2024, 6, 1, 8, 0, 0, DateTimeKind.Utc));
        }
    }

    private static string EnglishFile(string guest, string talk) =>
        Episode(guest, "## About the Guest | 关于嘉宾", "## Key Takeaways | 核心要点", "## Full Conversation | 完整对话", talk);

    private static string ChineseFile(string guest, string talk) =>
        Episode(guest, "## ## 关于嘉宾 | About the Guest", "## ## 核心要点 | Key Takeaways", "## ## 完整对话 | Full Conversation", talk);

    private static string Episode(string guest, string about, string takeaways, string conversation, string talk) => $"""
        # {guest} - Tide Table Insights
        ## {guest} - Tide Table播客洞见

        ---

        {about}

        **{guest}** talked with Petra about boats and leaks.

        **{guest}** 与Petra聊了木船与漏水。

        ---

        {takeaways}

        ### The trick is to know which leak matters

        The trick is to know which leak matters. A slow leak tells you where the wood is thirsty.

        ---

        {conversation}

        *The whole conversation follows.*

        {talk}
        """;
}
