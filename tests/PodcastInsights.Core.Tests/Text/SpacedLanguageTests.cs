namespace PodcastInsights.Core.Tests.Text;

public sealed class SpacedLanguageTests
{
    [Theory]
    [InlineData("The oars are in the shed, and I do not know who put them there.", "en")]
    [InlineData("Los remos están en el cobertizo y no sé quién los puso allí.", "es")]
    [InlineData("Os remos estão no barracão e eu não sei quem os pôs lá.", "pt")]
    [InlineData("Les rames sont dans la remise et je ne sais pas qui les a mises là.", "fr")]
    [InlineData("Die Ruder sind im Schuppen, und ich weiß nicht, wer sie da hingelegt hat.", "de")]
    [InlineData("I remi sono nel capanno e non so chi li ha messi lì, ma anche questo è normale.", "it")]
    [InlineData("De riemen liggen in de schuur en ik weet niet wie ze daar heeft gelegd.", "nl")]
    [InlineData("Wiosła są w szopie i nie wiem, kto je tam położył, ale tak już jest.", "pl")]
    [InlineData("Årorna är i skjulet och jag vet inte vem som lade dem där.", "sv")]
    [InlineData("Kürekler kulübede ve ben bilmiyorum, ama bu da çok güzel bir yer gibi.", "tr")]
    [InlineData("Вёсла в сарае.", "ru")]
    [InlineData("Весла в сараї, і я не знаю, хто їх туди поклав.", "uk")]
    [InlineData("Греблата са в бараката и не знам кой ги е сложил там, но бързо ще разбера.", "bg")]
    [InlineData("Τα κουπιά είναι στην αποθήκη.", "el")]
    [InlineData("ไม้พายอยู่ในโรงเก็บ", "th")]
    // Too little to tell, a name of another language, a brand among the words of another language.
    [InlineData("La Boqueria.", "en")]
    [InlineData("", "en")]
    [InlineData("We went to Los Angeles and then to La Paz, and El Niño was in all of the news.", "en")]
    [InlineData("Ich habe das mit The Wall und In the Mood und Out of the Blue bei uns im Schuppen gehört, und das war nicht so gut.", "de")]
    public void The_letters_or_the_commonest_words_tell_the_language(string text, string language) => Assert.Equal(language, SpacedLanguage.Of(text));
}
