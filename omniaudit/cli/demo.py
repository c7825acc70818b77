"""`omniaudit demo`: a sample business, scored and reported, in one go."""

from __future__ import annotations

from pathlib import Path

from omniaudit.cli import options, streams
from omniaudit.cli.editor_schemas import AnswersSchema
from omniaudit.cli.formats import FORMATS, Copy
from omniaudit.cli.questionnaires import questionnaire_for, typed_with
from omniaudit.engine.scoring import score
from omniaudit.language import say
from omniaudit.load.answers import read_answers
from omniaudit.problems import Unavailable
from omniaudit.render import output as files_out
from omniaudit.render import terminal
from omniaudit.report.build import build, planned
from omniaudit.report.screens.score import score_summary
from omniaudit.resources import sample_file

NAME = "libreria-aurora"
SHOWN = (".pdf", ".html")


def command(
    output: options.OutputFolder = Path("omniaudit-demo"),
    force: options.Force = False,
    lang: options.Language = "",
) -> int:
    """Assess and report a sample business.

    Writes an answers file and its report, and shows the score.
    """
    ours = questionnaire_for([])
    answers = output / f"{NAME}.yaml"
    paths = {suffix: output / f"{NAME}{suffix}" for suffix in SHOWN}
    files_out.make_folder(output)
    for path in (answers, *paths.values()):
        files_out.check(path, force=force)
    schema = AnswersSchema(answers, ours, force=force)
    sample = sample_file(ours.language).read_bytes()
    sheet = read_answers(sample, str(answers), ours)
    card = score(ours, sheet)
    files_out.write(answers, sample, force=force)
    schema.write()
    written = [answers, schema.path]
    assessment = planned(ours, card)
    copy = Copy(assessment, build(assessment))
    for suffix, path in paths.items():
        try:
            files_out.write(path, FORMATS[suffix](copy), force=force)
        except Unavailable as error:
            streams.show_problems(error.problems, as_json=False)
        else:
            written.append(path)
    summary = score_summary(ours, card, typed_with("", lang, str(answers)))
    streams.put(terminal.render(summary, streams.width()))
    files = ", ".join(streams.named(path) for path in written)
    streams.tell(say("Wrote {files}.", files=files))
    return 0
