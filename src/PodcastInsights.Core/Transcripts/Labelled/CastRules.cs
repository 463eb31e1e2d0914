using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Decides whether a name in a file's labels is a speaker, from evidence over the whole file.</summary>
internal sealed class CastRules
{
    /// <summary>Share of lines with labels above which labels need not recur.</summary>
    private const double DenseShare = 0.75;

    /// <summary>Least number of labels for a phrase that a show repeats, such as <c>Clip of the day</c>.</summary>
    private const int OftenEnough = 3;

    /// <summary>Least number of labels for a name that is also a word in the text (<c>Will</c>, <c>Size</c>).</summary>
    private const int OftenForAWord = 5;

    /// <summary>Number of labels from which a file with full names has no single-word names.</summary>
    private const int ManyLabels = 8;

    private readonly bool dense;
    private readonly bool asksAndAnswers;
    private readonly bool hasArticles;
    private readonly bool ofHandles;
    private readonly bool byInitials;
    private readonly bool inFull;
    private readonly HashSet<string> listed;
    private readonly HashSet<string> head;
    private readonly HashSet<LabelShape> established;
    private readonly Introductions introductions;
    private readonly int leastOfAWord;
    private readonly bool headingsAreCertain;
    private readonly Dictionary<string, int> voices;
    private readonly HashSet<string> wordsOfText;

    /// <param name="lines">The counted lines.</param>
    public CastRules(LabelCounts counts, IReadOnlyList<LabelledLine> lines)
    {
        var written = lines.Count(line => line.Kind is LineKind.Words or LineKind.Foreign);
        var likely = counts.Names.Values.Where(name => name.Form >= NameForm.Word).ToList();
        var recurring = likely.Where(name => name.Labels > 1).ToList();
        var openLines = recurring.Where(name => name.OpensLines > 0).ToList();
        established = recurring
            .SelectMany(name => name.Shapes)
            .GroupBy(shape => shape.Key, shape => shape.Value)
            .Where(shape => shape.Sum() > 1)
            .Select(shape => shape.Key)
            .ToHashSet();
        var certain = counts.Names.Values.Sum(name => name.Certain);
        dense = likely.Sum(name => name.OpensLines) >= written * DenseShare || openLines.Sum(name => name.OpensLines) * 2 >= written;
        asksAndAnswers = counts.Names.ContainsKey("Q") && counts.Names.ContainsKey("A");
        hasArticles = recurring.Exists(name => NameForms.BeginsWithArticle(name.Name));
        ofHandles = counts.Names.Values.Count(name => name is { Form: NameForm.Handle, Labels: > 1 }) > 2 && recurring.Count == 0;
        byInitials = counts.Initials.Count > 0 || recurring.Count(name => IsInitials(name.Name)) > 1;
        inFull = openLines.Count > 1
            && openLines.All(name => name.Form == NameForm.Full)
            && openLines.Sum(name => name.OpensLines) >= ManyLabels;
        introductions = counts.Introductions;
        listed = counts.Listed();
        head = counts.Head();
        leastOfAWord = Math.Max(2, certain / 20);
        headingsAreCertain = certain == 0 && !established.Contains(LabelShape.Colon);
        voices = counts.Names.Values
            .Where(name => name.Form == NameForm.Voice)
            .GroupBy(name => NameForms.KindOfVoice(name.Name)!)
            .ToDictionary(kind => kind.Key, kind => kind.Sum(name => name.Labels));
        wordsOfText = WordsOfText.Among(
            counts.Names.Values
                .Where(name => name is { Form: NameForm.Word or NameForm.Handle, Certain: 0, Labels: > 1 and < OftenForAWord })
                .Select(name => name.Name),
            lines);
    }

    /// <summary>Whether the name is a speaker, by the metadata or by its labels.</summary>
    /// <param name="named">Whom the file's metadata name as speakers, hosts or guests.</param>
    public bool IsSpeaker(NameEvidence name, NamedPeople named) =>
        !head.Contains(name.Name)
        && (Speaks(name) || (name.Form != NameForm.Label && (name.IsIntroduced || named.Has(name.Name) || introductions.Contains(name.Name))));

    private bool Speaks(NameEvidence name)
    {
        var headings = headingsAreCertain ? name.Shapes.GetValueOrDefault(LabelShape.HeadingColon) : 0;
        var certain = name.Certain + headings;
        var recurring = name.Recurring - headings;
        return name.Shapes.ContainsKey(LabelShape.Alone) || name.Form switch
        {
            // "CC" is also somebody's initials.
            NameForm.Label => IsInitials(name.Name) && (name.Stamped >= OftenEnough || (byInitials && name.Labels >= OftenEnough)),
            NameForm.Phrase => name.Stamped > 0 || certain >= OftenEnough
                || (certain > 0 && IsOfTheFilesShape(name, LabelShape.StampBracketed))
                || (name.IsHeadedAsOthers && IsOfTheFilesShape(name, LabelShape.HeadingStamp)),
            NameForm.Numbered => name.Stamped > 0
                || certain >= OftenEnough
                || (certain + headings > 0 && name.Shapes.Keys.Any(established.Contains)),
            NameForm.Handle => certain > 0
                || recurring >= OftenEnough
                || (recurring > 1 && !wordsOfText.Contains(name.Name))
                || ofHandles,
            // "A. Quill" begins with an initial, and a list has its "A." too.
            NameForm.Voice when !asksAndAnswers && name.Shapes.Keys.All(static shape => shape is LabelShape.VoiceDash or LabelShape.StopDash) => false,
            NameForm.Voice => certain > 0 || voices[NameForms.KindOfVoice(name.Name)!] > 1
                || (!listed.Contains(name.Name) && IsOfTheFilesShape(name)),
            NameForm.Full => certain > 0 || recurring > 1
                || (!listed.Contains(name.Name)
                    && (hasArticles || !NameForms.BeginsWithArticle(name.Name))
                    && IsOfTheFilesShape(name)),
            _ => certain > 0
                || (recurring >= leastOfAWord && (!wordsOfText.Contains(name.Name) || (dense && recurring >= OftenEnough)))
                || (recurring == 1
                    && !NameForms.IsHanClause(name.Name)
                    && !listed.Contains(name.Name)
                    && (!name.Shapes.ContainsKey(LabelShape.Colon)
                        || (dense && !inFull)
                        || (byInitials && IsInitials(name.Name)))
                    && IsOfTheFilesShape(name)),
        };
    }

    private bool IsOfTheFilesShape(NameEvidence name, LabelShape shape) => name.Shapes.ContainsKey(shape) && established.Contains(shape);

    /// <summary>Whether a name with one label has the shape of recurring labels. A heading or bold text without a colon is usually a title.</summary>
    private bool IsOfTheFilesShape(NameEvidence name) => name.Shapes.Keys.Any(shape =>
        (shape.Evidence() == LabelEvidence.Recurring || (shape == LabelShape.Bracketed && name.IsBeforeWords))
        && shape is not (LabelShape.Heading or LabelShape.Bold)
        && (established.Contains(shape) || (dense && shape is LabelShape.Colon or LabelShape.StampFirst)));

    private static bool IsInitials(string name) => name.Length is 2 or 3 && name.All(char.IsUpper);
}
