package org.vitrine.bench.lab;

import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;

/** The SQL that Vitrine sends, read from the program itself: a copy would grow old. */
public final class Statements {
  private Statements() {}

  /**
   * The constant of a repository, such as {@code TAKE} of {@code
   * org.vitrine.production.ReportRepository}.
   */
  public static String of(Lab lab, String repository, String constant) throws Exception {
    URL[] jar = {Vitrine.jar(lab).toUri().toURL()};
    try (URLClassLoader program = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader())) {
      Field field = program.loadClass(repository).getDeclaredField(constant);
      field.setAccessible(true);
      return (String) field.get(null);
    }
  }

  /**
   * The statement that takes reports, as pgbench sends it: one report of this order, with an id of
   * its own.
   */
  public static String takeOne(Lab lab, long order) throws Exception {
    String sql = of(lab, "org.vitrine.production.ReportRepository", "TAKE");
    String body =
        "{\"operation\":\"Assembly\",\"kind\":\"progressed\",\"good\":1,\"station\":\"station 4\"}";
    String[] parameters = {
      "ARRAY[" + order + "]",
      "ARRAY['P' || :id::text]",
      "ARRAY[now()]",
      "ARRAY['scan']",
      "ARRAY['Zhang San']",
      "ARRAY['" + body + "']",
      "now()"
    };
    for (int i = parameters.length; i > 0; i--) {
      sql = sql.replace("$" + i, parameters[i - 1]);
    }
    return "\\set id random(1, 9000000000000000)\n" + sql + ";\n";
  }
}
