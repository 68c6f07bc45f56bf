package org.vitrine.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/** Which build of the program runs: another one may show the same data in another way. */
public final class Build {
  private static final String ID = id(place());

  private Build() {}

  /** The same for all who run this build, whenever and wherever it was made. */
  public static String id() {
    return ID;
  }

  /** The version that the program was built with. */
  public static String version() {
    return Optional.ofNullable(Build.class.getPackage().getImplementationVersion())
        .orElse("(not built)");
  }

  /** Where the classes and the pages are: an archive, or a folder while one works on them. */
  private static Path place() {
    try {
      return Path.of(Build.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static String id(Path place) {
    CRC32 all = new CRC32();
    checksums(place)
        .forEach(
            (file, checksum) ->
                all.update((file + ' ' + checksum + '\n').getBytes(StandardCharsets.UTF_8)));
    return "%08x".formatted(all.getValue());
  }

  private static SortedMap<String, Long> checksums(Path place) {
    SortedMap<String, Long> checksums = new TreeMap<>();
    try {
      if (Files.isDirectory(place)) {
        ofFolder(place, checksums);
      } else {
        ofArchive(place, checksums);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return checksums;
  }

  private static void ofFolder(Path folder, Map<String, Long> checksums) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        CRC32 checksum = new CRC32();
        checksum.update(Files.readAllBytes(file));
        checksums.put(folder.relativize(file).toString(), checksum.getValue());
      }
    }
  }

  /** An archive knows them; when it was packed makes no difference. */
  private static void ofArchive(Path archive, Map<String, Long> checksums) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      zip.stream()
          .filter(entry -> !entry.isDirectory())
          .forEach(entry -> checksums.put(entry.getName(), entry.getCrc()));
    }
  }
}
