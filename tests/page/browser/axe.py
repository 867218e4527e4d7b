"""What axe finds wrong with a page for people who cannot see it or use a mouse."""

from importlib.resources import files

from playwright.sync_api import Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def findings(tab: Page) -> list[str]:
    """Serious and critical findings of axe, each with the element it is about."""
    tab.evaluate(AXE)
    found = tab.evaluate("axe.run()")["violations"]
    return [
        f"{violation['id']}: {node['html'][:200]} ({node['failureSummary']})"
        for violation in found
        if violation["impact"] in {"serious", "critical"}
        for node in violation["nodes"]
    ]
