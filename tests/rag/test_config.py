"""Which settings hold, and what a person is told when they cannot."""

import typing
from pathlib import Path

import pytest

from rag.config import Settings, load_settings
from rag.errors import SettingsError


def write(folder: Path, text: str, name: str = "wenju.toml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_without_file_and_environment_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings({}, tmp_path) == Settings()


def test_the_environment_goes_over_the_file_and_the_file_over_the_default(tmp_path: Path) -> None:
    write(tmp_path, 'encoder = "文件夹/模型"\nlanguage = "en"\n')
    settings = load_settings({"WENJU_LANGUAGE": "zh", "PATH": "/bin"}, tmp_path)
    assert (settings.encoder, settings.language) == ("文件夹/模型", "zh")


def test_a_path_is_relative_to_the_file_that_names_it(tmp_path: Path) -> None:
    folder = tmp_path / "设置"
    folder.mkdir()
    write(folder, 'index = "索引"\n', "矿报.toml")
    assert load_settings({"WENJU_CONFIG": "设置/矿报.toml"}, tmp_path).index == folder / "索引"
    assert load_settings({"WENJU_INDEX": "库"}, tmp_path).index == tmp_path / "库"


def test_a_folder_of_a_model_is_relative_to_the_file_that_names_it(tmp_path: Path) -> None:
    folder = tmp_path / "设置"
    (folder / "our" / "reranker").mkdir(parents=True)
    for name in ("our/reranker", "./没有"):
        write(folder, f'[retrieval]\nreranker = "{name}"\n', "矿报.toml")
        settings = load_settings({"WENJU_CONFIG": "设置/矿报.toml"}, tmp_path)
        assert settings.retrieval.reranker == str(folder / name)


def test_a_name_of_the_hub_stays_as_it_is(tmp_path: Path) -> None:
    settings = load_settings({"WENJU_RETRIEVAL_RERANKER": "our/reranker"}, tmp_path)
    assert settings.retrieval.reranker == "our/reranker"


def test_no_reranker_in_the_environment_goes_over_one_in_the_file(tmp_path: Path) -> None:
    write(tmp_path, '[retrieval]\nreranker = "our/reranker"\nrerank_hits = 12\n')
    settings = load_settings({"WENJU_RETRIEVAL_RERANKER": ""}, tmp_path)
    assert (settings.retrieval.reranker, settings.retrieval.rerank_hits) == (None, 12)


def test_nothing_to_read_again_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="retrieval: rerank_hits must be positive"):
        load_settings({"WENJU_RETRIEVAL_RERANK_HITS": "0"}, tmp_path)


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    write(tmp_path, '\ufefflanguage = "en"\n')
    assert load_settings({}, tmp_path).language == "en"


def test_all_faults_of_file_and_environment_are_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, 'langage = "en"\nencoder = 3\n')
    with pytest.raises(SettingsError) as caught:
        load_settings({"WENJU_LANGUAGE": "de", "WENJU_INDX": "库"}, tmp_path)
    assert caught.value.say("en") == (
        "4 settings cannot be used:"
        "\n  wenju.toml: there is no setting langage; did you mean language?"
        "\n  there is no setting WENJU_INDX; did you mean WENJU_INDEX?"
        "\n  wenju.toml: encoder = 3: must be text"
        "\n  WENJU_LANGUAGE = 'de': must be one of zh, en"
    )
    assert caught.value.say("zh").startswith("有 4 处设置不能用：")


def test_a_broken_file_is_named_with_the_place(tmp_path: Path) -> None:
    file = write(tmp_path, "index = \n")
    with pytest.raises(SettingsError, match="no valid UTF-8 TOML") as caught:
        load_settings({}, tmp_path)
    assert str(file) in caught.value.where
    assert "line 1" in caught.value.where


def test_a_settings_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="does not exist"):
        load_settings({"WENJU_CONFIG": "没有.toml"}, tmp_path)


def test_every_setting_of_every_part_can_be_read() -> None:
    """A field of a kind that no rule reads would only fail when somebody sets it."""
    from rag.settings_reading import Given, Misfit, fit, leaves

    for key, kind in leaves(Settings):
        try:
            fit(Given(".".join(key), "1", Path(), as_text=True), kind)
        except Misfit:
            assert typing.get_origin(kind) is typing.Literal or kind in (bool, float, int)
