namespace PodcastInsights.Web.Tests.Fetching;

/// <summary>One made-up conversation in the forms in which hosts of podcasts send it.</summary>
internal static class Talks
{
    public const string VoicedVtt = """
        WEBVTT

        00:00:01.000 --> 00:00:03.000
        <v Mara Voss>Is the tide in?

        00:00:03.000 --> 00:00:05.000
        <v Ora Penn>No, it is out.

        00:01:05.000 --> 00:01:07.000
        <v Mara Voss>Then we wait.

        """;

    public const string PlainVtt = """
        WEBVTT

        00:00:01.000 --> 00:00:03.000
        Is the tide in?

        00:00:03.000 --> 00:00:05.000
        No, it is out.

        """;

    public const string Srt = """
        1
        00:00:01,000 --> 00:00:03,000
        Mara Voss: Is the tide in?

        2
        00:00:03,000 --> 00:00:05,000
        Ora Penn: No, it is out.

        3
        00:01:05,000 --> 00:01:07,000
        Mara Voss: Then we wait.

        """;

    public const string PlainSrt = """
        1
        00:00:01,000 --> 00:00:03,000
        Is the tide in?

        2
        00:00:03,000 --> 00:00:05,000
        No, it is out.

        """;

    public const string GermanSrt = """
        1
        00:00:01,000 --> 00:00:03,000
        Mara Voss: Ist die Flut schon da?

        2
        00:00:03,000 --> 00:00:05,000
        Ora Penn: Nein, noch nicht.

        """;

    public const string ChineseVtt = """
        WEBVTT

        00:00:01.000 --> 00:00:03.000
        <v 小满>潮水来了吗？

        00:00:03.000 --> 00:00:05.000
        <v 阿禾>还没有来。

        """;

    public const string Json = """
        {"version":"1.0.0","segments":[
        {"speaker":"Mara Voss","startTime":1.0,"endTime":3.0,"body":"Is the tide in?"},
        {"speaker":"Ora Penn","startTime":3.0,"endTime":5.0,"body":"No, it is out."},
        {"speaker":"Mara Voss","startTime":65.0,"endTime":67.0,"body":"Then we wait."}]}
        """;

    public const string Html = """
        <cite>Mara Voss:</cite>
        <time>0:01</time>
        <p>Is the tide in?</p>
        <cite>Ora Penn:</cite>
        <time>0:03</time>
        <p>No, it is out.</p>
        """;

    public const string Text = """
        Mara Voss: Is the tide in?

        Ora Penn: No, it is out.

        Mara Voss: Then we wait.

        """;

    public const string StampedText = """
        00:00:01
        Speaker 1: Is the tide in?

        00:00:03
        Speaker 2: No, it is out.

        00:01:05
        Speaker 1: Then we wait.

        """;

    public const string PodloveJson = """
        [{"start":"00:00:01.000","start_ms":1000,"end":"00:00:03.000","end_ms":3000,"speaker":"1","voice":"Mara Voss","text":"Is the tide in?"},
        {"start":"00:00:03.000","start_ms":3000,"end":"00:00:05.000","end_ms":5000,"speaker":"2","voice":"Ora Penn","text":"No, it is out."}]
        """;
}
