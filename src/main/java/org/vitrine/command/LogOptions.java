package org.vitrine.command;

import java.util.Locale;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** How the log is written; every command takes these flags. */
public final class LogOptions {
  /** How a line of the log looks. */
  enum Format {
    TERMINAL,
    JSON
  }

  /** How much is logged; each includes those before it. */
  enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
  }

  @Option(
      names = "--log-format",
      scope = ScopeType.INHERIT,
      defaultValue = "${env:VITRINE_LOG_FORMAT:-terminal}",
      paramLabel = "FORMAT",
      description = "Log format: terminal or json (VITRINE_LOG_FORMAT; terminal)")
  Format format;

  @Option(
      names = "--log-level",
      scope = ScopeType.INHERIT,
      defaultValue = "${env:VITRINE_LOG_LEVEL:-info}",
      paramLabel = "LEVEL",
      description = "Log level: error, warn, info, debug or trace (VITRINE_LOG_LEVEL; info)")
  LogLevel level;

  /** To be called before anything logs: logback reads them once. */
  public void apply() {
    System.setProperty("vitrine.log.format", format.name().toLowerCase(Locale.ROOT));
    System.setProperty("vitrine.log.level", level.name());
  }
}
