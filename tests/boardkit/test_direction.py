from boardkit.direction import isolated, runs_leftward


def test_only_what_runs_leftward_is_set_apart() -> None:
    assert isolated("Paperclip & Sons 2026") == "Paperclip & Sons 2026"
    assert isolated("שלום") == "\u2068שלום\u2069"
    assert runs_leftward("Ltd. شركة")
    assert not runs_leftward("株式会社")
