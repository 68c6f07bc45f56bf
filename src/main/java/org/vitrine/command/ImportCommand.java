package org.vitrine.command;

import picocli.CommandLine.Command;

/** {@code vitrine import}. */
@Command(
    name = "import",
    description = "Takes what others wrote into files.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(plant-log | orders)",
    subcommands = {ImportPlantLogCommand.class, ImportOrdersCommand.class})
public final class ImportCommand {}
