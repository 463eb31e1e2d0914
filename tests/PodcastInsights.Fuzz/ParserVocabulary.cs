using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Fuzz;

/// <summary>Pieces of text that some rule of the parser looks for, by what they are.</summary>
internal static class ParserVocabulary
{
    private static readonly string[] Addresses =
    [
        "co.uk", "com", ".com", "www.", "https://", "http:///", "https://a", "example.com", "example.co.uk/", "HTTPS://EXAMPLE.COM/X?a=b#c", "example dot com slash tower",
        "dot com", "slash", "a.b.c.d.e", "//example.com", "mailto:a@b.c", "[a](https://example.org)", "![a](b)", "<https://example.org>", "@ada", "example.中国", "xn--a.com",
        "https://youtu.be/abc?t=5", "https://example.com/a_(b)", "...com", "com.com.com", "localhost:80", "[::1]", "https://[", "a.co.uk.", "go to example.com/ada",
    ];

    private static readonly string[] Offers =
    [
        "$5", "€1,000.50", "10% off", "£", "$", "five dollars", "promo code TOWER", "code", "use code", "offer code ADA10 at checkout", "free trial", "50%", "%", "％", "sign up",
        "This episode is brought to you by Palisade.", "brought to you by", "Thanks to Palisade for sponsoring", "sponsor", "Visit palisade.example/ada today.", "That's palisade dot com.",
    ];

    private static readonly string[] Stamps =
    [
        "00:00:00", "1:05", "(00:01:05)", "[00:01:05]", "[1:05]:", "\\[04:12.50]", "\\[24:03\\]", "99:99:99", "(99999999:00)", "00:00:00.000 --> 00:00:01.000", "00:00:01,5 --> 00:00:00,0",
        "-->", "0:00.0 - 0:03.2", "[00:01:05:12 - 00:01:09:03]", "1:05 AM", "9223372036854775807", "-1:00", "(12:30) ", "（1:05）", "00：01：05", "1h 5m", "PT1H", "1e308", "١:٠٥", "00:00:00;00", "14:02:07",
    ];

    private static readonly string[] Labels =
    [
        "Ada Quill", "Ada Quill:", "Ada:", ":", "：", "Q:", "A:", "Speaker 1:", "SPEAKER_00", "Host:", "AQ:", ">> ", ">>> ", "- ", "**", "***", "__", "### ", "# ", "##", "[Ada Quill]", "Ada Quill (host):",
        "Dr. Ada Quill Jr.:", "林小明：", "English:", "中文：", "Chinese:", "English: We shipped.\n中文：我們出貨了。", "Ada Quill :", "| a | b | c |", "|---|---|", "a\tb\tc", " – ", " - ", "(laughs)", "[music]", "♪", "*(Applause)*",
    ];

    private static readonly string[] FrontMatter =
    [
        "---", "+++", "---\ntitle: Tower\n---\n", "+++\ntitle = \"Tower\"\n+++\n", "title: ", "title: [a, b", "guest: Ada Quill", "guests:\n  - name: Ada", "host: \"", "date: 2031-02-03", "date: 5/3/2030",
        "speakers: {a: b}", "speakers: [Ada Quill, Bo Marsh]", "&a", "*a", "<<: *a", "!!binary x", "? x", "a: &a [*a]", "\tkey: value", "key: |", "key: >-", "%YAML 1.2", "...", "tags = [1, ", "[[guests]]", "duration: 99999999999", "duration: 1:05:00",
        "language: zh", "media: https://example.org/a.mp3", "# comment", "description: \"It held: well\"", "0: 0", "null: ~", "? [a]\n: b",
    ];

    private static readonly string[] Markdown =
    [
        "# Tower", "## Part Two", "#### ", "####### x", "<!--", "-->", "<!-- a -->", "%%", "%% a %%", "```", "~~~", "```json", "````", "***", "* * *", "===", "> ", "> > ", "- [ ] ", "1. ", "<iframe src=\"https://example.org\"></iframe>",
        "<iframe", "</iframe>", "\\", "\\*", "*It held.*", "_It held._", "[^1]", "[a]: b", "&amp;", "&#0;", "&#x110000;", "&lt;v&gt;", "`", "{{a}}", "$$", "[[a|b]]", "{#a}", "^a", "::: note",
    ];

    private static readonly string[] Tables =
    [
        "start\tend\ttext\n", "speaker,start,end,text\n", "speaker;text\n", "\t", "\"\"", "\",\"", "\"\n", "Ada Quill,1.0,2.0,\"We shipped,\nat last.\"\n", "0\t4000\tWe shipped.\n", "00;00;01;05",
    ];

    private static readonly string[] Captions =
    [
        "WEBVTT", "WEBVTT - a", "NOTE", "NOTE a", "STYLE", "REGION", "\n\n1\n00:00:00,000 --> 00:00:02,000\n", "\n\n00:00.000 --> 00:02.000 align:start position:0%\n", "<v Ada>", "<v Ada Quill>We shipped.</v>", "</v>", "<v", "<00:00:01.000>", "<c>",
        "<i>", "{\\an8}", "<b>x</b>", "00:00:00.000-->00:00:00.000", "X-TIMESTAMP-MAP=MPEGTS:1,LOCAL:00:00:00.000", "Kind: captions", "<font color=\"#fff\">", "&nbsp;",
    ];

    private static readonly string[] Json =
    [
        "{", "}", "[", "]", ",", "\"", "{}", "[]", "null", "true", "1e999", "-0", "\"\\ud800\"", "\\ud83d", "\\u0000", "\\u", "\"text\": \"We shipped.\"", "\"segments\": [", "{\"segments\": [{\"text\": \"We shipped.\", \"start\": 0, \"end\": 1}]}",
        "\"speaker\": \"Ada Quill\",", "\"words\": [{\"word\": \"a\", \"punctuated_word\": \"A\"}]", "\"utterances\": []", "\"results\": {\"channels\": []}", "\"transcription\": [", "\"offsets\": {\"from\": 1, \"to\": 0}", "\"version\": \"1.0.0\",", "\"startTime\": ", "\"body\": ",
        "// a", "/* a */", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "{\"a\":{\"a\":{\"a\":{\"a\":", "99999999999999999999", "\"paragraphs\": {\"paragraphs\": [", "\"start\": \"x\",",
    ];

    private static readonly string[] Html =
    [
        "<html>", "<p>", "</p>", "<cite>Ada Quill:</cite>", "<time>1:05</time>", "<script>", "</script>", "<style>", "<div>", "<br>", "<p><cite>Ada</cite>", "<![CDATA[", "<template>", "<svg><p>", "<table>", "<plaintext>", "<title>", "<noscript>", "<a href='", "&",
    ];

    private static readonly string[] Archive =
    [
        "# Ada Quill - Bo's Podcast Insights", "## Key Takeaways", "## Key Takeaways | 核心要点", "## Full Conversation", "## Full Conversation | 完整对话", "## Full Conversation | 完整對話", "### One", "Ada Quill :\n", "## About", "## About the Guest | 嘉宾简介",
        "**Host:** Bo", "Bo Marsh :", "## 完整对话", "---\n\n", "## Transcript", "Transcript:", "逐字稿",
    ];

    private static readonly string[] Unicode =
    [
        "\0", "\u0001", "\u000B", "\f", "\u0085", "\u2028", "\u2029", "\r", "\r\n", "\n", "\n\n", "\t", "\u00A0", "\u3000", "\u200B", "\u200D", "\u200E", "\u202E", "\u2066", "\uFEFF", "\uFFFD", "\uFFFE", "\uFFFF", "\u0301", "e\u0301", "\u0300\u0301\u0302", "\uD800", "\uDC00",
        "\uDC00\uD800", "🙂", "👨‍👩‍👧", "𝔄𝔡𝔞", "Ａｄａ：", "１：０５", "ﬁ", "ß", "İ", "ı", "שלום: ", "مرحبا", "ะ", "한국어: ", "ひらがな：", "灯", "“", "”", "’", "…", "—", "–", "\u00AD", "ǅ", "ẞ", "\u0345", "\U000E0041", "Ⅷ", "ª",
    ];

    /// <summary>By kind, so that a kind of few pieces is met as often as one of many.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Kinds { get; } =
    [
        Addresses, Offers, Stamps, Labels, FrontMatter, Markdown, Captions, Tables, Json, Html, Archive, Unicode,
        [.. LabelShapes.All.SelectMany(row => row.Examples).Select(example => example.Replace('⏎', '\n').Replace('⇥', '\t'))],
    ];

    /// <summary>Names of files whose parts have a meaning: languages, dates, generic names, kinds.</summary>
    public static IReadOnlyList<string> FileNames { get; } =
    [
        "a.md", "a.zh.md", "a.txt", "a.vtt", "a.srt", "a.json", "a.html", "a", "Season 2 - The Tower.md", "2031-02-03 Tower.md", "2031-99-99.md", "tower/transcript.md", "tower/en.vtt", ".md", " .md", "Ada.jr.md", "a.EN.md", "..md", "林小明.zh-Hans.md",
    ];
}
