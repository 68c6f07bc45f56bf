package org.vitrine.command;

import picocli.CommandLine.Command;

/** {@code vitrine import}. */
@Command(
    name = "import",
    description = "Import orders, shipments, a plant log or holidays from a file.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(plant-log | orders | shipments | calendar)",
    subcommands = {
      ImportPlantLogCommand.class,
      ImportOrdersCommand.class,
      ImportShipmentsCommand.class,
      ImportCalendarCommand.class
    })
public final class ImportCommand {}
