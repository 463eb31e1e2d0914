namespace PodcastInsights.Core.Tests.Text;

public sealed class TextLanguageTests
{
    [Theory]
    [InlineData("The oars are in the shed.", "en", "en")]
    [InlineData("Die Ruder sind im Schuppen.", "de", "de")] // letters alone do not tell: what is assumed stays
    [InlineData("Вёсла в сарае.", "ru", "ru")]
    [InlineData("المجاديف في السقيفة", "ar", "ar")]
    [InlineData("المجاديف في السقيفة", "en", "ar")]
    [InlineData("المجاديف في السقيفة عند Harbourline", "en", "ar")]
    [InlineData("The word مجداف means oar.", "en", "en")]
    [InlineData("پاروها در انبار هستند و قایق آنجاست", "en", "fa")]
    [InlineData("چپو گودام میں ہیں اور کشتی وہاں ہے", "en", "ur")]
    [InlineData("چپو گودام میں ہیں", "sd", "sd")] // what the file says stays, where it can be
    [InlineData("המשוטים במחסן", "en", "he")]
    [InlineData("המשוטים במחסן", "ar", "he")]
    [InlineData("桨在棚子里。", "en", "zh")]
    [InlineData("我们用 Go 写服务。", "en", "zh")]
    [InlineData("オールは小屋にあります。", "en", "ja")]
    [InlineData("노는 헛간에 있어요.", "en", "ko")]
    [InlineData("The word 船 means boat.", "en", "en")]
    [InlineData("The oars are in the shed.", "zh", "en")] // what is in letters in a Chinese edition was said in English
    [InlineData("The oars are in the shed.", "he", "en")]
    [InlineData("ｵｰﾙ ﾊ ｺﾔ", "en", "ja")] // half width
    [InlineData("𠮷𠮷𠮷", "en", "zh")]
    [InlineData("1, 2, 3", "zh", "zh")]
    [InlineData("\uD840", "en", "en")]
    [InlineData("", "fr", "fr")]
    public void The_script_tells_the_language_of_words(string text, string spaced, string language) =>
        Assert.Equal(language, TextLanguage.Of(text, spaced));

    [Theory]
    [InlineData("Tide Table", "en")]
    [InlineData("对话 Ada Quill of the Tide Table", "zh")]
    [InlineData("Ada Quillの船", "ja")]
    [InlineData("배와 Ada Quill", "ko")]
    [InlineData("艾达・奎尔谈木船", "zh")] // the dot between names is no Kana
    [InlineData("ｱﾀﾞ Quill", "ja")]
    [InlineData("𠮷 Quill", "zh")]
    [InlineData("حديث عن القوارب", "ar")]
    [InlineData("", "en")]
    public void One_character_tells_the_language_of_a_title(string title, string language) => Assert.Equal(language, TextLanguage.OfTitle(title));
}
