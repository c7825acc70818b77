"""What is put to whoever answers: the question in full, and what stands before the cursor."""

from __future__ import annotations

from omniaudit.interview.screens import overviews, questions
from omniaudit.interview.screens.lines import Line
from omniaudit.interview.screens.naming import called
from omniaudit.interview.state import Conversation
from omniaudit.language import say, say_count


def put(conversation: Conversation) -> tuple[Line, ...]:
    """The question asked now in full; at the end the check list."""
    question = conversation.question
    if question is None:
        return overviews.check_list(conversation.scene)
    return questions.asked(conversation.scene, question)


def prompt(conversation: Conversation) -> str:
    """What stands before the cursor."""
    question, offer = conversation.question, conversation.offer
    if question is None:
        return say("Number to change, Enter to finish> ")
    if offer is not None:
        return say_count(
            len(offer.text.splitlines()),
            "Keep it as the note of {question}? Enter keeps, x leaves out> ",
            "Keep these {count} lines as the note of {question}? Enter keeps, x leaves out> ",
            question=called(question),
        )
    match conversation.wants:
        case "reason":
            return say("Reason (what is not done yet is a 0)> ")
        case "note":
            return say("Note, an empty line ends it> ")
        case "evidence":
            return say("Evidence> ")
        case "coverage":
            return say("Coverage> ")
        case _:
            return questions.prompt(conversation.scene, question)
