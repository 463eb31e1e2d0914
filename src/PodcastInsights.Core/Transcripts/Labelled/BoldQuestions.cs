using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Finds the questions of an interview that names no interviewer: paragraphs wholly in bold, each above the answer. Those of a list of questions
/// and answers about a thing look the same; but in an interview the question says "you", and the answer "I".
/// </summary>
internal static partial class BoldQuestions
{
    /// <summary>Least number of questions.</summary>
    private const int Fewest = 3;

    /// <summary>Least share of the bold paragraphs that ask, where nobody else is named either.</summary>
    private const double Asking = 0.5;

    /// <summary>Least share of questions that address somebody, and of answers that somebody gives of himself.</summary>
    private const double Personal = 0.4;

    /// <summary>Least share of the bold paragraphs that stand above a label, where the answers have one.</summary>
    private const double Answered = 0.6;

    /// <summary>Indexes of the lines with a question; none where the file is no such interview.</summary>
    /// <param name="isLabel">Whether the line at an index has a speaker's label.</param>
    public static IReadOnlySet<int> In(IReadOnlyList<LabelledLine> lines, Func<int, bool> isLabel)
    {
        var bold = Enumerable.Range(0, lines.Count).Where(i => lines[i].Kind == LineKind.Words && !isLabel(i) && WhollyBold.IsMatch(lines[i].Text)).ToList();
        if (bold.Count < Fewest)
        {
            return new HashSet<int>();
        }

        var questions = bold.ToHashSet();
        var followed = bold.Where(i => !questions.Contains(Next(lines, i))).ToList();
        var labelled = followed.Count(i => Next(lines, i) is var next && next < lines.Count && isLabel(next));
        return (labelled >= Fewest && labelled >= followed.Count * Answered) || IsInterview(lines, followed) ? questions : new HashSet<int>();
    }

    private static bool IsInterview(IReadOnlyList<LabelledLine> lines, List<int> questions)
    {
        var answers = questions
            .Select((i, n) => lines.Skip(i + 1).Take((n + 1 < questions.Count ? questions[n + 1] : lines.Count) - i - 1).Where(static line => !line.IsBlank).ToList())
            .Where(static answer => answer is [{ Kind: LineKind.Words }, ..])
            .ToList();
        return questions.Count >= Fewest
            && answers.Count == questions.Count
            && questions.Count(i => Sentences.AreAsked(lines[i].Text.Trim('*', '_', ' '))) >= questions.Count * Asking
            && questions.Count(i => Addressing.IsMatch(lines[i].Text)) >= questions.Count * Personal
            && answers.Count(static answer => answer.Exists(static line => OfOneself.IsMatch(line.Text))) >= answers.Count * Personal;
    }

    private static int Next(IReadOnlyList<LabelledLine> lines, int at)
    {
        var next = at + 1;
        while (next < lines.Count && lines[next].IsBlank)
        {
            next++;
        }

        return next;
    }

    [GeneratedRegex(@"^(?:\*\*(?!\*)[^*]{2,2000}\*\*|__(?!_)[^_]{2,2000}__)$", RegexOptions.CultureInvariant)]
    private static partial Regex WhollyBold { get; }

    [GeneratedRegex(@"\b(?:you|your|yours|Sie|Ihr|Ihre|du|dein|vous|votre|tu|usted|su|te|Lei|você)\b|[你您]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Addressing { get; }

    [GeneratedRegex(@"\b(?:I|I['’](?:m|ve|d|ll)|me|my|mine|ich|mich|mir|mein|je|moi|mon|yo|mi|io|eu)\b|\bj['’]|[我俺]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OfOneself { get; }
}
