"""Words that give the number behind them a name, as tables: Figure 3, Python 3.11, a category 4 hurricane.

How they are read: `masks`. The numbers of these are compared beside the figures, and are no figures themselves.
"""

from __future__ import annotations

from reportgen.numbers.grammar.patterns import words

PARTS_OF_TEXTS = words(
    "figure figures fig figs table tables section sections chapter chapters article articles annex annexes "
    "appendix appendices page pages footnote footnotes note notes clause clauses paragraph paragraphs "
    "schedule schedules exhibit exhibits attachment attachments equation equations eq eqs formula listing "
    "example examples lemma theorem corollary proposition definition algorithm box boxes item items question "
    "questions part parts volume vol issue line lines rule rules title chart charts panel column row slide "
    "footing subsection subparagraph verse scenario recommendation"
)  # a reference to a part of a text
PLACES = words(
    "room building gate terminal hall booth platform pavilion floor unit block zone area lot pier warehouse "
    "plant reactor dock berth bay tower exit aisle shop suite apartment apt lane track court field studio "
    "district ward precinct sector pad shaft well mine camp hangar house route highway interstate motorway "
    "runway metro bus tram line flight channel radio station expressway freeway parcel pod bed stand stall"
)  # a place, or a way there, that is told by its number
GRADES = words(
    "phase phases level levels stage stages category categories grade grades type types tier tiers class "
    "classes step steps scope scopes code codes generation gen version versions release option options choice "
    "group groups team teams cohort arm model mark mk series form act resolution decree order circular case "
    "cases error port status extension ext division league key mode method task test trial plan priority goal "
    "pillar principle law bill protocol directive regulation standard"
)  # the kind or rank of a thing
PRODUCTS = words(
    "windows iphone ipad boeing airbus android ios ipados macos python java javascript ubuntu debian fedora "
    "ruby node node.js postgresql mysql mongodb redis kubernetes docker linux kernel bluetooth usb hdmi wi-fi "
    "wifi tls ssl http html css opengl vulkan directx cuda tensorflow pytorch excel word office photoshop "
    "llama gpt claude gemini falcon starship apollo shenzhou tiangong tianzhou long-march galaxy pixel mate "
    "nexus playstation ps xbox surface model formula euro catch web industry internet csi s&p ftse nikkei "
    "stoxx nasdaq russell pep rfc ifrs ias gaap basel hpv vitamin interleukin mp4 mpeg dota diablo fifa "
    "django rails angular react vue spring oracle sap salesforce intel core ryzen geforce rtx snapdragon "
    "kirin dimensity hyperos harmonyos emui miui bbc itv espn cctv agenda"
)  # products, programmes, broadcasters and indices that carry a number
SEQUENCES = words(
    "day days week weeks month year round rounds game games race lap set episode season inning session match"
)
"""A place in a sequence (week 12, Day 3): an ordinal, if any figure."""
LOWER = frozenset(
    (
        *PARTS_OF_TEXTS,
        *words(
            "phase phases level levels stage stages category categories grade grades type types tier tiers "
            "class step steps code error port room gate terminal hall booth platform building extension ext "
            "version option scope flight channel generation"
        ),
    )
) - frozenset(words("part parts rule rules line lines note notes items item questions issue issues title row column"))
"""The words of these that name a number without a capital as well: in hall 2, see table 3."""
NAMING = tuple(dict.fromkeys((*PARTS_OF_TEXTS, *PLACES, *GRADES, *PRODUCTS)))

CALLED = (
    "pipeline|rocket|rockets|mission|spacecraft|satellite|probe|lander|rover|booster|capsule|module|spaceship|aircraft|jet|"
    "jets|airliner|plane|planes|helicopter|drone|missile|submarine|destroyer|frigate|tank|tanks|carrier|model|phone|"
    "smartphone|handset|console|chip|processor|engine|reactor|vaccine|virus|strain|variant|tournament|tour|championship|"
    "hurricane|typhoon|storm|album|movie|film|sequel|game|app|platform|system|server|database|protocol|standard|project|"
    "programme|program|launch|launcher|trial|study|cohort|virus|gene|protein|receptor"
)
"""Things whose name may end with the number before them: the Nord Stream 2 pipeline."""
PHRASES_OF_NAMES = (
    "world war|air force|formula|phase|stage|chapter|section|article|volume|tier|part|act|category|level|type|grade|"
    "class|group of|title|scenario|option|world cup|episode|season"
)
"""Words that a spelled number behind them is part of: World War Two, phase three, the Group of Seven."""
