package org.vitrine.command;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.vitrine.platform.config.Settings;
import picocli.CommandLine.Option;

/** The settings as flags; each is also read from the variable named beside it. */
final class SettingsOptions {
  @Option(
      names = "--port",
      defaultValue = "${env:VITRINE_PORT:-8080}",
      paramLabel = "N",
      description = "Where to listen (VITRINE_PORT; ${DEFAULT-VALUE})")
  int port;

  @Option(
      names = "--data",
      defaultValue = "${env:VITRINE_DATA:-data}",
      paramLabel = "DIR",
      description = "Where the embedded PostgreSQL keeps its data (VITRINE_DATA; ${DEFAULT-VALUE})")
  Path data;

  @Option(
      names = "--database-url",
      defaultValue = "${env:VITRINE_DATABASE_URL}",
      paramLabel = "URL",
      description =
          "A PostgreSQL 18 to use instead: postgresql://user:password@host/db (VITRINE_DATABASE_URL)")
  String databaseUrl;

  @Option(
      names = "--public-url",
      defaultValue = "${env:VITRINE_PUBLIC_URL}",
      paramLabel = "URL",
      description = "Where people reach it, if not http://localhost:PORT (VITRINE_PUBLIC_URL)")
  URI publicUrl;

  @Option(
      names = "--plant-zone",
      defaultValue = "${env:VITRINE_PLANT_ZONE}",
      paramLabel = "ZONE",
      description =
          "The plant's time zone, such as Asia/Shanghai (VITRINE_PLANT_ZONE; this machine's)")
  ZoneId zone;

  @Option(
      names = "--manufacturer",
      defaultValue = "${env:VITRINE_MANUFACTURER}",
      paramLabel = "NAME",
      description = "Whose window this is, as pages show it (VITRINE_MANUFACTURER)")
  String manufacturer;

  Settings settings() {
    return settings("Vitrine", ZoneId.systemDefault());
  }

  /** The same, where nothing is set with this manufacturer and in this zone. */
  Settings settings(String usualManufacturer, ZoneId usualZone) {
    return new Settings(
        port,
        data.toAbsolutePath().normalize(),
        Optional.ofNullable(databaseUrl).filter(url -> !url.isBlank()),
        Optional.ofNullable(publicUrl),
        zone == null ? usualZone : zone,
        manufacturer == null ? usualManufacturer : manufacturer);
  }
}
