namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <summary>Signs in a sentence that an advertisement begins, continues or ends.</summary>
[Flags]
internal enum SponsorSign
{
    None = 0,

    /// <summary>Begins a read; the sponsor's name follows the words.</summary>
    Opener = 1 << 0,

    /// <summary>Names the sponsor after a hook of some sentences, which belong to the read; the name follows the words.</summary>
    LateOpener = 1 << 1,

    /// <summary>Introduces a sponsor's staff, who then talk with the host.</summary>
    SponsorGuest = 1 << 2,

    /// <summary>Introduces somebody with their company, as only hosts do: a guest, or a sponsor's staff.</summary>
    Presentation = 1 << 3,

    /// <summary>Offers the product as the solution of a problem; the name follows.</summary>
    Answer = 1 << 4,

    /// <summary>Asks the listener to do something; with an address it is a call to action.</summary>
    Call = 1 << 5,

    /// <summary>A price, a gift, a trial, a code.</summary>
    Offer = 1 << 6,

    /// <summary>Repeats the address.</summary>
    Repeat = 1 << 7,

    /// <summary>Thanks a sponsor; ends a read.</summary>
    Thanks = 1 << 8,

    /// <summary>The style of advertisements; not sufficient alone.</summary>
    Pitch = 1 << 9,

    /// <summary>Promotes the show itself: subscribe, review, newsletter.</summary>
    House = 1 << 10,

    /// <summary>A boundary that no advertisement crosses, after which one may begin: announcements, welcomes.</summary>
    Border = 1 << 11,

    /// <summary>A speaker mentions their own pages.</summary>
    Personal = 1 << 12,

    /// <summary>Asks guests for their own pages.</summary>
    AsksForPages = 1 << 13,

    /// <summary>Answers what somebody said, or asks them.</summary>
    Talk = 1 << 14,
}
