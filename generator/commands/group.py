"""A group of commands. In: words. Out: a command's work; every fault as place, problem and hint, and its exit code."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from generator.commands.printing import AS_JSON, tell
from generator.errors import ExitCode, Fault, HandslagError, did_you_mean


class Desk(click.Group):
    """The command group: turns every fault into place, problem and hint, and into the exit code that goes with it."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; bad input never shows a traceback, an unforeseen fault does only when HANDSLAG_DEBUG is set."""
        try:
            return super().invoke(ctx)
        except HandslagError as error:
            tell(error.faults, as_json=ctx.meta[AS_JSON])
            ctx.exit(error.exit_code)
        except click.ClickException as error:
            if not ctx.meta[AS_JSON]:
                raise
            tell([Fault(error.format_message())], as_json=True)
            ctx.exit(error.exit_code)
        except (click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            click.echo("stopped; every file that was made is whole", err=True)
            ctx.exit(130)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(ExitCode.DONE)
        except Exception as error:
            if os.environ.get("HANDSLAG_DEBUG"):
                raise
            hint = "set HANDSLAG_DEBUG=1 to see where, and report it"
            tell([Fault(f"handslag itself failed: {type(error).__name__}: {error}", hint=hint)], ctx.meta[AS_JSON])
            ctx.exit(ExitCode.OUR_FAULT)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Remember whether JSON is asked for: faults are told in it even when the options are what is wrong."""
        ctx.meta[AS_JSON] = "--json" in args
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The named command; a misspelt one gets the nearest name."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise click.UsageError(f"there is no command '{args[0]}'; {did_you_mean(args[0], self.commands)}", ctx)
        return super().resolve_command(ctx, args)
