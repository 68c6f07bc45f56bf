package org.vitrine.command;

import picocli.CommandLine.Command;

/** {@code vitrine import}. */
@Command(
    name = "import",
    description = "Import orders, a plant log or holidays from a file.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(plant-log | orders | calendar)",
    subcommands = {
      ImportPlantLogCommand.class,
      ImportOrdersCommand.class,
      ImportCalendarCommand.class
    })
public final class ImportCommand {}
