"""``minutes schema``: the JSON Schemas."""

from __future__ import annotations

import click

from minutes_cli.commands.options import output_option


@click.command()
@click.argument("record", type=click.Choice(["parse", "diff", "trace"]), default="parse")
@output_option
def schema(record: str, output: str | None) -> int:
    """Print the JSON Schema of what parse, diff or trace writes."""
    from minutes_cli.schema import schema_text
    from minutes_cli.writing.files import write_output

    write_output(output, schema_text(record).encode("utf8"))
    return 0
