namespace PodcastInsights.Core.Transcripts.Speakers;

/// <summary>The form of a possible name; later forms are more likely names.</summary>
internal enum NameForm
{
    /// <summary>A word that is written before a colon and is no name: <c>Note</c>.</summary>
    Label,

    /// <summary>Words of a sentence or a title: <c>Why it matters</c>, <c>Dear both</c>.</summary>
    Phrase,

    /// <summary>A word and a number, which may be a section or a voice: <c>Step 1</c>, <c>Interlude 1</c>.</summary>
    Numbered,

    /// <summary>One word in small letters: <c>adaq</c>.</summary>
    Handle,

    /// <summary>One word with a capital, or of a script that has none: <c>Ada</c>, <c>AQ</c>, <c>林小明</c>.</summary>
    Word,

    /// <summary>Two words or more, each with a capital: <c>Ada Quill</c>, <c>Ada van der Quill</c>.</summary>
    Full,

    /// <summary>A generic name for a voice: <c>Speaker 2</c>, <c>Audience member #3</c>, <c>Q</c>.</summary>
    Voice,
}
