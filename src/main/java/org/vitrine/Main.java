package org.vitrine;

import java.io.PrintWriter;
import org.vitrine.command.AdminCommand;
import org.vitrine.command.BackupCommand;
import org.vitrine.command.BackupMadeCommand;
import org.vitrine.command.DemoCommand;
import org.vitrine.command.DoctorCommand;
import org.vitrine.command.ForecastCommand;
import org.vitrine.command.GatherCommand;
import org.vitrine.command.ImportCommand;
import org.vitrine.command.KeyCommand;
import org.vitrine.command.LinkCommand;
import org.vitrine.command.LogOptions;
import org.vitrine.command.MigrateCommand;
import org.vitrine.command.RestoreCommand;
import org.vitrine.command.ServeCommand;
import org.vitrine.command.UpgradeCommand;
import org.vitrine.platform.Build;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.StartFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/** The command line. */
@Command(
    name = "vitrine",
    description = "A window into the factory: live order tracking for customers and distributors.",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      ImportCommand.class,
      GatherCommand.class,
      ForecastCommand.class,
      AdminCommand.class,
      KeyCommand.class,
      LinkCommand.class,
      MigrateCommand.class,
      DoctorCommand.class,
      UpgradeCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      BackupMadeCommand.class
    })
public final class Main {
  @Mixin private LogOptions log;

  private Main() {}

  public static void main(String[] args) {
    int status = run(args, new PrintWriter(System.err, true));
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Runs one command; whatever its user can mend is one sentence and the status 1. */
  static int run(String[] args, PrintWriter err) {
    Main main = new Main();
    return new CommandLine(main)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((fault, wrong) -> misspelt(fault))
        .setExecutionExceptionHandler((fault, command, result) -> failed(fault, command))
        .setExecutionStrategy(main::execute)
        .execute(args);
  }

  private int execute(ParseResult parsed) {
    log.apply();
    if (!parsed.hasSubcommand()
        && !parsed.isUsageHelpRequested()
        && !parsed.isVersionHelpRequested()) {
      parsed.commandSpec().commandLine().usage(System.out);
      return 0;
    }
    return new RunLast().execute(parsed);
  }

  private static int misspelt(ParameterException fault) {
    CommandLine command = fault.getCommandLine();
    command.getErr().println(firstLine(fault));
    command.getErr().println("See ./%s --help".formatted(command.getCommandSpec().qualifiedName()));
    return 1;
  }

  private static int failed(Exception fault, CommandLine command) throws Exception {
    if (fault instanceof StartFailed || fault instanceof Rejection) {
      command.getErr().println(fault.getMessage());
      return 1;
    }
    throw fault;
  }

  private static String firstLine(Exception fault) {
    return fault.getMessage().lines().findFirst().orElse("");
  }

  /** The version that the jar was built with. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Vitrine " + Build.version()};
    }
  }
}
