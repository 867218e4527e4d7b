"""Gradio's theme: colours from colours.css, and the one bundled font that is complete in both its weights."""

import gradio as gr

_COLOURS = {
    "body_background_fill": "var(--paper)",
    "body_text_color": "var(--ink)",
    "body_text_color_subdued": "var(--quiet)",
    "background_fill_primary": "var(--sheet)",
    "background_fill_secondary": "var(--paper)",
    "block_background_fill": "transparent",
    "block_border_width": "0px",
    "block_label_text_color": "var(--quiet)",
    "block_title_text_color": "var(--quiet)",
    "border_color_primary": "var(--rule)",
    "input_background_fill": "var(--sheet)",
    "input_border_color": "var(--quiet)",
    "input_border_color_focus": "var(--accent)",
    "input_placeholder_color": "var(--quiet)",
    "link_text_color": "var(--accent)",
    "link_text_color_hover": "var(--accent)",
    "link_text_color_visited": "var(--accent)",
    "button_primary_background_fill": "var(--ink)",
    "button_primary_background_fill_hover": "var(--accent)",
    "button_primary_text_color": "var(--paper)",
    "button_secondary_background_fill": "var(--sheet)",
    "button_secondary_background_fill_hover": "var(--paper)",
    "button_secondary_text_color": "var(--ink)",
    "button_secondary_border_color": "var(--rule)",
    "error_text_color": "var(--accent)",
    "error_border_color": "var(--accent)",
}


def build_theme() -> gr.themes.Base:
    """Returns the theme; each colour decides between light and dark itself, so both modes get the same."""
    theme = gr.themes.Base(
        font=[gr.themes.LocalFont("Source Sans Pro", weights=(400, 700)), "system-ui", "sans-serif"],
        font_mono=["ui-monospace", "monospace"],
        radius_size=gr.themes.sizes.radius_sm,
    )
    return theme.set(**{f"{name}{mode}": colour for mode in ("", "_dark") for name, colour in _COLOURS.items()})
