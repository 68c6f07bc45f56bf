package org.vitrine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
  @TempDir private Path folder;

  @Test
  void a_build_is_known_by_what_is_in_it_and_not_by_when_it_was_packed() throws IOException {
    String yesterday = Build.id(packed("yesterday.jar", "class", 1_000_000_000_000L));
    String today = Build.id(packed("today.jar", "class", 1_700_000_000_000L));
    String another = Build.id(packed("another.jar", "class'", 1_700_000_000_000L));

    assertThat(today).isEqualTo(yesterday);
    assertThat(another).isNotEqualTo(today);
  }

  @Test
  void a_folder_is_a_build_too() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes/org"));
    Path file = Files.writeString(classes.resolve("Page.class"), "class");
    String before = Build.id(folder.resolve("classes"));

    Files.writeString(file, "another class");

    assertThat(Build.id(folder.resolve("classes"))).isNotEqualTo(before);
    assertThat(Build.id()).hasSize(8);
  }

  private Path packed(String name, String content, long atMillis) throws IOException {
    Path archive = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry entry = new ZipEntry("org/Page.class");
      entry.setTime(atMillis);
      zip.putNextEntry(entry);
      zip.write(content.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return archive;
  }
}
