package org.vitrine.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Where backups are kept: a folder, or a bucket of an object store. */
public sealed interface BackupPlace permits FolderPlace, BucketPlace {

  /** Writes the content of a backup. */
  @FunctionalInterface
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** Keeps it whole under its name, or not at all, wherever the program ends in between. */
  void put(String name, Writing writing) throws IOException;

  /** What lies there, in no order; other files than ours among them. */
  List<String> names() throws IOException;

  InputStream open(String name) throws IOException;

  void remove(String name) throws IOException;
}
