package org.vitrine.command;

import picocli.CommandLine.Command;

/** {@code vitrine forecast}. */
@Command(
    name = "forecast",
    description = "Try forecasts on a plant's past.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(evaluate)",
    subcommands = EvaluateForecastCommand.class)
public final class ForecastCommand {}
