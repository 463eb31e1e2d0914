using System.Text;

namespace PodcastInsights.Core.Text;

/// <summary>Counts the right-to-left letters of a text and tells its language by them.</summary>
internal struct RightToLeftLetters
{
    // Up to this many may be a name in a text of another language.
    private const int MostForeign = 50;

    private static readonly string[] InHebrew = ["he", "yi"];
    private static readonly string[] InArabic = ["ar", "fa", "ur", "ps", "sd", "ug", "ku", "ckb"];

    private int hebrew;
    private int arabic;
    private int persian;
    private int urdu;

    public readonly int Total => hebrew + arabic;

    /// <summary>Whether the language is written in Hebrew or Arabic letters.</summary>
    public static bool Write(string language) => InHebrew.Contains(language) || InArabic.Contains(language);

    public void Count(Rune rune)
    {
        switch (rune.Value)
        {
            case (>= 0x05D0 and <= 0x05F2) or (>= 0xFB1D and <= 0xFB4F):
                hebrew++;
                break;
            case 0x0679 or 0x0688 or 0x0691 or 0x06BA or 0x06D2:
                urdu++;
                arabic++;
                break;
            case 0x067E or 0x0686 or 0x0698 or 0x06AF or 0x06CC or 0x06A9:
                persian++;
                arabic++;
                break;
            case (>= 0x0620 and <= 0x06FF) or (>= 0x0750 and <= 0x077F) or (>= 0x08A0 and <= 0x08C9) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC):
                arabic += Rune.IsLetter(rune) ? 1 : 0;
                break;
        }
    }

    /// <summary>
    /// The language of a text in these letters: <paramref name="told"/> where it is written with them; else <c>he</c>, or by letters that
    /// Arabic does not have <c>ur</c> or <c>fa</c>, else <c>ar</c>.
    /// </summary>
    public readonly string Language(string told) => told switch
    {
        _ when (hebrew >= arabic ? InHebrew : InArabic).Contains(told) => told,
        _ when hebrew >= arabic => "he",
        _ when urdu * MostForeign >= arabic => "ur",
        _ when persian * MostForeign >= arabic => "fa",
        _ => "ar",
    };
}
