"""What can be wrong with a questionnaire and its words."""

from __future__ import annotations

from omniaudit.catalogue.kind import Kind
from omniaudit.language import mark

QUESTIONNAIRES: dict[str, Kind] = {
    "Q601": Kind(
        mark("`{value}` is not a version."), mark("Write three numbers with dots, such as 1.0.0.")
    ),
    "Q602": Kind(
        mark("`{key}` needs {wanted} entries and has {found}."), mark("Add or remove entries.")
    ),
    "Q603": Kind(
        mark("The id `{value}` is used twice; first in line {line}."), mark("Choose another id.")
    ),
    "Q604": Kind(
        # Translators: {what} is such as "dimension", "source", "part of `journeys`"
        mark("There is no {what} `{value}`.{hint}"),
        mark("Choose one that the file defines."),
    ),
    "Q605": Kind(
        mark("`{value}` is not a requirement."),
        mark("Write a capability and a level, such as `data.history@2`."),
    ),
    "Q606": Kind(
        mark("The steps lead in a circle: {circle}."), mark("Remove one of these requirements.")
    ),
    "Q607": Kind(
        mark("Steps must lead to the levels 1, 2 and 3, in this order."), mark("Reorder the steps.")
    ),
    "Q608": Kind(mark("A condition needs exactly one of: {known}."), mark("Keep one of them.")),
    "Q609": Kind(mark("Only critical steps may require levels."), mark("Add `critical: yes`.")),
    "Q610": Kind(
        mark("`{value}` is not an id."),
        mark("Use letters and digits, joined by dots or hyphens, at most 80 characters."),
    ),
    "Q611": Kind(
        mark("The part `{value}` of `{key}` has no words here."),
        mark("Add it; a translation holds every text of the questionnaire."),
    ),
    "Q612": Kind(
        mark("These words are for `{key}: {value}`, not for `{wanted}`."),
        mark("Name the file after what it is for, or write `{key}: {wanted}`."),
    ),
    "Q613": Kind(
        mark("There is no questionnaire `{value}` to draw on.{hint}"),
        mark("Installed are: {known}."),
    ),
    "Q614": Kind(
        mark("`{value}` draws on another questionnaire itself."),
        mark("Draw on that other one directly."),
    ),
    # The files of words
    "Q615": Kind(
        mark("There is no file `{file}`, though `translations` says that there is."),
        mark("Write it, or take `{value}` out of `translations`."),
    ),
    "Q616": Kind(
        mark("The questionnaire says nothing of `{value}`, so nobody gets to read it."),
        mark("Name `{language}` under `translations`, or remove the file."),
        "warning",
    ),
    "Q617": Kind(mark("`{key}` is the same as in the original."), mark("Translate it."), "warning"),
    "Q618": Kind(
        mark("`{key}` is the same as for everybody."),
        mark("Say it in the words of this trade, or leave it out."),
        "warning",
    ),
    "Q619": Kind(
        mark("`{value}` has words of its own in {file}, but none here."),
        mark("Add them; otherwise this trade reads here what everybody reads."),
        "warning",
    ),
    "Q620": Kind(
        mark("`{value}` has no words in `{language}`; what is drawn from it stays in `{other}`."),
        mark(
            "Take `{language}` out of `translations`, or write these parts out and translate them."
        ),
        "warning",
    ),
    "Q621": Kind(
        mark("`{value}` is the language of the questionnaire itself."),
        mark("Take it out of `translations`."),
    ),
    "Q622": Kind(
        mark("`{value}` is not a language."), mark("Write its two letters, such as `it`.")
    ),
    # Names
    "Q623": Kind(
        mark("The code `{value}` is used twice; first in line {line}."),
        mark("Choose another code; capital letters make no difference."),
    ),
    "Q624": Kind(
        mark("`{value}` means something else in an interview."),
        mark(
            "Choose another id; taken are: business, fit, handoffs, journeys, flagged, unanswered."
        ),
    ),
    "Q625": Kind(
        mark("`{value}` would be taken for a number."), mark("Let it have a letter in it.")
    ),
    # Who is asked what
    "Q626": Kind(
        mark("This entry of `{key}` says the same as line {line}."),
        mark("Say what is different, so that one can choose between them."),
    ),
    "Q627": Kind(
        mark("No profile is asked `{value}`, so its steps can never be advised."),
        mark(
            "Write whom it concerns, as in `{{id: {value}, profiles: {{{profile}: core}}}}`, or "
            "remove it."
        ),
    ),
    "Q628": Kind(
        mark("No profile walks the journey `{value}`."),
        mark(
            "Write whom it concerns, as in `{{id: {value}, profiles: [{profile}]}}`, or remove it."
        ),
    ),
    "Q629": Kind(
        mark("No question belongs to the dimension `{value}`."),
        mark("Add one whose id begins with `{value}.`, or leave it out of `dimensions`."),
        "warning",
    ),
    "Q630": Kind(
        mark("The profile `{value}` is asked nothing of the dimension `{dimension}`."),
        mark("Give it a weight in a question of that dimension, if it concerns such businesses."),
        "warning",
    ),
    "Q631": Kind(
        mark("With everything at its best the profile `{value}` is still `{stage}`."),
        mark("Give it a weight in the questions that it needs, or remove the profile."),
    ),
    "Q632": Kind(
        mark(
            "This condition of the stage `{stage}` is void for {profiles}: none of {known} is asked"
            " of them."
        ),
        mark("Ask them one of these, or add one that they are asked."),
        "warning",
    ),
    "Q633": Kind(
        mark(
            "No journey that anybody walks can meet or break this condition of the stage `{stage}`."
        ),
        mark("Name journeys that have a critical step, a weight and a profile, or remove it."),
    ),
    "Q634": Kind(
        mark("The journey `{value}` has no critical step, so it can neither pass nor fail."),
        mark("Write `critical: yes` at the step that decides it."),
    ),
    "Q635": Kind(
        mark("`{value}` cannot walk the journey `{journey}`."),
        mark("Add it to `profiles`, or take it out of `default-for`."),
    ),
    "Q636": Kind(
        mark("`{value}` is required of {profiles}, but none of them is asked about it."),
        mark("Require something that they are asked, or remove it."),
        "warning",
    ),
    # Numbers
    "Q637": Kind(
        mark("`{key}` is {value}; with {other_value} for `{other}` it may be {limit} at most."),
        mark("Correct one of the two."),
    ),
    "Q638": Kind(
        mark(
            "With {value} % `{key}` asks nothing of the levels below a stage: more than half must"
            " be at its own level anyway."
        ),
        mark("Write a number from 51 to 100."),
    ),
    "Q639": Kind(
        mark("{value} weeks do not lie between {low} and {high}."),
        mark("Write a midpoint between the two."),
    ),
    "Q640": Kind(
        mark("The percentages add up to {value}, not to 100."), mark("Correct one of them.")
    ),
    "Q641": Kind(
        mark("With these cuts nothing is ever found to be at the stage `{stage}`."),
        mark("Move them: each stage needs room of its own."),
    ),
    "Q642": Kind(
        mark("No question belongs to the factor `{value}`, so that fit cannot be judged."),
        mark("Add one whose id begins with `{value}.`, or remove the factor."),
    ),
    # What nothing leads to
    "Q643": Kind(
        mark("The advice `{value}` can never be given: its conditions cannot all hold."),
        mark("Correct its conditions, or remove it."),
    ),
    "Q644": Kind(
        mark("Nothing uses `{value}`."), mark("Remove it, if it is not needed."), "warning"
    ),
    # What is drawn, and the words of what is there
    "Q645": Kind(
        mark("`{value}` is not taken over from the questionnaire that this one draws on."),
        mark("Add it under `{key}`, or choose one that is there."),
    ),
    "Q646": Kind(
        mark("There is no file `{file}`, though `words: yes` says that there is."),
        mark("Write it, or take `words: yes` out of the profile `{value}`."),
    ),
    "Q647": Kind(
        mark("`{key}` holds no words for people, so there are no others for it."),
        mark("Leave it out; a file of words holds ids and texts alone."),
    ),
    "Q648": Kind(
        mark("The questionnaire says nothing of `{value}`, so nobody gets to read it."),
        mark("Write `words: yes` at a profile with the id `{profile}`, or remove the file."),
        "warning",
    ),
    "Q649": Kind(
        mark("The advice `{value}` has no condition, so everybody is given it."),
        mark("Write under `when` who needs it, if not everybody does."),
        "warning",
    ),
}
