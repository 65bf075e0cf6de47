"""The next assessment from the last one: what is carried over, what to confirm, what came true."""

from boardkit.following.ageing import Aged, aged_answer, aged_answers, allowed_days
from boardkit.following.confirming import Confirming, confirmed, still_to_confirm
from boardkit.following.next_assessment import next_assessment

__all__ = [
    "Aged",
    "Confirming",
    "aged_answer",
    "aged_answers",
    "allowed_days",
    "confirmed",
    "next_assessment",
    "still_to_confirm",
]
