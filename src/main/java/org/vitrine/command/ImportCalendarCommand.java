package org.vitrine.command;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vitrine.Vitrine;
import org.vitrine.calendars.Calendars.ImportedDays;
import org.vitrine.calendars.WorkCalendar;
import org.vitrine.platform.StartFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vitrine import calendar FILE}. */
@Command(
    name = "calendar",
    description = {
      "Import holidays and worked weekend days (iCalendar, .ics).",
      "They are added to the calendar, and replace what it says of the same days."
    },
    mixinStandardHelpOptions = true)
final class ImportCalendarCommand implements Callable<Integer> {
  private static final long MOST_BYTES = 1_000_000;

  @Mixin private SettingsOptions options;

  @Parameters(paramLabel = "FILE", description = "The holidays, as iCalendar")
  private Path file;

  @Option(
      names = "--calendar",
      defaultValue = WorkCalendar.PLANT,
      paramLabel = "CODE",
      description = "The calendar that they are added to (${DEFAULT-VALUE})")
  private String calendar;

  @Override
  public Integer call() {
    String text = read();
    try (Vitrine vitrine = Vitrine.open(options.settings(), Clock.systemUTC())) {
      ImportedDays imported =
          vitrine.rooms().calendars().importDays(calendar, text, "command line");
      System.out.print(text(imported));
    }
    return 0;
  }

  private String read() {
    try {
      if (Files.isDirectory(file)) {
        throw new StartFailed(file + " is a directory");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new StartFailed(file + " is larger than 1 MB");
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new StartFailed("There is no file " + file, e);
    } catch (MalformedInputException e) {
      throw new StartFailed(file + " is not UTF-8; save it as UTF-8", e);
    } catch (IOException e) {
      throw new StartFailed("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static String text(ImportedDays imported) {
    Lines lines = new Lines();
    lines.add(
        "Calendar %s: %s; %s days from the file",
        imported.code(),
        imported.outcome().name().toLowerCase(Locale.ROOT),
        Lines.number(imported.days()));
    if (imported.skipped() > 0) {
      lines.add(
          "%s events left out: cancelled, or festivals on which people work as usual",
          Lines.number(imported.skipped()));
    }
    if (imported.orders() > 0) {
      lines.add("%s open orders follow from it", Lines.number(imported.orders()));
    }
    return lines.text();
  }
}
