package org.vitrine.platform.webroot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads whole folders, from the class path or from a directory, into memory. */
public final class Resources {
  private Resources() {}

  /**
   * All files below a folder of the class path, in whichever jars it is, by their relative path.
   */
  public static Map<String, byte[]> read(String folder) {
    Map<String, byte[]> files = new TreeMap<>();
    try {
      for (URL url : Collections.list(Resources.class.getClassLoader().getResources(folder))) {
        files.putAll(readFrom(url.toURI(), folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(folder + " has no readable place", e);
    }
    return files;
  }

  /** All files below a directory, by their relative path with slashes. */
  public static Map<String, byte[]> read(Path directory) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    List<Path> paths;
    try (Stream<Path> tree = Files.walk(directory)) {
      paths = tree.filter(Files::isRegularFile).toList();
    }
    for (Path path : paths) {
      files.put(directory.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
    }
    return files;
  }

  private static Map<String, byte[]> readFrom(URI place, String folder) throws IOException {
    if (!place.getScheme().equals("jar")) {
      return read(Path.of(place));
    }
    Path jar = Path.of(URI.create(place.getSchemeSpecificPart().replaceFirst("!/.*$", "")));
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      return read(files.getPath(folder));
    }
  }
}
