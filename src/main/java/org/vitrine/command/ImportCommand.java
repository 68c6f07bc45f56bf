package org.vitrine.command;

import picocli.CommandLine.Command;

/** {@code vitrine import}. */
@Command(
    name = "import",
    description = "Import orders or a plant log from a file.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(plant-log | orders)",
    subcommands = {ImportPlantLogCommand.class, ImportOrdersCommand.class})
public final class ImportCommand {}
