package org.vitrine.gather.opcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {
  @TempDir Path folder;

  @Test
  void a_start_that_was_cut_while_the_certificate_was_made_leaves_nothing_in_the_way()
      throws Exception {
    Files.write(folder.resolve("own.p12.new"), new byte[0]);
    Files.write(folder.resolve("own.der"), new byte[0]);

    Identity made = Identity.in(folder);

    assertThat(Identity.in(folder).certificate()).isEqualTo(made.certificate());
    assertThat(folder.resolve("own.der")).hasBinaryContent(made.certificate().getEncoded());
    assertThat(folder.resolve("own.p12.new")).doesNotExist();
  }
}
