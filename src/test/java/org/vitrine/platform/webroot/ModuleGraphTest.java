package org.vitrine.platform.webroot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModuleGraphTest {
  private final Map<String, byte[]> files = new HashMap<>();
  private final ModuleGraph graph =
      new ModuleGraph(files, Map.of("lit", "lib/lit/index.js", "lit/", "lib/lit/"));

  @Test
  void a_module_needs_what_it_imports_in_whatever_way_and_what_that_imports() {
    module(
        "a/page.js",
        """
        import { html, nothing } from 'lit';
        import {
          one,
          two as other,
        } from './near.js';
        import * as all from "../b/far.js";
        import fallback, { more } from '../b/more.js';
        import './effect.js';
        export { one } from '../b/again.js';
        export * from '../b/star.js';
        """);
    for (String name : List.of("a/near", "a/effect", "b/far", "b/more", "b/again", "b/star")) {
      module(name + ".js", "export const one = 1;");
    }
    module(
        "lib/lit/index.js",
        "import\"lit/core.js\";export*from\"./html.js\";export{a as b}from\"./css.js\";");
    module("lib/lit/core.js", "const t=globalThis;export{t};");
    module("lib/lit/html.js", "export const from='x';");
    module("lib/lit/css.js", "");

    assertThat(graph.of("a/page.js"))
        .startsWith("a/page.js", "lib/lit/index.js", "a/near.js")
        .containsExactlyInAnyOrderElementsOf(files.keySet());
  }

  @Test
  void what_is_imported_when_it_is_called_for_may_come_later() {
    module(
        "page.js",
        """
        // import './comment.js' is not one
        const text = "import './text.js'";
        await import('./later.js');
        export const imported = 'x';
        """);

    assertThat(graph.of("page.js")).containsExactly("page.js");
  }

  @Test
  void modules_that_import_each_other_are_named_once() {
    module("a.js", "import './b.js';");
    module("b.js", "import './a.js';");

    assertThat(graph.of("a.js")).containsExactly("a.js", "b.js");
  }

  @Test
  void an_import_that_leads_nowhere_is_an_error_that_names_both() {
    module("page.js", "import './missing.js';\nimport 'unknown';");

    assertThatThrownBy(() -> graph.of("page.js"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("page.js", "./missing.js");
  }

  private void module(String path, String text) {
    files.put(path, text.getBytes(UTF_8));
  }
}
