package org.vitrine.command;

import picocli.CommandLine.Command;

/** {@code vitrine import}. */
@Command(
    name = "import",
    description = "Import orders, shipments or a plant log from a file.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(plant-log | orders | shipments)",
    subcommands = {
      ImportPlantLogCommand.class,
      ImportOrdersCommand.class,
      ImportShipmentsCommand.class
    })
public final class ImportCommand {}
