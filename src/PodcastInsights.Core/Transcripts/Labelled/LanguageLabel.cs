namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>A label with the language of the text after it: <c>**English:**</c>, <c>中文：</c>.</summary>
internal static class LanguageLabel
{
    /// <summary>ISO 639-1 codes with the names of the language in itself, in English and in Chinese.</summary>
    private static readonly (string Code, string[] Names)[] Languages =
    [
        ("en", ["English", "英文", "英语", "英語"]),
        ("zh", ["Chinese", "Mandarin", "中文", "汉语", "漢語", "华语", "華語", "国语", "國語", "普通话", "普通話", "简体中文", "繁體中文"]),
        ("ja", ["Japanese", "日本語", "日文", "日语", "日語"]),
        ("ko", ["Korean", "한국어", "韩文", "韓文", "韩语", "韓語"]),
        ("de", ["German", "Deutsch", "德文", "德语", "德語"]),
        ("fr", ["French", "Français", "法文", "法语", "法語"]),
        ("es", ["Spanish", "Español", "西班牙文", "西班牙语", "西班牙語"]),
        ("pt", ["Portuguese", "Português", "葡萄牙文", "葡萄牙语", "葡萄牙語"]),
        ("it", ["Italian", "Italiano", "意大利文", "意大利语", "義大利文"]),
        ("nl", ["Dutch", "Nederlands", "荷兰文", "荷蘭文"]),
        ("ru", ["Russian", "Русский", "俄文", "俄语", "俄語"]),
        ("uk", ["Ukrainian", "Українська", "乌克兰语", "烏克蘭語"]),
        ("pl", ["Polish", "Polski", "波兰语", "波蘭語"]),
        ("tr", ["Turkish", "Türkçe", "土耳其语", "土耳其語"]),
        ("ar", ["Arabic", "العربية", "阿拉伯文", "阿拉伯语", "阿拉伯語"]),
        ("he", ["Hebrew", "עברית", "希伯来语", "希伯來語"]),
        ("fa", ["Persian", "Farsi", "فارسی", "波斯语", "波斯語"]),
        ("hi", ["Hindi", "हिन्दी", "印地语", "印地語"]),
        ("vi", ["Vietnamese", "Tiếng Việt", "越南文", "越南语", "越南語"]),
        ("th", ["Thai", "ไทย", "泰文", "泰语", "泰語"]),
        ("id", ["Indonesian", "Bahasa Indonesia", "印尼文", "印尼语"]),
    ];

    private static readonly Dictionary<string, string> Codes = Languages
        .SelectMany(static language => language.Names.Select(name => (name, language.Code)))
        .ToDictionary(static pair => pair.name, static pair => pair.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The code for the label; null where it is no language.</summary>
    public static string? CodeOf(in LabelCandidate label) => Codes.GetValueOrDefault(label.Name);

    /// <summary>
    /// Whether language labels separate languages below the speakers' labels: two languages recur, or one does and as many lines are in
    /// another script. Otherwise "French" may be a person's name.
    /// </summary>
    public static bool PartsWords(IReadOnlyList<LabelledLine> lines)
    {
        var recurring = lines
            .Where(static line => line.Label is { } label && label.Shape != LabelShape.Heading)
            .Select(static line => CodeOf(line.Label!.Value))
            .OfType<string>()
            .CountBy(static code => code, StringComparer.Ordinal)
            .Where(static language => language.Value > 1)
            .ToList();
        return recurring.Count > 1
            || (recurring is [var (code, labels)]
                && lines.Count(line => line is { Kind: LineKind.Words, Label: null } && TextLanguage.Of(line.Text, code) != code) * 2 >= labels);
    }
}
