import numpy as np, json
from hypothesis import given, settings, HealthCheck, strategies as st
from boardkit.economics import *
from boardkit.economics.json import forecast_json
from boardkit.economics.brief import brief
from boardkit.assessment import Answer
from tests.support.companies import *
from tests.support.made_up_answers import any_answers
@settings(deadline=None,max_examples=250,suppress_health_check=list(HealthCheck))
@given(any_answers(questionnaire()), st.floats(1,1e12), st.sampled_from(['base','severe','boom','stall']))
def test_f(a,arr,s):
    a={**a,'A01':Answer(value=arr,basis='export')}
    x=assessment_of(questionnaire(),a)
    f=forecast(questionnaire(),x,s)
    json.dumps(forecast_json(questionnaire(),x,f),allow_nan=False)
    brief(questionnaire(),x,f)
