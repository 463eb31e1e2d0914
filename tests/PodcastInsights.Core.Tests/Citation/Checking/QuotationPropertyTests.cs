using PodcastInsights.Core.Search;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>Quotations of a made-up library, changed in known ways: the verdict follows from the change.</summary>
public sealed class QuotationPropertyTests
{
    private const int Turns = 60;
    private const int WordsOfTurn = 60;

    private static readonly string[] Syllables = ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "fel", "gan", "hir", "jos", "pul"];

    private static readonly string[] Han = [.. "山水火木金土日月天地人心手足口目耳風雲雨雪花草樹鳥魚馬牛羊門窗車船路橋城市書筆紙茶酒飯菜衣帽鞋春夏秋冬東西南北".Select(static c => c.ToString())];

    private static readonly string[][] English = [.. Enumerable.Range(0, Turns).Select(static turn => Words(new Random(turn)))];

    private static readonly string All = $" {string.Join(' ', English.SelectMany(static words => words))} ";

    private static readonly string[][] Chinese =
        [.. Enumerable.Range(0, Turns).Select(static turn => Enumerable.Range(0, WordsOfTurn).Select(_ => Han[new Random((turn * 97) + _).Next(Han.Length)]).ToArray())];

    private static readonly SampleIndex EnglishIndex = Index(English, " ");
    private static readonly SampleIndex ChineseIndex = Index(Chinese, "");

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_was_said_is_exact_however_it_is_written(int seed)
    {
        var (turn, from, length) = Place(seed, 3, 25);
        var words = English[turn][from..(from + length)];
        AssertFound(QuotationVerdict.Exact, turn, EnglishIndex.Check(string.Join(' ', words)));
        AssertFound(QuotationVerdict.Exact, turn, EnglishIndex.Check($"“{string.Join(", ", words).ToUpperInvariant()}!”"));
        AssertFound(QuotationVerdict.Exact, turn, EnglishIndex.Check(string.Join("\r\n", words)));
        AssertFound(QuotationVerdict.Exact, turn, ChineseIndex.Check(string.Concat(Chinese[turn][from..(from + length)])));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_missing_additional_or_different_word_gives_near_and_a_difference(int seed)
    {
        var (turn, from, length) = Place(seed, 10, 25);
        var words = English[turn][from..(from + length)];
        var at = 1 + (seed % (length - 2));
        var replaced = EnglishIndex.Check(string.Join(' ', [.. words[..at], "xylophone", .. words[(at + 1)..]]));
        AssertFound(QuotationVerdict.Near, turn, replaced);
        Assert.Equal([new QuotationDifference("xylophone", words[at])], replaced.Quotations[0].Places[0].Differences);
        var added = EnglishIndex.Check(string.Join(' ', [.. words[..at], "never", .. words[at..]]));
        AssertFound(QuotationVerdict.Near, turn, added);
        Assert.Equal([QuotationCaution.Negation], added.Quotations[0].Places[0].Cautions);
        AssertFound(QuotationVerdict.Near, turn, EnglishIndex.Check(string.Join(' ', [.. words[..at], .. words[(at + 1)..]])));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_an_ellipsis_leaves_out_is_elided_and_what_nothing_tells_is_not(int seed)
    {
        var (turn, from, _) = Place(seed, 40, 40);
        var (first, second) = (English[turn][from..(from + 9)], English[turn][(from + 25)..(from + 34)]);
        AssertFound(QuotationVerdict.Elided, turn, EnglishIndex.Check($"{string.Join(' ', first)} ... {string.Join(' ', second)}"));
        Assert.Equal(QuotationVerdict.Spliced, EnglishIndex.Check(string.Join(' ', [.. first, .. second])).Verdict);
        Assert.Equal(QuotationVerdict.Spliced, EnglishIndex.Check(string.Join(' ', [.. second, .. first])).Verdict);
        var other = English[(turn + 20) % Turns][from..(from + 9)];
        Assert.Equal(QuotationVerdict.Spliced, EnglishIndex.Check(string.Join(' ', [.. first, .. other])).Verdict);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Words_in_another_order_are_never_exact(int seed)
    {
        var random = new Random(seed);
        for (var trial = 0; trial < 20; trial++)
        {
            var (turn, from, length) = Place(random.Next(), 2, 25);
            var words = English[turn][from..(from + length)].ToList();
            for (var change = random.Next(4); change >= 0; change--)
            {
                var at = random.Next(words.Count);
                switch (random.Next(4))
                {
                    case 0:
                        words.Insert(at, English[random.Next(Turns)][random.Next(WordsOfTurn)]);
                        break;
                    case 1 when words.Count > 2:
                        words.RemoveAt(at);
                        break;
                    case 2:
                        (words[at], words[0]) = (words[0], words[at]);
                        break;
                    default:
                        words[at] = English[random.Next(Turns)][random.Next(WordsOfTurn)];
                        break;
                }
            }

            var isSaid = All.Contains($" {string.Join(' ', words)} ", StringComparison.Ordinal);
            var isExact = EnglishIndex.Check(string.Join(' ', words)).Verdict == QuotationVerdict.Exact;
            Assert.Equal((isSaid, string.Join(' ', words)), (isExact, string.Join(' ', words)));
        }
    }

    private static void AssertFound(QuotationVerdict verdict, int turn, QuotationReport report)
    {
        Assert.Equal(verdict, report.Verdict);
        Assert.Contains(report.Quotations[0].Places, place => place.Turns[0].Number == turn + 1);
    }

    private static (int Turn, int From, int Length) Place(int seed, int least, int most)
    {
        var random = new Random(seed);
        var length = random.Next(least, most + 1);
        return (random.Next(Turns), random.Next(WordsOfTurn - length + 1), length);
    }

    private static string[] Words(Random random) =>
    [
        .. Enumerable.Range(0, WordsOfTurn).Select(_ => string.Concat(
            Enumerable.Range(0, random.Next(1, 4)).Select(_ => Syllables[random.Next(Syllables.Length)]))),
    ];

    private static SampleIndex Index(string[][] turns, string separator) =>
        new([.. turns.Select((words, number) => new SampleTurn($"Speaker {number % 2}", string.Join(separator, words)))]);
}
