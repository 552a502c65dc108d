import pytest

from trucewatch.core.errors import BadSetting
from trucewatch.settings import Settings, read_settings


def test_without_file_and_variables_every_setting_has_its_default(tmp_path):
    assert read_settings(tmp_path, {}) == Settings(pipeline=None)


def test_the_file_is_read_and_a_variable_wins_over_it(tmp_path):
    (tmp_path / "trucewatch.toml").write_text('pipeline = "en_core_web_md"\n')
    assert read_settings(tmp_path, {}).pipeline == "en_core_web_md"
    assert read_settings(tmp_path, {"TRUCEWATCH_PIPELINE": "en_core_web_trf"}).pipeline == "en_core_web_trf"


def test_all_faults_are_reported_at_once(tmp_path):
    (tmp_path / "trucewatch.toml").write_text("pipeline = 3\ncolour = true\n")
    with pytest.raises(BadSetting) as caught:
        read_settings(tmp_path, {"TRUCEWATCH_PIPELIEN": "en_core_web_md"})
    assert str(caught.value) == (
        "BadSetting: trucewatch.toml: pipeline is 3; expected the name of an installed package, such as "
        "en_core_web_md; trucewatch.toml: colour is no setting. Settings: pipeline; TRUCEWATCH_PIPELIEN is no "
        "setting. Settings: pipeline"
    )


def test_a_file_that_is_no_toml_is_named(tmp_path):
    (tmp_path / "trucewatch.toml").write_text("pipeline =")
    with pytest.raises(BadSetting, match=r"^BadSetting: trucewatch.toml cannot be read: Invalid value"):
        read_settings(tmp_path, {})


def test_a_pipeline_must_be_a_package_name_and_no_path(tmp_path):
    with pytest.raises(BadSetting, match="expected the name of an installed package"):
        read_settings(tmp_path, {"TRUCEWATCH_PIPELINE": "../somewhere"})


def test_other_variables_are_none_of_our_business(tmp_path):
    assert read_settings(tmp_path, {"PATH": "/bin", "TRUCE": "x"}) == Settings()
