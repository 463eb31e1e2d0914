using PodcastInsights.Core.Citation.Styles;

namespace PodcastInsights.Core.Tests.Citation.Styles;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Rosa Lind", "Lind, Rosa", "Lind, R.")]
    [InlineData("Ada Mary Finch", "Finch, Ada Mary", "Finch, A. M.")]
    [InlineData("R. J. Marsh", "Marsh, R. J.", "Marsh, R. J.")]
    [InlineData("Jean-Luc Perrin", "Perrin, Jean-Luc", "Perrin, J.-L.")]
    [InlineData("Anke van der Weide", "van der Weide, Anke", "van der Weide, A.")]     // particles belong to the family
    [InlineData("Tom Reed Jr.", "Reed, Tom, Jr.", "Reed, T., Jr.")]
    [InlineData("Tom Reed, Jr.", "Reed, Tom, Jr.", "Reed, T., Jr.")]
    [InlineData("Dr. Ida Brandt", "Brandt, Ida", "Brandt, I.")]                         // a form of address
    [InlineData("Søren O’Dell", "O’Dell, Søren", "O’Dell, S.")]
    [InlineData("Зоя Лунина", "Лунина, Зоя", "Лунина, З.")]
    public void A_name_with_known_parts_is_inverted(string name, string inverted, string initials)
    {
        var person = PersonName.Of(name);
        Assert.Equal((inverted, initials), (person.Inverted, person.InvertedInitials));
    }

    [Theory]
    [InlineData("林晓雨")]                // the family stands first already
    [InlineData("欧阳小梅")]              // of two characters
    [InlineData("主持人")]                // no name at all
    [InlineData("玛丽·林德")]             // a name of another language, written as it is said
    [InlineData("佐々木 花")]
    [InlineData("한지민")]
    [InlineData("林晓雨 Lin")]
    [InlineData("Petra")]
    [InlineData("Speaker 3")]
    [InlineData("Dr. Brandt")]
    [InlineData("Reed & Marsh, Ltd.")]
    [InlineData("Rosa and Ida Lind")]
    [InlineData("the audience")]
    [InlineData("رزا ليند")]              // a script without capitals
    public void A_name_with_unknown_parts_is_not_inverted(string name)
    {
        var person = PersonName.Of(name);
        Assert.Equal((name, name, name), (person.Inverted, person.InvertedInitials, person.Surname));
    }
}
