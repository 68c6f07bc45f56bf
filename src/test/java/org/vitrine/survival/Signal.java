package org.vitrine.survival;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What one process can say to another that does not want to hear it. */
enum Signal {
  KILL,
  STOP,
  CONT;

  void to(long pid) {
    try {
      new ProcessBuilder("kill", "-" + name(), String.valueOf(pid)).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
