namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>How strongly the shape of a label suggests a speaker's name.</summary>
internal enum LabelEvidence
{
    /// <summary>Only a label has this shape.</summary>
    Certain,

    /// <summary>A sentence may have it too; it is a label on a line of its own, between a blank line and text.</summary>
    Standing,

    /// <summary>A sentence may have it too; the name must recur or be known otherwise.</summary>
    Recurring,

    /// <summary>The rest of a damaged label; the name must be known otherwise.</summary>
    Known,

    /// <summary>Any sentence may have it; it is a label only where most lines of the file have it and no other shape occurs.</summary>
    Whole,
}

/// <summary>The shapes of speaker labels. <see cref="LabelShapes.All"/> has an example of each.</summary>
internal enum LabelShape
{
    HeadingColon,
    HeadingStamp,
    Heading,
    HeadingWords,
    BoldColon,
    BoldStamp,
    Bold,
    BoldWhole,
    BoldCut,
    ItalicColon,
    StampColon,
    Stamp,
    StampBare,
    StampDash,
    StampBracketed,
    StampFirst,
    StampName,
    StampWords,
    StampBlock,
    Tag,
    Colon,
    ColonTight,
    VoiceDash,
    StopDash,
    BoldWords,
    Italic,
    Dash,
    Cells,
    Bracketed,
    Tight,
    Stop,
    Wide,
    Alone,
}

/// <summary>The one table of shapes that <see cref="LabelScanner"/> reads.</summary>
internal static class LabelShapes
{
    /// <summary>Each shape with its evidence and example lines.</summary>
    public static IReadOnlyList<(LabelShape Shape, LabelEvidence Evidence, string[] Examples)> All { get; } =
    [
        (LabelShape.HeadingColon, LabelEvidence.Recurring, ["### Ada Quill:", "##Ada Quill：", "### **Ada Quill:**"]),
        (LabelShape.HeadingStamp, LabelEvidence.Recurring, ["### [00:01:05] Ada Quill", "### Ada Quill (1:05)", "#### 00:01:05 Ada Quill"]),
        (LabelShape.Heading, LabelEvidence.Recurring, ["### Ada Quill"]),
        (LabelShape.HeadingWords, LabelEvidence.Known, ["#### Ada Quill: We shipped."]),
        (LabelShape.BoldColon, LabelEvidence.Certain,
            ["**Ada Quill:** We shipped.", "**Ada Quill**: We shipped.", "***Ada Quill:*** We shipped.", "__Ada Quill:__ We shipped."]),
        (LabelShape.BoldStamp, LabelEvidence.Certain,
            [
                "**Ada Quill** 00:32 We shipped.", "**Ada Quill:[00:32]** We shipped.", "**Ada Quill** (00:00:32):", "**Ada Quill** [0:32]",
                "**[00:32] Ada Quill:** We shipped.", "**Ada Quill:** 00:01:30", "[00:32] **Ada Quill:** We shipped.",
                "**Ada Quill** *00:32*", "**Ada Quill** [00:32](https://example.org/?t=32) We shipped.",
            ]),
        (LabelShape.Bold, LabelEvidence.Recurring, ["**Ada Quill**"]),
        (LabelShape.BoldWhole, LabelEvidence.Recurring, ["**Ada Quill: Did it hold?**"]),
        (LabelShape.BoldCut, LabelEvidence.Known, ["**Ada Quill: We shipped.", "Ada Quill:** We shipped."]),
        (LabelShape.ItalicColon, LabelEvidence.Known, ["*Ada Quill:* We shipped.", "_Ada Quill_: We shipped."]),
        (LabelShape.StampColon, LabelEvidence.Certain,
            ["Ada Quill (00:01:05):", "Ada Quill [1:05]: We shipped.", "Ada Quill – 00:02:02:"]),
        (LabelShape.Stamp, LabelEvidence.Standing, ["Ada Quill (00:01:05)", "*Ada Quill (01:05)*", "Ada Quill *1:05*"]),
        (LabelShape.StampBare, LabelEvidence.Standing, ["Ada Quill  1:05", "Ada Quill: 00:10:34", "Ada Quill – 00:02:02", "Ada Quill 1:05 - 1:09", "0:00 Ada Quill  1:05"]),
        (LabelShape.StampDash, LabelEvidence.Standing, ["0:14 - Ada Quill (Quill & Sons)"]),
        (LabelShape.StampBracketed, LabelEvidence.Standing, ["[Ada Quill] 14:02:07"]),
        (LabelShape.StampFirst, LabelEvidence.Recurring, ["[00:01:05] Ada Quill: We shipped.", "(1:05) Ada Quill:", "1:05 Ada Quill: We shipped."]),
        (LabelShape.StampName, LabelEvidence.Recurring, ["00:01:05 Ada Quill"]),
        (LabelShape.StampWords, LabelEvidence.Recurring,
            ["Ada Quill (00:01:05) We shipped.", "Ada Quill[(00:01:05)](https://example.org/?t=65) We shipped."]),
        (LabelShape.StampBlock, LabelEvidence.Certain,
            [
                "[00:01:05:12 - 00:01:09:03]⏎Ada Quill", "1:05⏎Ada Quill", "Ada Quill⏎1:05", "Ada Quill⏎2 minutes 5 seconds", "Ada Quill⏎Host⏎1:05",
                "Ada Quill⏎(1:05) We shipped.",
            ]),
        (LabelShape.Tag, LabelEvidence.Certain, ["<Ada Quill> We shipped. </Ada Quill><Bo> Did it hold all through the night? </Bo>"]),
        (LabelShape.Colon, LabelEvidence.Recurring, ["Ada Quill: We shipped.", "Ada Quill:", "Ada Quill (AQ): We shipped.", "- Ada Quill: We shipped."]),
        (LabelShape.ColonTight, LabelEvidence.Known, ["Ada Quill:We shipped."]),
        (LabelShape.VoiceDash, LabelEvidence.Recurring, ["Q - Did it hold?", "Q. Did it hold?"]),
        (LabelShape.StopDash, LabelEvidence.Recurring, ["ADA QUILL.- We shipped.", "Ada Quill.— We shipped."]),
        (LabelShape.BoldWords, LabelEvidence.Whole, ["**Ada Quill** We shipped."]),
        (LabelShape.Italic, LabelEvidence.Whole, ["*Ada Quill:* We shipped."]),
        (LabelShape.Dash, LabelEvidence.Whole, ["Ada Quill – We shipped.", "Ada Quill - We shipped.", "Ada Quill｜We shipped."]),
        (LabelShape.Cells, LabelEvidence.Whole, ["| 00:02 | Ada Quill | We shipped. |", "0:00.0 - 0:03.2⇥Ada Quill⇥We shipped."]),
        (LabelShape.Bracketed, LabelEvidence.Whole, ["[Ada Quill] We shipped.", "[Ada Quill]", "【Ada Quill】We shipped."]),
        (LabelShape.Tight, LabelEvidence.Whole, ["Ada Quill:We shipped."]),
        (LabelShape.Stop, LabelEvidence.Whole, ["ADA QUILL. We shipped."]),
        (LabelShape.Wide, LabelEvidence.Whole, ["佐伯　「ようこそ。」", "佐伯「ようこそ。」", "佐伯　ようこそ。"]),
        (LabelShape.Alone, LabelEvidence.Whole, ["ADA QUILL"]),
    ];

    private static readonly LabelEvidence[] Evidences = [.. All.OrderBy(row => row.Shape).Select(row => row.Evidence)];

    public static LabelEvidence Evidence(this LabelShape shape) => Evidences[(int)shape];

    /// <summary>Whether the label is Markdown, so that the text below it is too.</summary>
    public static bool IsMarkdown(this LabelShape shape) => shape is <= LabelShape.ItalicColon or LabelShape.BoldWords or LabelShape.Italic;

    /// <summary>Whether the label is a heading; below it each line is a paragraph of its own.</summary>
    public static bool IsHeading(this LabelShape shape) => shape <= LabelShape.HeadingWords;
}
