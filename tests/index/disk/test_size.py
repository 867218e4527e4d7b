from pathlib import Path

from index.disk.size import size_of


def test_all_files_of_a_folder_count_and_what_a_link_leads_to_does_not(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    (tmp_path / "inside" / "deep").mkdir(parents=True)
    (tmp_path / "inside" / "deep" / "b").write_bytes(b"12")
    before = size_of(tmp_path)
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert before == 7
    assert size_of(tmp_path) == 7 + len(str(tmp_path / "a"))
    assert size_of(tmp_path / "nowhere") == 0
