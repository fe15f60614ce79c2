from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.settings import Settings, SettingsError, TelegramSettings, WebSettings, read_settings

TOKEN = "123456789:AAFakeTokenForTestsOnly_0123456789abc"  # noqa: S105 - made up


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "config.yaml"


def read(config: Path, text: str, environment: dict[str, str] | None = None) -> Settings:
    config.write_text(text, encoding="utf-8")
    return read_settings(config, environment or {})


def refusal(config: Path, text: str, environment: dict[str, str] | None = None) -> list[str]:
    with pytest.raises(SettingsError) as raised:
        read(config, text, environment)
    return list(raised.value.messages)


def test_the_file_of_the_project_is_sound() -> None:
    root = Path(__file__).parents[1]

    read = read_settings(root / "config.yaml", {})

    assert read.knowledge == (root / "knowledge/england", root / "knowledge/croydon")
    assert read.telegram == TelegramSettings()
    assert read.web == WebSettings()
    assert all(folder.is_dir() for folder in read.knowledge)


def test_the_file_may_leave_everything_out(config: Path) -> None:
    read_ = read(config, "web: {port: 9000}")

    assert read_.web == WebSettings(port=9000)
    assert read_.telegram == TelegramSettings()


def test_folders_are_relative_to_the_file(config: Path) -> None:
    elsewhere = config.parent / "deep" / "config.yaml"
    elsewhere.parent.mkdir()

    read_ = read(elsewhere, "knowledge: [here, ../there, /somewhere]")

    assert read_.knowledge == (
        elsewhere.parent / "here",
        elsewhere.parent / "../there",
        Path("/somewhere"),
    )


def test_the_environment_goes_before_the_file(config: Path) -> None:
    given_ = {
        "BOT_TOKEN": f" {TOKEN}\n",
        "BOT_BASE_URL": "http://localhost:8081/bot",
        "BOT_BASE_FILE_URL": "http://localhost:8081/file/bot",
        "BOT_WEBHOOK_URL": "https://guide.example.org/telegram",
        "BOT_WEBHOOK_SECRET": "not-a-secret-at-all",
        "BOT_HOST": "0.0.0.0",  # noqa: S104 - what a container sets
        "BOT_PORT": "80",
        "BOT_ALLOWED_USERS": "12, 34,",
        "PATH": "/bin",
    }

    read_ = read(config, "web: {host: localhost, port: 9000}", given_)

    assert read_.web == WebSettings(host="0.0.0.0", port=80)  # noqa: S104 - see above
    assert read_.telegram == TelegramSettings(
        token=TOKEN,
        base_url="http://localhost:8081/bot",
        base_file_url="http://localhost:8081/file/bot",
        webhook_url="https://guide.example.org/telegram",
        webhook_secret="not-a-secret-at-all",  # noqa: S106 - made up
        allowed_users=frozenset({12, 34}),
    )


def test_an_empty_variable_counts_as_not_set(config: Path) -> None:
    read_ = read(config, "{}", {"BOT_TOKEN": "", "BOT_PORT": " ", "BOT_ALLOWED_USERS": ""})

    assert read_.telegram.token is None
    assert read_.web.port == 8080
    assert read_.telegram.allowed_users == frozenset()


def test_secrets_and_personal_ids_never_show(config: Path) -> None:
    given_ = {
        "BOT_TOKEN": TOKEN,
        "BOT_WEBHOOK_SECRET": "hush-hush-hush-hush",
        "BOT_ALLOWED_USERS": "987654",
    }

    shown = repr(read(config, "{}", given_))

    assert TOKEN not in shown
    assert "hush-hush-hush-hush" not in shown
    assert "987654" not in shown


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"telegram:\n  inline_mode: false  # {TOKEN}\n", "2:25"),
        (f"telegram:\n  token: {TOKEN}\n", "2:10"),
        ("telegram:\n  token: null\n", "2:3"),
        ("telegram:\n  bot_secret: x\n", "2:3"),
        (f"knowledge: [{TOKEN}]\n", "1:13"),
    ],
)
def test_a_token_in_the_file_is_refused_without_repeating_it(
    config: Path, text: str, place: str
) -> None:
    messages = refusal(config, text)

    assert any(message.startswith(f"config.yaml:{place}: no token") for message in messages)
    assert "BOT_TOKEN" in messages[0]
    assert TOKEN not in "\n".join(messages)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("web:\n  prot: 1\n", "config.yaml:2:3: `prot` is not known here; did you mean `port`?"),
        ("web:\n  port: '80'\n", "config.yaml:2:9: a whole number is expected"),
        ("web:\n  port: 70000\n", "config.yaml:2:9: a port is a number from 1 to 65535"),
        ("web:\n  public_url: guide\n", "config.yaml:2:15: write it as https://"),
        (
            "web:\n  trusted_hosts: ['https://guide']\n",
            "config.yaml:2:19: write the name of a host alone",
        ),
        ("telegram:\n  inline_mode: yes\n", "config.yaml:2:16: write true or false"),
        ("telegram:\n  messages_per_minute: 0\n", "config.yaml:2:24: at least 1 is needed"),
        ("telegram:\n", "config.yaml:1:1: an entry of lines `name: value` is expected"),
        ("knowledge: []\n", "config.yaml:1:1: name at least one folder"),
        ("knowledge: england\n", "config.yaml:1:12: a list is expected"),
        ("- a\n", "config.yaml:1:1: an entry of lines `name: value` is expected"),
        ("web: {\n", "config.yaml:2:1: something is missing after a bracket or a comma"),
        ("", "config.yaml:1:1: the file is empty"),
    ],
)
def test_a_wrong_line_is_told_with_its_place(config: Path, text: str, told: str) -> None:
    (message,) = refusal(config, text)

    assert message.startswith(told)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("BOT_TOKEN", "not a token", "this is no token"),
        ("BOT_BASE_URL", "localhost", "write it as https://"),
        ("BOT_BASE_FILE_URL", "ftp://x", "write it as https://"),
        ("BOT_BASE_URL", "http://[", "write it as https://"),
        ("BOT_WEBHOOK_SECRET", "with space in its middle", "use 16 to 256 letters"),
        ("BOT_WEBHOOK_SECRET", "short", "use 16 to 256 letters"),
        ("BOT_BASE_URL", "http://127.0.0.1:99999/", "write it as"),
        ("BOT_PORT", "0", "a port is a number"),
        ("BOT_PORT", "http", "a port is a number"),
        ("BOT_PORT", "99999", "a port is a number"),
        ("BOT_ALLOWED_USERS", "@someone", "write the numbers of the users"),
    ],
)
def test_a_wrong_variable_is_told_by_name_without_its_value(
    config: Path, name: str, value: str, told: str
) -> None:
    (message,) = refusal(config, "{}", {name: value})

    assert message.startswith(f"{name} in the environment: {told}")
    assert value not in message.removeprefix(name) or value in ("0", "http")


def test_a_webhook_needs_https_and_a_secret(config: Path) -> None:
    messages = refusal(config, "{}", {"BOT_WEBHOOK_URL": "http://guide.example.org"})

    assert [message.split(" ")[0] for message in messages] == [
        "BOT_WEBHOOK_URL",
        "BOT_WEBHOOK_SECRET",
    ]


def test_everything_wrong_is_told_at_once(config: Path) -> None:
    messages = refusal(config, "web:\n  prot: 1\n  host: 3\n", {"BOT_PORT": "x"})

    assert [message.split(": ")[0] for message in messages] == [
        "config.yaml:2:3",
        "config.yaml:3:9",
        "BOT_PORT in the environment",
    ]


def test_a_file_that_is_not_there_is_told(config: Path) -> None:
    with pytest.raises(SettingsError, match=r"config\.yaml:1:1: the file cannot be read"):
        read_settings(config, {})


@given(
    st.text(),
    st.dictionaries(
        st.sampled_from(
            ["BOT_TOKEN", "BOT_PORT", "BOT_BASE_URL", "BOT_ALLOWED_USERS", "BOT_WEBHOOK_URL"]
        ),
        st.text(),
    ),
)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_and_any_environment_give_settings_or_say_why_not(
    config: Path, text: str, environment: dict[str, str]
) -> None:
    config.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        read_settings(config, environment)
    except SettingsError as error:
        told = error.messages
    else:
        told = ("nothing is wrong",)

    assert all(told)
