"""handslag on the command line. In: a command. Out: documents, and what is wrong with the input.

The door: it holds no rules, and asks the commands (``generator/commands``), which ask the other rooms and print. Nothing heavy
is imported before it is needed, so that ``--help`` answers at once.
"""

from __future__ import annotations

import click

from generator import __version__
from generator.commands import advising, documents, keeping, kept, layouts, looking, making, tables, texts
from generator.commands.group import Desk

_HELP = """The document desk for schools that work with partners in their region.

From one profile per partner: agreements, financial arrangements, invitations, press releases, thank-you letters and more, in
Dutch and English, as DOCX to edit in Word and as PDF to send, sign and archive.

\b
Start here:
  handslag init my-school --sample     a workspace with a sample school
  cd my-school
  handslag check                       is everything filled in well?
  handslag kinds                       which documents are there?
  handslag draft cooperation-agreement --all
"""


@click.group(cls=Desk, help=_HELP, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="handslag")
def main() -> None:
    """Give the word to a command."""


for command in (
    *(looking.init, looking.check, looking.kinds, looking.schema, looking.doctor, looking.completion),
    *(making.draft, making.batch, kept.register, kept.mark, tables.import_, tables.export, texts.texts),
    *(
        advising.advise,
        advising.catalogue,
        advising.add,
        keeping.agenda,
        keeping.log,
        keeping.status,
        documents.document,
        layouts.layouts,
        documents.fields,
    ),
):
    main.add_command(command)


if __name__ == "__main__":
    main(prog_name="handslag")
