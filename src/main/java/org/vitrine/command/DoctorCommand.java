package org.vitrine.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vitrine.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vitrine doctor}. */
@Command(
    name = "doctor",
    description =
        "Check what Vitrine depends on: Java, disk, database, schema, clock, frozen numbers, public"
            + " URL, port. Changes nothing; exits with 1 if something must be fixed.")
public final class DoctorCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options;

  @Override
  public Integer call() {
    Settings settings = options.settings();
    List<Finding> findings = new ArrayList<>();
    MachineCheckup machine = new MachineCheckup(settings);
    findings.add(machine.java());
    findings.add(machine.disk());
    findings.addAll(new DatabaseCheckup(settings, Clock.systemUTC()).findings());
    findings.add(machine.publicUrl());
    findings.add(machine.port());
    findings.forEach(System.out::println);
    return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.FAIL) ? 1 : 0;
  }
}
