using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <param name="Sign">The sign that a matching sentence gives.</param>
/// <param name="Cause">The reason why such words are a sign.</param>
/// <param name="Words">Matched ignoring case.</param>
/// <param name="Example">A sentence that matches.</param>
/// <param name="Counterexample">A similar sentence that must not match.</param>
internal sealed record SponsorRule(SponsorSign Sign, string Cause, Regex Words, string Example, string Counterexample)
{
    public bool Matches(string sentence) => Words.IsMatch(sentence);
}

/// <summary>The one table of words that are signs of advertisements. <see cref="SponsorReadFinder"/> combines the signs.</summary>
internal static class SponsorRules
{
    private static readonly Regex Company = new(
        @"\b(?:founder|ceo|cto|coo|cpo|president|head of \w+|vp of \w+|lead) (?:of|at) | from (?:(?:our |my )?(?:[\w-]+ )?sponsor,? )?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled);

    private static readonly Regex Promise = new(
        @"\b(?<name>[A-Z][\w.]*(?: [A-Z]\w*)?) (?:helps?|offers?|makes|lets|gives|provides|handles|enables|allows"
        + @"|combines|brings|turns|knows|keeps|automates|saves|takes care) ",
        RegexOptions.CultureInvariant | RegexOptions.Compiled);

    public static IReadOnlyList<SponsorRule> Table { get; } =
    [
        Rule(SponsorSign.Opener,
            "A sponsor pays to be named as the one who makes the episode possible; the words are agreed, so shows share them.",
            @"\b(?:episode|podcast|show|program|segment|interview|conversation|portion)(?: today)? (?:is|was"
            + @"|comes) (?:also |proudly |kindly |being )?(?:brought to (?:you|us)|made possible|sponsored|supported"
            + @"|presented|powered)(?: in part| today)? by ",
            "This episode is brought to you by Kettle & Crane, the tea of night shifts.",
            "The idea was brought to us by a customer."),
        Rule(SponsorSign.Opener,
            "As above, in the words of public radio.",
            @"\bsupport for (?:this|today's|the) (?:episode|podcast|show)(?: today)? (?:comes|is provided) (?:from|by) ",
            "Support for this show comes from Marlowe.",
            "Support for this feature came from the design team."),
        Rule(SponsorSign.Opener,
            "As above, in the words of networks, for all their shows.",
            @"\bmessage comes from (?:[\w']+ )?(?:sponsor,? )?",
            "This message comes from our sponsor Marlowe.",
            "The message came in a letter from my aunt."),
        Rule(SponsorSign.Opener,
            "A host who was asked to speak freely still presents the product as unknown to the listener.",
            @"\b(?:let me|I want to|I'd like to|I'm going to|gonna) (?:quickly |just )?tell you about (?:a|an"
            + @"|this) (?:[\w-]+ )?(?:product|company|tool|service|app|platform|startup) (?:called|named) ",
            "Let me tell you about a tool called Palisade.",
            "Let me tell you about a company where I worked."),
        Rule(SponsorSign.LateOpener,
            "Where the read begins with a story, the sponsor is named when it resolves; who pays is named as the show's.",
            @"\b(?:today's|this (?:week|episode|month)'s|our|our next|our first) (?:episode |show |podcast |title "
            + @"|presenting )?sponsor(?:,| is|:| today is| for today is)? ",
            "They all run on today's sponsor, Palisade.",
            "Our sponsors are paid less than you think."),
        Rule(SponsorSign.SponsorGuest,
            "A show says when somebody is there because they pay, or the listener would take them for a guest.",
            @"\bone of (?:our|the|my|this podcast's) (?:[\w-]+ ){0,3}sponsors\b",
            "I'm glad to have Ida Brandt here, founder of Norrland, one of our oldest podcast sponsors.",
            "One of our customers asked for that."),
        Rule(SponsorSign.SponsorGuest,
            "As above, with the company after the word.",
            @"\bfrom (?:our |my )?(?:[\w-]+ )?sponsor,? (?-i:[A-Z])",
            "Here is my friend Jon Falk, from podcast sponsor Norrland.",
            "We had a letter from our sponsor about it."),
        Rule(SponsorSign.Presentation,
            "Hosts present people with what they do; guests do not present each other.",
            @"\b(?:excited|happy|glad|thrilled|delighted|pleased) to (?:chat|talk|speak|have|be joined"
            + @"|welcome)\b[^.]+\b(?:founder|ceo|cto|coo|cpo|president|head|vp|lead)\b",
            "I am very excited to chat with Ida Brandt, founder and CEO of Norrland.",
            "I am very excited to chat with you about your book."),
        Rule(SponsorSign.Presentation,
            "As above, spoken to the person.",
            @"^(?:so,? |okay,? )?(?:hey|hi|hello),? \w+(?: \w+)?, (?:the |our )?(?:[\w-]+ ){0,2}(?:founder|ceo|cto|coo"
            + @"|cpo|president|head|vp|director|lead) (?:of|at)\b",
            "Hey Jon, head of sales at Norrland, how many shops lose their keys?",
            "Hey Jon, you were the head of the class."),
        Rule(SponsorSign.Answer,
            "Advertisements tell a problem and then the product as what solves it.",
            @"\bthat(?:'s| is) (?:exactly |really )?where ",
            "That's where Palisade comes in.",
            "That is why we moved to Lisbon."),
        Rule(SponsorSign.Answer,
            "As above, with the product coming in as in a story.",
            @"^(?:and |so |now,? )?(?:enter|introducing|meet)[, ]+",
            "Enter Palisade.",
            "We entered a market that was full."),
        Rule(SponsorSign.Call,
            "Who pays wants a visit: the listener is told what to do, and where.",
            @"\b(?:visit|go to|(?:head|hop|jump)(?: on)?(?: over)? to|over (?:at|to)|check (?:it |them |us |out )"
            + @"|check [\w' ]+ out|checking out|sign up|get started|started (?:today |now |for free )?(?:at|with|on)|try "
            + @"|learn (?:more|how|all)|reach out to (?:the |their )(?:\w+ )?team|find out|see (?:how|why|for yourself"
            + @"|what)|request|book|download|claim|redeem|register|apply|start building|get (?:your|a|an|it|\$?\d)"
            + @"|save your|grab|order (?:yours|at|from)|explore|contact|get in touch|for free at|more at|available at"
            + @"|when you go to|if (?:you|they) go to|to learn)",
            "Head over to palisade.io to see a demo.",
            "The team at palisade.io wrote a paper on this."),
        Rule(SponsorSign.Offer,
            "A reason to act today, and a code that shows which show sent the customer.",
            @"\bclaim your\b|\$\d[\d,]*s? (?:off|in (?:free )?credits?|(?:starter )?credits?|discount|gift"
            + @"|(?:[\w]+ )?gift card)|\b\d+% (?:off|discount|apy)|\b(?:percent|dollars) off\b|\b(?:promo|discount|coupon"
            + @"|offer|referral) code\b|\b(?:using|use|with|enter) (?:the |my )?code \w|\bfree (?:trial|sample|account"
            + @"|plan|tier|demo|shipping)|\bday (?:free )?trial|\b(?:months?|year|weeks?) (?:for )?(?:free|off)\b"
            + @"|\bfree (?:for|of) [\w ]*(?:year|month|week|seat)|\bfree months?\b|\blimited[- ]time\b|\bsent you\b"
            + @"|\blisteners?,? (?:can |will |also )?(?:get|receive|claim|save)\b|\b(?:offering|giving) (?:my|our"
            + @"|[\w' ]+) listeners\b|\blisteners of (?:this|the) (?:podcast|show)\b|\bmoney[- ]back\b|\bskip the (?:line"
            + @"|wait)|\bspecial (?:offer|discount|link)|\bfirst (?:\w+ )?(?:months?|order|purchase"
            + @"|weeks?)\b[^.]*\bfree\b|\b(?:plus a|exclusive) discount\b|\bspots are (?:limited|filling)",
            "Use promo code OWL for 20% off your first order.",
            "We gave the team a month to read the code."),
        Rule(SponsorSign.Repeat,
            "An address is heard, not read, so it is said again or spelled.",
            @"^(?:again,? |and |so |once again,? )*(?:that's|that is|at) (?:\S+ )?\S*(?:\. ?| dot )(?:\w|-)+",
            "That's palisade.io/owl.",
            "That's what we did."),
        Rule(SponsorSign.Thanks,
            "Words agreed for a read's end.",
            @"\b(?:thanks|thank you|grateful)\b.* to (?<name>.+) for (?:sponsoring|supporting) (?:this|the|today|our)\b",
            "Thanks again to Palisade for sponsoring this episode.",
            "Thanks to Jo for asking the hard question."),
        Rule(SponsorSign.Pitch,
            "Advertisements speak to listeners of their own work, in the words of brochures. Talk does so too, so it is never enough.",
            @"\b(?:whether you(?:'re| are)|if you(?:'re| are|'ve) (?:building|looking|a|an|struggling|trying|setting"
            + @"|running|hiring|ready|thinking)|trusted by|used by|powers?|(?:companies|teams|brands|organizations"
            + @"|startups|leaders|customers|people) (?:like|at|such as|of all sizes|including)|helps? (?:you|your|teams"
            + @"|companies|[\w-]+ (?:companies|teams|founders))|makes? it (?:super |so |really )?(?:easy|fast|simple"
            + @"|possible)|all[- ]in[- ]one|platforms?|seamless(?:ly)?|(?:join|over|more than) (?:the )?[\d,]+"
            + @"|join (?:thousands|hundreds)|best of all|your (?:team|company|business|customers?|users?|product|workflow"
            + @"|website|people|own|employees|data|startup|roadmap)|you (?:can|get)|you'll (?:get|be|never)|say goodbye"
            + @"|no more|in (?:minutes|seconds|weeks)|so (?:that )?(?:you|they) can|lets you|allows you|enables? you"
            + @"|gives? you|ready to|tired of|designed (?:for|to)|built (?:for|by|to)|hundreds of|thousands of"
            + @"|fast(?:est)?[- ]growing)\b",
            "Palisade helps you ship faster, whether you're two people or two hundred.",
            "I grew up in a town near the sea."),
        Rule(SponsorSign.Talk,
            "Advertisements are monologues: who reacts to what was said, or asks about the other's life, is not reading one.",
            @"^(?:okay|ok|yeah|yes|no|wow|amazing|awesome|great|cool|right|exactly|interesting|fascinating|mm|got it"
            + @"|totally|absolutely|sweet|perfect|oh|man|hm+|makes sense|good|well|so good|love|beautiful|incredible"
            + @"|alright|all right|sure)\b|^(?:and |so )?(?:I love|I think|I feel|I guess|I remember|I want|I was|I'd"
            + @"|I'm curious|that's|that is|that was|this is)\b|\b(?:you(?:'ve)? (?:said|mentioned|talked|wrote|shared"
            + @"|told|just|described)|you were|tell (?:me|us)|talk about|curious|let's|we(?:'ve)? (?:talked|chatted"
            + @"|touched)|for you\?|do you(?! (?:want|need) (?:to|an?|more)\b| ever\b)|did you (?:feel|think|have|find|do"
            + @"|go|start)|what's your|your (?:advice|experience|take|thoughts))\b",
            "Okay, so you mentioned that you moved to Lisbon.",
            "Keeping a team in step is surprisingly hard."),
        Rule(SponsorSign.House,
            "A show asks for what it lives from: subscribers, reviews, members. It advertises nobody but itself.",
            @"\bsubscribers? (?:of|to|for) (?:my|our|the|this)\b|\b(?:annual|paid|yearly) subscribers?\b"
            + @"|\bsubscribe (?:to|and|on|in)\b|\b(?:giv(?:e|ing)|leav(?:e|ing)|write|writing) (?:us |me )?a (?:rating"
            + @"|review)\b|\bpodcast(?:ing)? app\b|\bpast episodes\b|\babout the (?:show|podcast) at\b"
            + @"|\bsee you in the next\b|\bmissing future episodes\b|\b(?:join|check out|sign up (?:for|to)|apply to|support"
            + @"|(?:become|be) (?:a )?(?:part|member) of) (?:my|our|the show's|the podcast's) (?:[\w'-]+ ){0,2}(?:newsletter|community"
            + @"|collective|job board|membership|patreon|shop|store|discord|slack|channel)\b",
            "If you enjoy this, subscribe on your favourite podcast app.",
            "They wrote a review of the whole market."),
        Rule(SponsorSign.Border,
            "Recordings are cut where hosts announce or close: advertising is put in there and does not reach across.",
            @"\bI bring you\b|\b(?:bring|share) (?:this|it) (?:(?:episode|conversation) )?(?:to|with) you\b"
            + @"|\bhope (?:that )?you(?:'ll)? enjoy\b|\bwith that,? I bring\b|\bwords? from (?:our|this|my"
            + @"|the)\b[^.]*\bsponsors?\b|\bfrom our (?:[\w]+ )?sponsors?\b|\bthank(?:s| you)(?: so much"
            + @"| very much)? for (?:being here|joining (?:us|me)|coming on|doing this)\b|\bwelcome (?:back )?to (?:the"
            + @"|my|our|[\w']+) (?:show|podcast)\b|\bmy guest (?:today )?is\b|\btoday,? my guest\b|\bsponsor break\b"
            + @"|\bback to (?:the|our) (?:show|conversation|episode|interview)\b",
            "With that, I bring you Ida Brandt, after a short word from our sponsors.",
            "The word of a sponsor counts in a big company."),
        Rule(SponsorSign.Personal,
            "People tell in the first person where to find them; advertisers speak of the brand.",
            @"\b(?:find|reach|contact|follow|email|hire|dm|message|connect with) (?:me|us|him|her|them)\b|\bmy (?:own "
            + @"|personal |little |new |free )?(?:[\w-]+ )?(?:site|website|web page|book|course|courses|blog|coaching"
            + @"|linkedin|twitter|substack|page|email|handle)\b|\b(?:find|follow|reach) (?:you|your|out to (?:me|you))\b"
            + @"|\bI'm (?:at|on|@)\b|\bmy name\b",
            "You can find me at ida.example, and my book is there too.",
            "You can find the report in the room next door."),
        Rule(SponsorSign.AsksForPages,
            "Hosts end interviews by asking for the guest's pages, and the answer sounds like a call.",
            @"\bwhere can (?:folks|people|listeners|they|we|someone|everyone)\b|\bfind you\b|\b(?:useful"
            + @"|helpful) to you\b|\bto reach out\b|\blearn more about (?:you|what)\b|\bfollow (?:you|your)\b",
            "Where can folks find you online?",
            "Where can that go wrong?"),
    ];

    /// <summary>The subset of the <paramref name="asked"/> signs that the sentence gives.</summary>
    public static SponsorSign Read(string sentence, SponsorSign asked)
    {
        var signs = SponsorSign.None;
        foreach (var rule in Table)
        {
            if ((asked & ~signs & rule.Sign) != SponsorSign.None && rule.Matches(sentence))
            {
                signs |= rule.Sign;
            }
        }

        return signs;
    }

    /// <summary>The sponsor's name after the words of a sign; null for none.</summary>
    public static Brand? NameAfter(SponsorSign sign, string sentence)
    {
        foreach (var rule in Table)
        {
            if (rule.Sign == sign && rule.Words.Match(sentence) is { Success: true } match
                && Brand.At(
                    sentence, match.Groups["name"] is { Success: true } name ? name.Index : match.Index + match.Length) is { } brand)
            {
                return brand;
            }
        }

        return null;
    }

    /// <summary>Whether the sentence thanks several sponsors, as in credits, which is no advertisement.</summary>
    public static bool ThanksMany(string sentence) => Table.Any(rule =>
        rule.Sign == SponsorSign.Thanks && rule.Words.Match(sentence).Groups["name"].Value.Contains(", ", StringComparison.Ordinal));

    /// <summary>The company in "founder of X" or "CEO at X".</summary>
    public static Brand? CompanyIn(string sentence) =>
        Company.Match(sentence) is { Success: true } match ? Brand.At(sentence, match.Index + match.Length) : null;

    /// <summary>The product that is said to do something: "Palisade helps", "Palisade offers".</summary>
    public static Brand? PromiserIn(string sentence)
    {
        var match = Promise.Match(sentence);
        return match.Success ? Brand.Named(match.Groups["name"].Value) : null;
    }

    // Sentences have a bounded length (see Text.Sentences), which bounds the cost of each pattern.
    private static SponsorRule Rule(SponsorSign sign, string cause, string words, string example, string counterexample) => new(
        sign,
        cause,
        new Regex(words, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled),
        example,
        counterexample);
}
