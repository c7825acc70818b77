"""A hand-made document with every kind of block and of chart: a bookshop's report."""

# ruff: noqa: RUF001 - ranges and gaps are set with the proper dash

from typing import Literal

from omniaudit.report.charts import (
    Axis,
    Bar,
    Dumbbell,
    DumbbellGroup,
    Dumbbells,
    Gantt,
    GanttBar,
    HandoffCell,
    HandoffMatrix,
    HeatCell,
    HeatGroup,
    Heatmap,
    IntervalBars,
    IslandLink,
    IslandNode,
    Islands,
    JourneyStrip,
    Moment,
    Radar,
    StageStrip,
)
from omniaudit.report.document import (
    Bullets,
    Callout,
    CapabilityCard,
    Column,
    Columns,
    Document,
    Figure,
    Heading,
    KeyFigures,
    Picture,
    Prose,
    Row,
    Rung,
    Section,
    Table,
)

State = Literal["answered", "unknown", "not-applicable"]
Standing = tuple[str, str, int | None, int, State]

STAGES = ("Siloed", "Multichannel", "Cross-channel", "Omnichannel")

STANDINGS: dict[str, tuple[Standing, ...]] = {
    "Channel integration": (
        ("CI2", "Cross-channel purchase and fulfilment", 1, 3, "answered"),
        ("CI3", "Cross-channel returns and after-sales", 1, 2, "answered"),
        ("CI5", "Journey and conversation continuity", 1, 2, "answered"),
        ("CI6", "Ownership, incentives and channel economics", 0, 1, "answered"),
        ("CI1", "Channel coverage and roles", 2, 2, "answered"),
        ("CI4", "Assisted selling and extended range", 2, 2, "answered"),
    ),
    "Data sharing": (
        ("DS1", "Customer identity and single view", 1, 2, "answered"),
        ("DS3", "Stock and availability visibility", 1, 2, "answered"),
        ("DS5", "Order and event synchronisation", None, 2, "unknown"),
        ("DS2", "History at the point of contact", 2, 2, "answered"),
        ("DS4", "Product, service and price master data", 3, 3, "answered"),
        ("DS6", "Consent, privacy and data quality", 2, 2, "answered"),
    ),
    "Personalisation": (
        ("PE1", "Segmentation and targeted messages", 1, 2, "answered"),
        ("PE3", "Behaviour-triggered orchestration", 0, 1, "answered"),
        ("PE2", "Recommendations and offers across channels", 1, 1, "answered"),
        ("PE4", "Customer recognition and clienteling", 2, 2, "answered"),
        ("PE5", "Loyalty and post-purchase lifecycle", None, 1, "not-applicable"),
        ("PE6", "Customer insight, measurement and experimentation", 1, 1, "answered"),
    ),
    "Consistency": (
        ("CO2", "Price and promotion consistency", 1, 2, "answered"),
        ("CO6", "Frontline enablement and alignment", 1, 2, "answered"),
        ("CO1", "Brand, message and interface coherence", 2, 2, "answered"),
        ("CO3", "Content and range parity", 2, 2, "answered"),
        ("CO4", "Policy and process consistency", 3, 3, "answered"),
        ("CO5", "Service-level and complaint consistency", 2, 2, "answered"),
    ),
}

STRIP = StageStrip(
    description="Confirmed stage multichannel (1), possible stage cross-channel (2), "
    "target stage omnichannel (3).",
    stages=STAGES,
    confirmed=1,
    potential=2,
    target=2,
    confirmed_label="Confirmed today",
    potential_label="Possible, if DS5 is at level 2",
    target_label="Target",
)

SCORES = IntervalBars(
    description="Channel integration 39, 39 to 39. Data sharing 56, 47 to 64. "
    "Personalisation 33, 33 to 33. Consistency 61, 61 to 61.",
    bars=(
        Bar("Channel integration", 38.9, 38.9, 38.9, "39", "6 of 6 answered"),
        Bar("Data sharing", 55.6, 46.7, 63.9, "56", "5 of 6 answered"),
        Bar("Personalisation", 33.3, 33.3, 33.3, "33", "5 of 5 answered"),
        Bar("Consistency", 61.1, 61.1, 61.1, "61", "6 of 6 answered"),
        Bar("Handoffs between channels", None, 20.0, 85.0, "not known", "nobody was asked"),
    ),
)

RADAR = Radar(
    description="Channel integration 39, data sharing 56 (47 to 64), personalisation 33, "
    "consistency 61.",
    axes=(
        Axis("Channel integration", 38.9, 38.9, 38.9, "39"),
        Axis("Data sharing", 55.6, 46.7, 63.9, "56 (47 to 64)"),
        Axis("Personalisation", 33.3, 33.3, 33.3, "33"),
        Axis("Consistency", 61.1, 61.1, 61.1, "61"),
    ),
)

DUMBBELLS = Dumbbells(
    description="Current level and target of 24 capabilities; the table shows every number.",
    levels=STAGES,
    current_label="Today",
    target_label="Target",
    unknown_label="Not known: the level was not answered",
    groups=tuple(
        DumbbellGroup(dimension, tuple(Dumbbell(*standing) for standing in standings))
        for dimension, standings in STANDINGS.items()
    ),
)

HEATMAP = Heatmap(
    description="Levels of 24 capabilities: two at 3, nine at 2, nine at 1, two at 0, "
    "one not known, one not applicable.",
    levels=STAGES,
    unknown_label="Not known",
    not_applicable_label="Does not apply",
    groups=tuple(
        HeatGroup(
            dimension,
            tuple(HeatCell(code, name, level, state) for code, name, level, _, state in standings),
        )
        for dimension, standings in STANDINGS.items()
    ),
)

JOURNEY = JourneyStrip(
    description="Five moments: two passed, the third failed and broke the journey, one was not "
    "tested, one does not apply.",
    moments=(
        Moment("Finds the book on the website and sees the shop's stock", "pass", True, False),  # noqa: FBT003
        Moment("Reserves it for the evening", "pass", False, False),  # noqa: FBT003
        Moment("Shop has it ready, with her name on it", "fail", True, True),  # noqa: FBT003
        Moment("Pays with the gift card bought online", "not-tested", False, False),  # noqa: FBT003
        Moment("Points appear in the app", "not-applicable", False, False),  # noqa: FBT003
    ),
    break_label="The journey breaks here",
)

HANDOFFS = HandoffMatrix(
    description="Shop to website 2, shop to phone 1, website to shop 1, website to phone 1, "
    "newsletter to website 3, marketplace to shop 0.",
    channels=("Shop", "Website", "Telephone", "Newsletter", "Marketplace"),
    from_label="From",
    to_label="To",
    levels=("Broken", "Referral only", "Reference carries over", "Opens by itself"),
    cells=(
        (None, HandoffCell(2, 3), HandoffCell(1, 1), HandoffCell(1, 2), None),
        (HandoffCell(1, 3), None, HandoffCell(1, 2), HandoffCell(3, 2), None),
        (HandoffCell(1, 2), HandoffCell(2, 1), None, None, None),
        (HandoffCell(2, 1), HandoffCell(3, 3), HandoffCell(None, 1), None, None),
        (HandoffCell(0, 1), HandoffCell(0, 2), HandoffCell(0, 1), None, None),
    ),
    traffic_label="How many customers take this way: few, some, many",
)

ISLANDS = Islands(
    description="Shop, website and newsletter form an island. Shop and website: both ways at "
    "level 2 or above. Website and newsletter: both ways at level 3. Telephone to shop: level 2, "
    "only this way. Marketplace and shop: level 1 at best.",
    nodes=(
        IslandNode(1, "Shop", 0, "Island"),
        IslandNode(2, "Website", 0, "Island"),
        IslandNode(4, "Newsletter", 0, "Island"),
        IslandNode(3, "Telephone", 1, "On their own"),
        IslandNode(5, "Marketplace", 2, "On their own"),
    ),
    links=(
        IslandLink(0, 1, 2, both=True),
        IslandLink(1, 2, 3, both=True),
        IslandLink(3, 0, 2, both=False),
        IslandLink(0, 4, 1, both=False),
    ),
    full_label="Both ways at level 3",
    joined_label="Both ways at level 2",
    one_way_label="Only this way",
    weak_label="Below level 2",
)

GANTT = Gantt(
    description="Six steps over 18 months; four must be done, two are chosen.",
    months=18,
    month_label="months",
    horizons=((3, "Now"), (9, "Next"), (18, "Later")),
    bars=(
        GanttBar("a", "CI6", "Name one owner for all channels", 0, 2, "S", (), must=True),
        GanttBar("b", "CO2", "One price list, one promotion calendar", 0, 3, "M", (), must=True),
        GanttBar("c", "DS3", "Show each shop's stock on the site", 2, 7, "L", ("a",), must=True),
        GanttBar("d", "CI2", "Reserve online, collect in shop", 6, 9, "M", ("c", "b"), must=True),
        GanttBar("e", "PE1", "Three segments used in two channels", 4, 8, "M", (), must=False),
        GanttBar(
            "f",
            "DS1",
            "Match till loyalty, webshop and newsletter lists every week",
            8,
            16,
            "L",
            ("e",),
            must=False,
        ),
    ),
    must_label="Must be done",
    choice_label="Chosen among several",
)

RUNGS_COLLECT = (
    Rung(
        0,
        "Siloed",
        "Orders can only be completed where and when somebody happens to take them; requests "
        "that do not fit are refused or lost.",
        "other",
    ),
    Rung(
        1,
        "Multichannel",
        "Each channel completes its own orders: web orders ship from web stock, shop sales leave "
        "from the shop.",
        "held",
    ),
    Rung(
        2,
        "Cross-channel",
        "At least one hybrid route works for most sites and most of the range: click and "
        "collect, reserve online, buy in store and deliver home.",
        "next",
    ),
    Rung(
        3,
        "Omnichannel",
        "Any order is promised on live availability and collected, delivered or split from "
        "whichever location serves it best.",
        "target",
    ),
)

RUNGS_HISTORY = (
    Rung(
        2,
        "Cross-channel",
        "With an order number or email, staff find purchases and contacts of the other main "
        "channels during the same visit or call.",
        "held",
    ),
    Rung(
        3,
        "Omnichannel",
        "Once the customer is recognised, staff in any channel see purchases, open cases and "
        "recent contacts on one screen.",
        "next",
    ),
)

CARDS = (
    CapabilityCard(
        "CI2",
        "Cross-channel purchase and fulfilment",
        "Level 1 of 3, multichannel",
        1,
        RUNGS_COLLECT,
        (
            ("Evidence", "Test order of 3 March, seen by the assessor (E2)"),
            ("Note", "The web stock lies in the Bologna warehouse; shops cannot see it."),
            ("Disagreement", "Head office says 2, the shop floor says 1; 1 was kept."),
            ("Next", "Offer collection in the two largest shops for the 2,000 best sellers."),
        ),
    ),
    CapabilityCard(
        "DS2",
        "History at the point of contact",
        "Level 2 of 3, cross-channel",
        2,
        RUNGS_HISTORY,
        (("Evidence", "Self-declared"),),
    ),
    CapabilityCard(
        "DS5",
        "Order and event synchronisation",
        "Not known",
        None,
        RUNGS_HISTORY,
        (("Whom to ask", "The supplier of the till system, and the web agency."),),
    ),
    CapabilityCard(
        "PE5",
        "Loyalty and post-purchase lifecycle",
        "Does not apply",
        None,
        (),
        (("Why", "The shop sells no subscription and keeps no loyalty card."),),
        applicable=False,
    ),
)

SEEN = (
    "Seen on the till and on the website during the visit to the shop in via Indipendenza; "
    "screenshots are kept with the file."
)

ANSWERS = Table(
    "Every answer, as it was given",
    (
        Column("Code", 2),
        Column("Capability", 9),
        Column("Level", 2, "right"),
        Column("Target", 2, "right"),
        Column("What was seen", 13),
    ),
    tuple(
        row
        for dimension, standings in STANDINGS.items()
        for row in (
            Row((dimension,), group=True),
            *(
                Row(
                    (
                        code,
                        name,
                        {"unknown": "?", "not-applicable": "–"}.get(state, str(level)),
                        str(target),
                        SEEN,
                    )
                )
                for code, name, level, target, state in standings
            ),
        )
    ),
    small=True,
)

MOVES = Table(
    "The first three moves",
    (
        Column("Move", 5),
        Column("Lifts", 2),
        Column("Effort", 1),
        Column("Person-weeks", 2, "right"),
    ),
    (
        Row(("Name one owner for all channels", "CI6 to level 1", "S", "1–2")),
        Row(("One price list, one promotion calendar", "CO2 to level 2", "M", "4–8")),
        Row(("Show each shop's stock on the site", "DS3 to level 2", "L", "10–20")),
    ),
)

ANSWER = Section(
    "answer",
    "The answer",
    "",
    (
        Picture(STRIP, ""),
        KeyFigures(
            (
                Figure("46", "Index, 0 to 100", "43 to 49 while one answer is missing"),
                Figure("23 of 24", "capabilities answered", "1 not known, 1 does not apply"),
                Figure("B", "Confidence", "mostly interview, some evidence seen"),
                Figure("15–30", "person-weeks to the target", "ambition: cross-channel"),
            )
        ),
        Columns(
            (
                Heading("What keeps it there"),
                Bullets(
                    (
                        "Orders placed online cannot be collected in a shop (CI2, level 1).",
                        "Shops and website hold separate stock neither can see (DS3, level 1).",
                        "Nobody answers for all channels together (CI6, level 0).",
                    ),
                    numbered=True,
                ),
            ),
            (
                Heading("What would change the answer"),
                Bullets(
                    (
                        "If orders reach every system within the day, the stage is cross-channel.",
                        "Whom to ask: the supplier of the till system.",
                    )
                ),
            ),
        ),
        MOVES,
    ),
)

SCORECARD = Section(
    "scorecard",
    "Scorecard",
    "Personalisation and channel integration hold the business back; consistency carries it",
    (
        Picture(
            DUMBBELLS, "Widest gap first within each dimension. 24 capabilities, levels 0 to 3."
        ),
    ),
)

DIMENSIONS = Section(
    "dimensions",
    "Dimensions",
    "Two of four dimensions are below half",
    (
        Picture(SCORES, "Bar and dot: score. Thin line: every result the missing answers allow."),
        Columns(
            (Picture(RADAR, ""),),
            (
                Heading("How to read it", note="n = 23"),
                Prose("Each score runs from 0 to 100 and is the weighted share of what is held."),
                Prose("The index is a geometric mean, so a weak dimension shows.", small=True),
                Callout("Uneven", "Unevenness costs 2.6 points of the index.", "caution"),
            ),
        ),
        Heading("Pattern of the levels"),
        Picture(HEATMAP, "Capabilities by dimension."),
    ),
    lead="Consistency is at 61, personalisation at 33. The weakest sets what a customer feels.",
)

CUSTOMER = Section(
    "customer",
    "Customer view",
    "A customer who reserves online finds nothing ready in the shop",
    (
        Heading("Reserve online, collect in the shop", note="J02"),
        Picture(JOURNEY, "Walked on 3 March. A ring marks a moment that the journey needs."),
        Heading("How channels hand a customer over"),
        Picture(HANDOFFS, "Levels 0 to 3 of every way that customers take."),
        Picture(ISLANDS, "Inside an island a customer's case moves both ways."),
    ),
)

CAPABILITIES = Section(
    "capabilities",
    "Capabilities",
    "Where each capability stands and what comes next",
    CARDS,
    own_page=False,
)

ROADMAP = Section(
    "roadmap",
    "Roadmap",
    "Four steps lead to cross-channel in nine months",
    (
        Picture(GANTT, "The arrow names what a step waits for."),
        Callout("Multichannel is not enough here", "Six in ten orders touch two channels.", "good"),
        Callout("Decide first", "Who owns the customer across channels?", "accent"),
        Callout("Limits", "Effort is a range judged from the size of the business.", "plain"),
    ),
)

APPENDIX = Section("answers", "Appendix A", "All answers", (ANSWERS,))

SAMPLE = Document(
    language="en",
    title="Libreria Aurora is multichannel; one unknown may make it cross-channel",
    subject="Libreria Aurora",
    kicker="Omnichannel maturity report",
    particulars=(
        ("Assessed", "14 March 2026"),
        ("Profile", "Retail with shops"),
        ("How", "Interview with owner and shop managers"),
        ("Questionnaire", "omnichannel 1.0, standard"),
        ("Answers", "sha256 3f9a61c2"),
    ),
    sections=(ANSWER, SCORECARD, DIMENSIONS, CUSTOMER, CAPABILITIES, ROADMAP, APPENDIX),
    confidentiality="Confidential: for the owner of Libreria Aurora only",
    page_of=("Page", "of"),
    created="2026-03-14",
)
