package org.vitrine.platform.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the server on a data directory is reached, for commands that make links beside it. */
public record AddressFile(Path path) {

  public static AddressFile in(Path data) {
    return new AddressFile(data.resolve("vitrine.address"));
  }

  public void write(URI address) {
    try {
      Files.writeString(path, address.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Optional<URI> read() {
    try {
      return Files.exists(path)
          ? Optional.of(URI.create(Files.readString(path).trim()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
