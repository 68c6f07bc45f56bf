package org.vitrine.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes that the rules speak of: the program's own, without its tests. */
final class Vitrines {
  static final String ROOT = "org.vitrine";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  private Vitrines() {}

  static JavaClasses classes() {
    return CLASSES;
  }
}
