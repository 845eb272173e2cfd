"""A trace as one accessible HTML file: a table of all recommendations, then each one's story."""

from __future__ import annotations

from minutes_cli.model import Lineage
from minutes_cli.writing.escaping import html_text
from minutes_cli.writing.html_page import html_legend, html_page, html_wording
from minutes_cli.writing.story import Story, rest_of_trace, stories, trace_headline

_TARGET = "recommendations"


def trace_to_html(lineage: Lineage) -> str:
    """The trace as a page that loads nothing, runs nothing, and can be read without seeing colours or the screen."""
    told = stories(lineage)
    names = [html_text(document.path) for document in lineage.documents]
    documents = "".join(f"<dt>Meeting {place}</dt><dd><bdi>{name}</bdi></dd>" for place, name in enumerate(names, 1))
    head = f'<h1>From meeting to meeting</h1>\n<dl>{documents}</dl>\n<p class="headline">{html_text(trace_headline(lineage))}</p>\n'
    main = f"<h2>All recommendations</h2>\n{_table(told, names)}\n<h2>Their stories</h2>\n"
    main += "\n".join(_story(number, story, names) for number, story in enumerate(told, 1))
    rest = rest_of_trace(lineage)
    if rest:
        main += "\n<h2>Beyond single recommendations</h2>\n" + "\n".join(f"<p><bdi>{html_text(sentence)}</bdi></p>" for sentence in rest)
    return html_page("From meeting to meeting", _TARGET, head + html_legend(), main)


def _table(told: list[Story], names: list[str]) -> str:
    head = "".join(f'<th scope="col"><bdi>{name}</bdi></th>' for name in names)
    rows = "\n".join(
        f'<tr><th scope="row"><a href="#t-{number}">Number {number}</a></th>'
        + "".join(f"<td><bdi>{html_text(cell)}</bdi></td>" for cell in story.cells)
        + "</tr>"
        for number, story in enumerate(told, 1)
    )
    return (
        '<div class="scroll" role="region" aria-label="All recommendations" tabindex="0"><table>\n'
        f'<thead><tr><th scope="col">Recommendation</th>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table></div>'
    )


def _story(number: int, story: Story, names: list[str]) -> str:
    blocks = [f'<section id="t-{number}" aria-labelledby="h-{number}">']
    blocks.append(f'<h3 id="h-{number}">Number {number}: <bdi>{html_text(story.title)}</bdi></h3>')
    for chapter in story.chapters:
        blocks.append(f"<p><bdi>{names[chapter.document]}</bdi>: <bdi>{html_text(chapter.heading)}</bdi></p>")
        if chapter.runs:
            blocks.append(html_wording(chapter.runs))
        if chapter.remarks:
            remarks = "".join(f"<li><bdi>{html_text(remark)}</bdi></li>" for remark in chapter.remarks)
            blocks.append(f'<ul class="remarks">{remarks}</ul>')
    return "\n".join(blocks) + "\n</section>"
