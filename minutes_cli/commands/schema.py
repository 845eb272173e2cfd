"""``minutes schema``: the JSON Schemas."""

from __future__ import annotations

import click

from minutes_cli.commands.options import output_option
from minutes_cli.writing.files import write_output


@click.command()
@click.argument("record", type=click.Choice(["parse", "diff", "trace", "rows"]), default="parse")
@output_option
def schema(record: str, output: str | None) -> int:
    """Print the JSON Schema of what parse, diff or trace writes; rows is a row of JSON Lines, whose columns CSV has too."""
    if record == "rows":
        from minutes_cli.writing.json import json_document
        from minutes_cli.writing.rows import rows_schema

        write_output(output, json_document(rows_schema()))
        return 0
    from minutes_cli.schema import schema_text

    write_output(output, schema_text(record).encode("utf8"))
    return 0
