package org.vitrine;

import org.vitrine.command.DemoCommand;
import org.vitrine.command.ImportCommand;
import org.vitrine.command.ServeCommand;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.StartFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
    name = "vitrine",
    description = "A factory's glass window: live order and production transparency.",
    mixinStandardHelpOptions = true,
    subcommands = {DemoCommand.class, ServeCommand.class, ImportCommand.class})
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    CommandLine commands = new CommandLine(new Main());
    commands.setExecutionExceptionHandler(
        (fault, command, result) -> {
          if (fault instanceof StartFailed || fault instanceof Rejection) {
            command.getErr().println(fault.getMessage());
            return 1;
          }
          throw fault;
        });
    int status = commands.execute(args);
    if (status != 0) {
      System.exit(status);
    }
  }
}
