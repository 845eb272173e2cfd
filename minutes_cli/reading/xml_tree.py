"""XML as a tree of elements named without their namespaces, with limits; any document type is refused (faults R61, R62, R67)."""

from __future__ import annotations

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from minutes_cli.errors import InputError

DEPTH_LIMIT = 256
"""XML elements open at once."""


def parse_xml(data: bytes, name: str, code: str, advice: str) -> Element:
    """The root element.

    Raises InputError: [xml-dtd] for a document type, before its first entity is read; [depth]; ``code`` for what is
    not well-formed, with ``advice`` on what to do.
    """
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEPTH_LIMIT:
            raise InputError(name, f"has elements nested deeper than {DEPTH_LIMIT}; {advice}", "depth")
        builder.start(tag.rpartition("}")[2], {key.rpartition("}")[2]: value for key, value in attributes.items()} if attributes else {})

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(tag.rpartition("}")[2])

    def doctype(*_: object) -> None:
        raise InputError(name, "holds a document type, which can be an attack; remove it or save the file again", "xml-dtd")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(data, True)
        root: Element = builder.close()
    except (expat.ExpatError, AssertionError, LookupError, ValueError):
        raise InputError(name, f"holds XML that is not well-formed; {advice}", code) from None
    return root
