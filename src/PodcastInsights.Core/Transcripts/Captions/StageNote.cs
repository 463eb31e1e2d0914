using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Captions;

/// <summary>Recognises text in captions that is not speech: sounds, manners of speaking, silence.</summary>
internal static partial class StageNote
{
    // A longer bracket is speech, said aside or off screen.
    private const int MostWords = 6;

    // Longest text tested, in characters, to bound the regular expression.
    private const int LongestPause = 60;

    /// <summary>Whether the text is one or more brackets with a sound: <c>(laughter)</c>, <c>[MUSIC PLAYING]</c>.</summary>
    public static bool IsNote(string text) =>
        OnlyBrackets.IsMatch(text)
        && text.Count(char.IsWhiteSpace) < MostWords
        && text.Any(char.IsLetter)
        && !Sentences.AreEnded(text);

    /// <summary>Whether the words name a sound or a manner of speaking.</summary>
    public static bool IsSound(string words) => Sound.IsMatch(words);

    /// <summary>
    /// Whether the text means silence: blank, dots, dashes, notes of music, or words for it. Sentence marks alone are not silence, because
    /// programs with one word a cue write them separately.
    /// </summary>
    public static bool IsPause(string text) => text.Length <= LongestPause && Pause.IsMatch(text);

    [GeneratedRegex(@"^(?:[\s♪♫♬♩>-]*[\[(（【][^\[\]()（）【】]{1,80}[\])）】])+[\s.♪♫♬♩]*$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyBrackets { get; }

    // A fixed list, because a sound that occurs once before words cannot be told from evidence in the file.
    [GeneratedRegex(
        @"\b(?:laugh|chuckl|giggl|applau|clap(?:s|ping)?\b|cheer(?:s|ing)\b|music|sing(?:s|ing)\b|hum(?:s|ming)\b|whistl(?:es?|ing)\b"
        + @"|instrument|jingle|sighs?\b|sighing|gasp|groan|moan(?:s|ing)\b|cough|sneez|sniff|snort|scoff|clear(?:s|ing)\b|exhal|inhal"
        + @"|breath|whisper|mumbl|murmur|stammer|shout|scream|yell|cry(?:ing)?\b|cries|sob(?:s|bing)\b|inaudibl|indistinct"
        + @"|unintelligibl|cross-?talk|overlap|chatter(?:ing)?\b|noise|sound|static|silen|pause|blank|beep|buzz|ring(?:s|ing)\b|knock"
        + @"|slam|bark(?:s|ing)\b|crash(?:es|ing)?\b|thud|clicks?\b|door(?:s|bell)?\b|footstep|speak(?:s|ing)\b|sync|audio|video"
        + @"|playing|continues|resumes|foreign|bleep|censored|gunshot|explosion|typing|rire|applaudiss|musique|risas|aplausos|música"
        + @"|lachen|gelächter|musik|beifall|applaus)|笑|掌[聲声]|鼓掌|音[樂楽乐]|拍手|沉默|歌",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Sound { get; }

    [GeneratedRegex(
        @"^(?:[\s\p{Cf}…·•‐–—♪♫♬♩_*¶#-]*|[\s.]*\.\s?\.[\s.]*"
        + @"|[\s\[(<*]*(?:no[ _-]speech(?:[ _]detected)?)[\s\])>*.]*"
        + @"|\s*[\[(*][\s_]*(?:blank[ _]audio|silence|no[ _](?:audio|sound)|pause)[\s_]*[\])*]\s*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pause { get; }
}
