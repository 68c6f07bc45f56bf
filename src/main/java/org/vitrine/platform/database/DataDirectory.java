package org.vitrine.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.vitrine.platform.StartFailed;

/** The files of a PostgreSQL of our own, under a data directory. */
public record DataDirectory(Path data) {
  /** The major version of the PostgreSQL that comes with the program. */
  public static final String MAJOR_VERSION = "18";

  private static final FileAttribute<?> FOR_THE_OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  Path folder() {
    return data.resolve("postgresql");
  }

  /** The programs of PostgreSQL, unpacked. */
  Path programs() {
    return data.resolve("programs");
  }

  /** Nobody else may put a program here that we would run. */
  void forTheOwnerOnly() throws IOException {
    Files.createDirectories(programs());
    Files.setPosixFilePermissions(programs(), PosixFilePermissions.fromString("rwx------"));
  }

  /** The major version that wrote the files; empty where there are none yet. */
  public Optional<String> version() throws IOException {
    Path file = folder().resolve("PG_VERSION");
    return Files.exists(file) ? Optional.of(Files.readString(file).trim()) : Optional.empty();
  }

  void requireSameVersion() throws IOException {
    Optional<String> other = version().filter(version -> !version.equals(MAJOR_VERSION));
    if (other.isPresent()) {
      throw new StartFailed(
          "The data in %s was written by PostgreSQL %s, but this version of Vitrine includes PostgreSQL %s: export it with pg_dump %s, or start with --data and a new directory"
              .formatted(folder(), other.get(), MAJOR_VERSION, other.get()));
    }
  }

  /** The live PostgreSQL that works on these files. */
  Optional<Postmaster> running() throws IOException {
    Path file = folder().resolve("postmaster.pid");
    return Files.exists(file) ? Postmaster.of(Files.readAllLines(file)) : Optional.empty();
  }

  /** Starts the PostgreSQL that worked on these files, unless somebody did: as it ran before. */
  Postmaster startAgain() throws IOException, InterruptedException {
    if (running().isEmpty()) {
      PostgresStart.again(folder());
    }
    return running().orElseThrow(() -> new IOException("it ended at once"));
  }

  /** Holds the password; only the owner of the files may read it. */
  Path passwordFile() {
    return data.resolve("postgresql.password");
  }

  /** The password of the database, drawn when its files are first made. */
  String password() throws IOException {
    Path file = passwordFile();
    if (Files.notExists(file)) {
      if (version().isPresent()) {
        throw new StartFailed(
            "%s is missing, so the database in %s cannot be opened: restore that file, or start with --data and a new directory"
                .formatted(file, folder()));
      }
      // Whole or not at all: a crash in between must not leave an empty password.
      Path draft = Files.createTempFile(data, "password", "", FOR_THE_OWNER_ONLY);
      Files.writeString(draft, randomPassword());
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file).trim();
  }

  private static String randomPassword() {
    byte[] bits = new byte[32];
    new SecureRandom().nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }
}
