package org.vitrine.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.vertx.core.Future;
import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

/** Each library has its place; a rule that would match nothing is broken, so each shows a match. */
class LibrariesTest {
  private static final JavaClasses CLASSES = Vitrines.classes();

  private static final DescribedPredicate<JavaClass> DATABASE_CLIENT =
      resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.pgclient..");
  private static final DescribedPredicate<JavaClass> WEB_FRAMEWORK =
      resideInAPackage("io.vertx.ext.web..");
  private static final DescribedPredicate<JavaClass> JDBC = resideInAPackage("java.sql..");
  private static final DescribedPredicate<JavaClass> FEATURE =
      resideInAnyPackage(
          "org.vitrine.companies",
          "org.vitrine.access",
          "org.vitrine.people",
          "org.vitrine.orders",
          "org.vitrine.production",
          "org.vitrine.tracking");

  @Test
  void sql_is_spoken_in_repositories_and_the_platform_s_database_only() {
    DescribedPredicate<JavaClass> allowed =
        endingIn("Repository").or(resideInAPackage("org.vitrine.platform.database"));

    onlyIn(allowed, DATABASE_CLIENT);
  }

  @Test
  void jdbc_is_for_the_platform_s_database_only() {
    onlyIn(resideInAPackage("org.vitrine.platform.database"), JDBC);
  }

  @Test
  void the_web_framework_is_known_to_routes_and_the_platform_s_web_only() {
    DescribedPredicate<JavaClass> allowed =
        endingIn("Routes").or(resideInAPackage("org.vitrine.platform.web"));

    onlyIn(allowed, WEB_FRAMEWORK);
  }

  @Test
  void the_records_of_the_domain_know_nothing_of_vertx() {
    // What is nested in a door or a repository is a shape of theirs.
    DescribedPredicate<JavaClass> domain =
        describe(
            "are records of the domain",
            found -> FEATURE.test(found) && outermost(found).isRecord());

    noClasses()
        .that(domain)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.vertx..")
        .check(CLASSES);
  }

  @Test
  void only_the_platform_and_the_mail_server_wait_for_a_future() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.vitrine.platform..", "org.vitrine.mail", "org.vitrine")
        .should()
        .callMethod(Future.class, "await")
        .check(CLASSES);
    assertThat(CLASSES)
        .anyMatch(
            found ->
                found.getMethodCallsFromSelf().stream()
                    .anyMatch(
                        call ->
                            call.getName().equals("await")
                                && call.getTargetOwner().isEquivalentTo(Future.class)));
  }

  @Test
  void hashes_are_made_by_the_one_library() {
    noClasses()
        .should()
        .callMethod(MessageDigest.class, "getInstance", String.class)
        .check(CLASSES);
    assertThat(CLASSES)
        .anyMatch(
            found ->
                found.getMethodCallsFromSelf().stream()
                    .anyMatch(call -> call.getTargetOwner().isEquivalentTo(DigestUtils.class)));
  }

  @Test
  void repositories_are_their_feature_s_own() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Repository")
        .should()
        .bePackagePrivate()
        .check(CLASSES);
  }

  private static void onlyIn(
      DescribedPredicate<JavaClass> allowed, DescribedPredicate<JavaClass> library) {
    noClasses()
        .that(DescribedPredicate.not(allowed))
        .should()
        .dependOnClassesThat(library)
        .check(CLASSES);
    assertThat(CLASSES)
        .as("some class may and does use what %s", library.getDescription())
        .anyMatch(
            found ->
                allowed.test(found)
                    && found.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> library.test(dependency.getTargetClass())));
  }

  private static JavaClass outermost(JavaClass found) {
    return found.getEnclosingClass().map(LibrariesTest::outermost).orElse(found);
  }

  /** By the name of the file, so that what is nested counts as its surroundings. */
  private static DescribedPredicate<JavaClass> endingIn(String suffix) {
    return describe(
        "are in a *" + suffix, found -> found.getName().replaceFirst("\\$.*", "").endsWith(suffix));
  }
}
