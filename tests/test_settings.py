import pytest

from trucewatch import wiring
from trucewatch.core.errors import BadSetting
from trucewatch.core.model import Severity
from trucewatch.settings import Settings, read_settings

KNOWN = (
    "pipeline, case, by, actors, select, ignore, severity, type, time_limit, second_reader_url, second_reader_model, "
    "second_reader_timeout, second_reader_time_limit, second_reader_key_env"
)
CODES = ("TIME001", "TIME002", "TIME009", "XREF003")


def read(folder, environ=None):
    return read_settings(folder, environ or {}, rules=lambda: CODES)


def faults(folder, environ=None) -> list[str]:
    with pytest.raises(BadSetting) as caught:
        read(folder, environ)
    return str(caught.value).removeprefix("BadSetting: ").split("; trucewatch.toml: ")


def test_without_file_and_variables_every_setting_has_its_default(tmp_path):
    assert read_settings(tmp_path, {}) == Settings(pipeline=None, select=(), ignore=(), severity={})


def test_the_file_is_read_and_a_variable_wins_over_it(tmp_path):
    (tmp_path / "trucewatch.toml").write_text('pipeline = "en_core_web_md"\n[lint]\nselect = ["TIME001"]\n')
    assert read(tmp_path).pipeline == "en_core_web_md"
    assert read(tmp_path, {"TRUCEWATCH_PIPELINE": "en_core_web_trf"}).pipeline == "en_core_web_trf"
    assert read(tmp_path, {"TRUCEWATCH_SELECT": "TIME002, TIME009"}).select == ("TIME002", "TIME009")


def test_choices_of_rules_are_read(tmp_path):
    (tmp_path / "trucewatch.toml").write_text(
        '[lint]\nselect = ["TIME001", "time002"]\nignore = ["XREF003"]\n[lint.severity]\nTIME002 = "low"\n'
    )
    assert read(tmp_path) == Settings(
        select=("TIME001", "TIME002"), ignore=("XREF003",), severity={"TIME002": Severity.LOW}
    )
    assert read(tmp_path, {"TRUCEWATCH_TYPE": "definitive"}).type == "definitive"
    variables = {"TRUCEWATCH_SEVERITY": "TIME002=info,TIME009=high"}
    assert read(tmp_path, variables).severity == {"TIME002": Severity.INFO, "TIME009": Severity.HIGH}


def test_all_faults_are_reported_at_once(tmp_path):
    (tmp_path / "trucewatch.toml").write_text("pipeline = 3\ntheme = true\n")
    with pytest.raises(BadSetting) as caught:
        read_settings(tmp_path, {"TRUCEWATCH_PIPELIEN": "en_core_web_md"})
    assert str(caught.value) == (
        "BadSetting: trucewatch.toml: pipeline is 3; expected the name of an installed package, such as "
        "en_core_web_md; trucewatch.toml: theme is no setting. "
        f"Settings: {KNOWN}; TRUCEWATCH_PIPELIEN is no setting, nearest: pipeline. Settings: {KNOWN}"
    )


def test_all_faults_of_the_lint_section_are_reported_at_once(tmp_path):
    (tmp_path / "trucewatch.toml").write_text(
        '[lint]\nselct = ["TIME001"]\nselect = "TIME001"\nignore = ["TIME099", "TIME001", "HUMBUG"]\n'
        '[lint.severity]\nTIME02 = "low"\nTIME001 = "hihg"\nTIME002 = 3\n'
    )
    assert faults(tmp_path) == [
        f"trucewatch.toml: lint.selct is no setting, nearest: select. Settings: {KNOWN}",
        'lint.select is \'TIME001\'; expected a list of rule codes, such as ["TIME001", "TIME002"]',
        'lint.ignore has no rule "TIME099", nearest: TIME009. See all: trucewatch rules',
        'lint.ignore has no rule "HUMBUG", nearest: TIME009. See all: trucewatch rules',
        'lint.severity has no rule "TIME02", nearest: TIME002. See all: trucewatch rules',
        "lint.severity has 'hihg' for TIME001, nearest: high; expected blocker, high, medium, low or info",
        "lint.severity has 3 for TIME002; expected blocker, high, medium, low or info",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "lint.type = 'cesation'",
            "trucewatch.toml: lint.type is 'cesation', nearest: cessation; expected unilateral, cessation, preliminary or "
            "definitive",
        ),
        ("lint = 3", "trucewatch.toml: lint is 3; expected a section, [lint]"),
        ("second_reader = true", "trucewatch.toml: second_reader is True; expected a section, [second_reader]"),
        (
            "lint.severity = 'low'",
            "trucewatch.toml: lint.severity is 'low'; expected a severity for each rule, such as TIME002 = \"low\"",
        ),
    ],
)
def test_a_section_of_the_wrong_kind_is_named(tmp_path, content, said):
    (tmp_path / "trucewatch.toml").write_text(content)
    assert faults(tmp_path) == [said]


def test_codes_are_looked_up_only_when_one_is_named(tmp_path):
    def refuse():
        raise AssertionError("nobody asked")

    assert read_settings(tmp_path, {"TRUCEWATCH_PIPELINE": "en_core_web_md"}, rules=refuse).pipeline


def test_a_file_that_is_no_toml_is_named(tmp_path):
    (tmp_path / "trucewatch.toml").write_text("pipeline =")
    with pytest.raises(BadSetting, match=r"^BadSetting: trucewatch.toml cannot be read: Invalid value"):
        read_settings(tmp_path, {})


def test_a_pipeline_must_be_a_package_name_and_no_path(tmp_path):
    with pytest.raises(BadSetting, match="expected the name of an installed package"):
        read_settings(tmp_path, {"TRUCEWATCH_PIPELINE": "../somewhere"})


def test_other_variables_are_none_of_our_business(tmp_path):
    assert read_settings(tmp_path, {"PATH": "/bin", "TRUCE": "x"}) == Settings()


# --------------------------------------------------------------------------- the second reader


def test_there_is_no_second_reader_unless_one_is_set(tmp_path):
    assert read(tmp_path).second_reader_url is None


def test_the_second_reader_is_read_from_its_section_and_from_variables(tmp_path):
    (tmp_path / "trucewatch.toml").write_text(
        '[second_reader]\nbase_url = "http://127.0.0.1:8080/v1"\nmodel = "small"\ntimeout = 30\ntime_limit = 90.5\n'
        'key_env = "MY_KEY"\n'
    )
    settings = read(tmp_path, {"MY_KEY": "s3cret", "TRUCEWATCH_SECOND_READER_TIMEOUT": "12.5"})
    assert settings == Settings(
        second_reader_url="http://127.0.0.1:8080/v1",
        second_reader_model="small",
        second_reader_timeout=12.5,
        second_reader_time_limit=90.5,
        second_reader_key_env="MY_KEY",
        second_reader_key="s3cret",
    )
    assert "s3cret" not in repr(settings)
    variables = {"TRUCEWATCH_SECOND_READER_URL": "https://[::1]:9/v1", "TRUCEWATCH_SECOND_READER_MODEL": "large"}
    assert read(tmp_path, variables).second_reader_url == "https://[::1]:9/v1"
    assert read(tmp_path, variables).second_reader_model == "large"


def test_without_a_name_for_it_the_key_is_in_its_own_variable(tmp_path):
    assert read(tmp_path, {"TRUCEWATCH_SECOND_READER_KEY": "s3cret"}).second_reader_key == "s3cret"


URL = "the address of a chat server, such as http://127.0.0.1:8080/v1"
SECONDS = "a number of seconds, such as 120"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("base_url = 8080", f"base_url is 8080; expected {URL}"),
        *[
            (f'base_url = "{url}"', f"base_url is {url!r}; expected {URL}")
            for url in (
                "", "localhost:8080", "file:///etc/passwd", "http://", "http://host:99999/v1", "http://host:x/",
                "http://user:word@host/", "http://host/v1?key=1", "http://host/#v1", "http://a host/", "http://[::1",
            )
        ],
        ('model = " "', "model is ' '; expected the name of a model on that server"),
        ('timeout = "soon"', f"timeout is 'soon'; expected {SECONDS}"),
        ("timeout = 0", f"timeout is 0; expected {SECONDS}"),
        ("timeout = true", f"timeout is True; expected {SECONDS}"),
        ("time_limit = inf", f"time_limit is inf; expected {SECONDS}"),
        ("time_limit = nan", f"time_limit is nan; expected {SECONDS}"),
        ('key_env = "sk-123"', "key_env is no name of a variable; expected the name of the variable that holds the key, and never the key"),
    ],
)  # fmt: skip
def test_a_second_reader_that_cannot_be_is_refused(tmp_path, line, said):
    (tmp_path / "trucewatch.toml").write_text(f"[second_reader]\n{line}\n")
    assert faults(tmp_path) == [f"trucewatch.toml: second_reader.{said}"]


def test_a_setting_of_the_second_reader_that_is_none_is_named(tmp_path):
    (tmp_path / "trucewatch.toml").write_text('[second_reader]\nmodle = "small"\n')
    assert faults(tmp_path) == [
        f"trucewatch.toml: second_reader.modle is no setting, nearest: second_reader_model. Settings: {KNOWN}"
    ]


def test_the_case_and_the_name_are_read(tmp_path):
    (tmp_path / "trucewatch.toml").write_text('case = "libya"\nby = " Ada "\n')
    assert (read(tmp_path).case, read(tmp_path).by) == ("libya", "Ada")
    assert read(tmp_path, {"TRUCEWATCH_CASE": "syria"}).case == "syria"
    assert faults(tmp_path, {"TRUCEWATCH_BY": " "}) == ["TRUCEWATCH_BY is ' '; expected a person's name"]


def test_a_file_of_own_actors_is_read_before_the_packaged_ones(tmp_path):
    own = tmp_path / "mine.yaml"
    own.write_text("- {id: vf, conflict: valley, kind: armed_group, aliases: [Valley Front]}\n", encoding="utf-8")
    settings = read_settings(tmp_path, {"TRUCEWATCH_ACTORS": str(own)})
    assert wiring.vocabulary(settings).actors[0].aliases == ("Valley Front",)
    assert wiring.vocabulary().actors[0].id != "vf"


def test_a_file_of_own_actors_that_is_not_there(tmp_path):
    settings = read_settings(tmp_path, {"TRUCEWATCH_ACTORS": "nowhere.yaml"})
    with pytest.raises(BadSetting) as error:
        wiring.vocabulary(settings)
    assert str(error.value) == (
        "BadSetting: actors: nowhere.yaml cannot be read: No such file or directory. Name a YAML file of actors"
    )


def test_the_time_for_a_report_is_set_in_the_file_and_by_the_variable(tmp_path):
    (tmp_path / "trucewatch.toml").write_text("time_limit = 30\n", encoding="utf-8")
    assert read_settings(tmp_path, {}).time_limit == 30
    assert read_settings(tmp_path, {"TRUCEWATCH_TIME_LIMIT": "2.5"}).time_limit == 2.5
    assert read_settings(tmp_path / "elsewhere", {}).time_limit == 600
