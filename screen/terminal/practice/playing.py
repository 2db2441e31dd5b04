"""Playing: a learner is led through a scenario in the real interview, to an own advice."""

from datetime import timedelta
from typing import TYPE_CHECKING

from screen.core.assessment import assess_screening
from screen.core.screening import Answer, Note, Sign
from screen.core.shape.attempt import Step
from screen.core.walk import Wish, take_back, walk
from screen.practice.claimed import done_at, followed_by
from screen.practice.played import entered, screening_of, start_of
from screen.reports.facts import result_of
from screen.terminal.console import Closed
from screen.terminal.encounter import tell_taken_back
from screen.terminal.keys import Slip
from screen.terminal.practice.acting import do, look
from screen.terminal.practice.deciding import decide
from screen.terminal.practice.lesson import kept_words, put
from screen.terminal.practice.opening import open_scene, show_recap, show_scene
from screen.terminal.prompts import Extra, Instead, Prompts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from screen.core.assessment import Assessment
    from screen.core.screening import Entry, Screening
    from screen.core.shape.interview import Stage
    from screen.core.walk import Question
    from screen.terminal.practice.lesson import Lesson

LONGEST = 10_000_000
"""As many seconds as an attempt can last; a pause of months counts no further."""

LATER = "Your own advice comes first: e. Then you see what the tool says."
ONE_PERSON = "There is one person here. e, once you have seen enough."
CLOSING = "Enter your own advice | m do something | r read again | b back | q leave > "


def play(lesson: "Lesson", steps: "Sequence[Step]") -> tuple[Step, ...] | None:
    """Lead the learner from where these steps stand to the own advice, the last step; None if the learner leaves.

    Raises KeyboardInterrupt at a second Ctrl-C running.
    """
    playing = _Playing(lesson, steps)
    try:
        playing.prompts.waiting = open_scene(lesson, steps, keeps=playing.keeps)
        while True:
            end = playing.walk()
            wish = end or playing.close()
            if wish is Wish.LEAVE:
                return None
            if wish is Wish.BACK:
                playing.undo("back")
                continue
            advice = decide(lesson, kept_words(keeps=playing.keeps))
            if advice is Wish.LEAVE:
                return None
            if isinstance(advice, Step):
                return (*playing.steps, advice.model_copy(update={"at": playing.tick()}))
    except Closed:
        return None


class _Playing:
    """The steps so far, when the last of them was made, and whether they are kept."""

    def __init__(self, lesson: "Lesson", steps: "Sequence[Step]") -> None:
        self.lesson, self.scene, self.steps = lesson, lesson.scene, list(steps)
        self.at = max((step.at for step in steps), default=0)
        self.question: Question | None = None
        self.keeps = lesson.keep(tuple(steps))
        self.prompts = Prompts(
            lesson.console, self.scene.book, keeps=self.keeps, kept=kept_words(keeps=self.keeps), extra=self.keys(),
            done=lambda question: done_at(question.item, followed_by(self.scene, self.steps)), of_about=False,
        )  # fmt: skip

    def keys(self) -> dict[str, Extra]:
        """The keys that practice has beside the usual ones, or in their place."""
        return {
            "o": Extra("look or ask now", lambda _, rest: self.look(rest), "look or ask"),
            "m": Extra("do something (m3: number 3)", lambda question, rest: self.move(question.stage, rest), "do"),
            "r": Extra("read the scene again", lambda *_: self.read_again()),
            "e": Extra("enough: my own advice", lambda _, rest: Slip("e alone.") if rest else Wish.ENOUGH, "enough"),
            "a": Extra("the tool's advice, after your own", lambda *_: Slip(LATER)),
            "p": Extra("one person here", lambda *_: Slip(ONE_PERSON)),
        }

    def tick(self) -> int:
        """The seconds since the attempt began; never fewer than before, whatever the clock does."""
        passed = int((self.lesson.now() - self.lesson.began).total_seconds())
        self.at = min(max(self.at, passed), LONGEST)
        return self.at

    def now(self) -> "datetime":
        """The moment of the last step, so that what is walked and what the steps fold into are one."""
        return self.lesson.began + timedelta(seconds=self.at)

    def keep(self, step: Step) -> None:
        """Keep one step more."""
        self.steps.append(step)
        self.keeps = self.prompts.keeps = self.lesson.keep(tuple(self.steps))
        self.prompts.kept = kept_words(keeps=self.keeps)

    def screening(self) -> "Screening":
        """What the steps come to."""
        return screening_of(self.scene, self.steps, self.lesson.began)

    def walk(self) -> Wish | None:
        """Put the questions from where the steps stand; the wish that ended them, None if none is left."""
        return walk(self.scene.book, self.ask, self.show, lambda _: None, self.now, self.screening()).wish

    def ask(self, question: "Question") -> "Entry | Wish":
        """The learner's reply to one question, kept as a step. What the tool makes of it so far is not told."""
        self.question = question
        book, nothing = self.scene.book, start_of(self.scene, self.lesson.began)
        while True:
            reply = self.prompts.ask(question._replace(assessment=assess_screening(book, nothing, None)))
            at = self.tick()
            if reply is Wish.BACK:
                if not self.has_entered():
                    self.lesson.console.write("This is the first question.")
                    continue
                self.keep(Step(at=at, does="back", stage=question.stage.id))
            elif reply is Wish.TAKE_BACK:
                if take_back(book, self.screening()) == self.screening():
                    self.lesson.console.write("There is no sign to take back.")
                    continue
                self.keep(Step(at=at, does="take-back", stage=question.stage.id))
            elif isinstance(reply, Answer | Sign | Note):
                self.keep(entered(reply, question.stage.id, at))
            return reply

    def has_entered(self) -> bool:
        """Whether there is anything to go back over."""
        return any(isinstance(entry, Answer | Sign) for entry in self.screening().entries)

    def undo(self, does: str) -> None:
        """Go back from beyond the last question."""
        self.keep(Step.model_validate({"at": self.tick(), "does": does}))

    def show(self, screening: "Screening", assessment: "Assessment", before: "Assessment | None") -> None:
        """Name what was taken back, and nothing of the advice."""
        if before is not None and assessment.evidence.present != before.evidence.present:
            booth = result_of(self.scene.book, screening, self.now()).is_booth
            tell_taken_back(self.lesson.console, self.scene.book, before, assessment, booth=booth)

    def look(self, rest: str) -> Slip | Instead | None:
        """Look or ask at the question that is put."""
        if rest or self.question is None:
            return Slip("o alone.")
        step = look(self.lesson, self.steps, self.question, self.tick())
        return step if isinstance(step, Instead) else self.told(step)

    def read_again(self) -> None:
        """Show the scene once more, and what was heard and marked last; nothing is done by that."""
        show_scene(self.lesson.console, self.scene.scenario, facilitated=self.lesson.facilitated)
        show_recap(self.lesson, self.steps)

    def move(self, stage: "Stage | None", rest: str) -> Slip | None:
        """Do something that is no question."""
        return self.told(do(self.lesson, self.steps, stage, rest, self.tick()))

    def told(self, step: Step | Slip | None) -> Slip | None:
        """Keep the step that was made, if one was; a slip is passed on."""
        if isinstance(step, Step):
            self.keep(step)
        return step if isinstance(step, Slip) else None

    def stage(self) -> "Stage | None":
        """Where it goes on: the stage of the question put last, or for one who comes back, of the last step."""
        if self.question is not None:
            return self.question.stage
        last = next((step.stage for step in reversed(self.steps) if step.stage), "")
        return next((each for each in self.scene.book.rulebook.stages if each.id == last), None)

    def close(self) -> Wish:
        """Once no more questions come: what is still to be done, before the own advice."""
        console, kept = self.lesson.console, kept_words(keeps=self.keeps)
        at_booth = (stage := self.stage()) is not None and stage.booth == "yes"

        def show() -> None:
            console.write()
            ended = "The questions end at the booth." if at_booth else "No more questions come."
            console.write(
                f"{ended} What is to be done before they go on, do it now.", "note: " if console.plain else ""
            )

        waiting, self.prompts.waiting = self.prompts.waiting, ""
        wish = self.closed(waiting) if waiting else None
        while wish is None or isinstance(wish, Slip):
            wish = put(console, CLOSING, self.closed, show, kept)
        return wish

    def closed(self, line: str) -> Wish | Slip | None:
        """What a line means once no more questions come; None: it is done, and the next is waited for."""
        typed = line.lower()
        if typed.startswith("m") and (typed[1:].strip().isdecimal() or typed == "m"):
            return self.move(self.stage(), typed[1:].strip())
        if typed == "r":
            self.read_again()
            return None
        if typed == "q":
            return Wish.LEAVE if self.prompts.is_sure() else None
        wishes = {"": Wish.ENOUGH, "e": Wish.ENOUGH, "b": Wish.BACK}
        return wishes.get(typed) or Slip(
            "Enter: you say what you would advise. m: what you can still do here. r: the scene once more. "
            "b: back to the last question. q: leave."
        )
