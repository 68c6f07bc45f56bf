package org.vitrine.gather.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Keys and passwords: never in the file itself, but in the environment or a file that nobody else
 * reads.
 */
final class Secrets {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Map<String, String> environment;
  private final Path folder;

  Secrets(Map<String, String> environment, Path folder) {
    this.environment = environment;
    this.folder = folder;
  }

  /**
   * What {@code {env: NAME}} or {@code {file: PATH}} under this name says; null where it is absent.
   */
  String optional(Section section, String name) {
    return section.has(name) ? required(section, name) : null;
  }

  String required(Section section, String name) {
    if (!section.has(name) || section.isText(name)) {
      section.fault(name, "Say where it is: {env: NAME} or {file: PATH}, never itself");
      return "";
    }
    Section where = section.section(name);
    String secret = "";
    if (where.has("env") == where.has("file")) {
      where.fault("", "Expected either env or file");
    } else if (where.has("env")) {
      secret = fromEnvironment(where);
    } else {
      secret = fromFile(where);
    }
    where.requireNothingElse();
    return secret;
  }

  private String fromEnvironment(Section where) {
    String variable = where.required("env");
    String value = environment.getOrDefault(variable, "").strip();
    if (value.isEmpty()) {
      where.fault("env", "The environment has no %s".formatted(variable));
    }
    return value;
  }

  private String fromFile(Section where) {
    Path file = folder.resolve(where.required("file"));
    try {
      requireOwnersAlone(where, file);
      String text = Files.readString(file).strip();
      if (text.isEmpty()) {
        where.fault("file", "%s is empty".formatted(file));
      }
      return text;
    } catch (IOException failed) {
      where.fault("file", "%s cannot be read".formatted(file));
      return "";
    }
  }

  private static void requireOwnersAlone(Section where, Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    permissions.addAll(Files.getPosixFilePermissions(file));
    permissions.retainAll(OTHERS);
    if (!permissions.isEmpty()) {
      where.fault("file", "Others than its owner may read or write %s: chmod 600".formatted(file));
    }
  }
}
