"""A learner made of chance: looks, moves, enters and goes back as it comes, through the real walk."""

from collections.abc import Callable
from datetime import datetime, timedelta

from screen.core.screening import Answer, Entry, Note, Screening, Sign
from screen.core.shape.attempt import Step
from screen.core.walk import End, Question, Wish, walk
from screen.practice.keyed import BEGAN
from screen.practice.played import entered, looked, moved, start_of
from screen.practice.scene import Scene, offered

Chance = Callable[[int], int]


class Learner:
    """Plays a scene by chance. `seen`: the screening that the walk had at each question, and the steps so far."""

    def __init__(self, scene: Scene, chance: Chance, most: int = 60) -> None:
        self.scene, self.chance, self.most = scene, chance, most
        self.steps: list[Step] = []
        self.seen: list[tuple[Screening, tuple[Step, ...]]] = []
        self.clock = 0

    def walk(self) -> End:
        """Play to the end."""
        return walk(self.scene.book, self.ask, lambda *_: None, lambda _: None, self.now, start_of(self.scene, BEGAN))

    def now(self) -> datetime:
        """The moment of the last step."""
        return BEGAN + timedelta(seconds=self.clock)

    def ask(self, question: Question) -> Entry | Wish:
        """What comes into the learner's mind."""
        self.seen.append((question.screening, tuple(self.steps)))
        if len(self.steps) >= self.most:
            return Wish.LEAVE
        for _ in range(self.chance(3)):
            self.clock += self.chance(20)
            self.beside(question)
        self.clock += self.chance(20)
        match self.chance(12):
            case 0:
                return self.wish("back", Wish.BACK)
            case 1:
                return self.wish("take-back", Wish.TAKE_BACK)
            case 2:
                return self.enter(Note("words"), question)
            case 3:
                signs = [*self.scene.book.bit]
                return self.enter(Sign(signs[self.chance(len(signs))]), question)
        return self.enter(self.answer(question), question)

    def beside(self, question: Question) -> None:
        """Look, or make a move."""
        moves = offered(self.scene, question.stage)
        if self.chance(2):
            self.steps.append(looked(self.scene, self.steps, question, self.clock)[0])
        else:
            move = moves[self.chance(len(moves))]
            self.steps.append(moved(self.scene, self.steps, move, question.stage.id, self.clock)[0])

    def answer(self, question: Question) -> Answer:
        """Any answer that could be given."""
        item, options = question.item, [option.id for _, option in question.options]
        match self.chance(6):
            case 0:
                return Answer(item.id, state="could-not-tell", reason="as told")
            case 1:
                return Answer(item.id, state="declined")
        picked = tuple(each for each in options if self.chance(3) == 0)
        facts = tuple((fact, "as told") for fact in self.scene.book.reach[item.id])
        if item.pick == "one":
            return Answer(item.id, (options[self.chance(len(options))],), reasons=facts)
        unsure = tuple(each for each in options if each not in picked and self.chance(5) == 0)
        return Answer(item.id, picked, unsure, reasons=facts, why_not="no time")

    def enter(self, entry: Entry, question: Question) -> Entry:
        """Enter it, and keep the step."""
        self.steps.append(entered(entry, question.stage.id, self.clock))
        return entry

    def wish(self, does: str, wish: Wish) -> Wish:
        """Go back, and keep the step."""
        self.steps.append(Step.model_validate({"at": self.clock, "does": does}))
        return wish
