"""Figures lead to the questions that they come from."""

from boardkit.conditions import Named
from boardkit.content import shipped_questionnaire
from boardkit.tracing import questions_of_condition, questions_of_formula


def test_a_formula_leads_through_derived_values_classes_and_shared_conditions() -> None:
    questionnaire = shipped_questionnaire()
    money = questionnaire.roles.money
    assert money is not None
    assert questions_of_formula(questionnaire, money.total) == ("A01",)
    assert questions_of_formula(questionnaire, money.parts[0].amount) == ("A01", "A03")
    moves = questions_of_formula(questionnaire, money.parts[1].amount)
    assert {"A01", "A03", "A08"} <= set(moves)
    assert len(moves) == len(set(moves))


def test_a_condition_leads_to_what_it_reads_and_to_what_it_names() -> None:
    questionnaire = shipped_questionnaire()
    gates = {gate.id: gate for c in questionnaire.methodology.composites for gate in c.gates}
    assert questions_of_condition(questionnaire, gates["rights"].when) == ("E03",)
    assert questions_of_condition(questionnaire, Named(condition="ai_products")) == ("A06", "E01")


def test_a_number_leads_nowhere() -> None:
    assert questions_of_formula(shipped_questionnaire(), 3.0) == ()
