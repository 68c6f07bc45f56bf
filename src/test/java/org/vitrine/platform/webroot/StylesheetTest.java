package org.vitrine.platform.webroot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StylesheetTest {
  private final Map<String, byte[]> files = new HashMap<>();

  StylesheetTest() {
    file("base/styles/layers.css", "@layer reset, elements;\n");
  }

  @Test
  void a_file_of_the_kit_is_a_layer_and_elements_come_after_it() {
    file("access/elements/key.css", "key {}\n");
    file("base/elements/menu.css", "menu {}\n");
    file("base/styles/reset.css", "* {}\n");
    file("base/elements/menu.js", "");

    assertThat(new String(Stylesheet.of(files), UTF_8))
        .isEqualTo(
            """
            @layer reset, elements;

            /* base/elements/menu.css */
            @layer elements {
            menu {}
            }

            /* base/styles/reset.css */
            @layer reset {
            * {}
            }

            /* access/elements/key.css */
            @layer elements {
            key {}
            }
            """);
  }

  @Test
  void styles_that_belong_to_no_layer_are_an_error() {
    file("base/styles/forgotten.css", "");
    assertThatThrownBy(() -> Stylesheet.of(files)).hasMessageContaining("forgotten.css");
    files.remove("base/styles/forgotten.css");

    file("orders/styles.css", "");
    assertThatThrownBy(() -> Stylesheet.of(files)).hasMessageContaining("orders/styles.css");
  }

  private void file(String path, String text) {
    files.put(path, text.getBytes(UTF_8));
  }
}
