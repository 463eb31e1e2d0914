using PodcastInsights.Core.Search.Querying;

namespace PodcastInsights.Core.Search;

/// <summary>What holds for every row of the table of filters.</summary>
public sealed class FilterFieldTests
{
    private static readonly SampleIndex Index = new(
        new SampleTurn("Ada Quill", "we lit a lamp"), new SampleTurn("Bo Lantern", "a lamp", Sponsor: true), new SampleTurn("林小明", "一盏灯", Takeaway: true));

    public static TheoryData<string> Names() => [.. FilterField.All.Select(static field => field.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_filter_answers_to_its_names_and_takes_its_example(string name)
    {
        var field = FilterField.Named(name)!;
        Assert.NotEmpty(field.Aliases);
        Assert.All([name, name.ToUpperInvariant(), .. field.Aliases], called => Assert.Same(field, FilterField.Named(called)));
        foreach (var called in field.Aliases.Prepend(name))
        {
            var query = SearchQuery.Parse($"{called}:{field.Example}");
            Assert.Equal((0, null), (query.Hints.Count, query.Root));
            Assert.Equal((field, field.Example), (Assert.Single(query.Filters).Field, query.Filters[0].Value));
        }
    }

    [Fact]
    public void A_filter_has_a_name_in_the_languages_that_know_it_and_is_called_by_its_own_in_others()
    {
        Assert.Equal(("嘉宾", "嘉賓", "guest"), (FilterField.Named("guest")!.NameIn("zh-Hans"), FilterField.Named("guest")!.NameIn("zh-Hant"), FilterField.Named("guest")!.NameIn("fr")));
        Assert.All(FilterField.All, field => Assert.Same(field, FilterField.Named(field.NameIn("zh-Hant"))));
    }

    [Fact]
    public void No_two_filters_have_a_name_in_common()
    {
        var names = FilterField.All.SelectMany(static field => field.Aliases.Prepend(field.Name)).ToList();
        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
    }

    [Fact]
    public void A_filter_and_its_opposite_part_everything()
    {
        var all = Index.Search("before:2030").Total;
        foreach (var field in FilterField.All.Where(static field => field.MayExclude))
        {
            var typed = $"{field.Name}:{field.Example}";
            Assert.Equal((typed, all), (typed, Index.Search(typed).Total + Index.Search($"-{typed}").Total));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_filter_is_documented(string name)
    {
        var field = FilterField.Named(name)!;
        var row = Assert.Single(DocumentedLanguageTests.Document, line =>
            line.StartsWith($"| {name} |", StringComparison.Ordinal) && line.Contains($"`{name}:{field.Example}`", StringComparison.Ordinal));
        Assert.All(field.Aliases, alias => Assert.Contains(alias, row, StringComparison.Ordinal));
    }
}
