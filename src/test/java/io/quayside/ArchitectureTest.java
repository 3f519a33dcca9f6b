package io.quayside;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** The arrows between packages: they only go down, and there are no others. */
class ArchitectureTest {

  private static final String ROOT = "io.quayside";

  /** Which packages a package may use. The roof (ops, console, cli) may use anything below it. */
  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "edi", Set.of(),
          "work", Set.of(),
          "partner", Set.of("work"),
          "order", Set.of("work"),
          "document", Set.of("work"),
          "mapping", Set.of("edi"),
          "fulfilment", Set.of("order", "partner", "work"),
          "intake", Set.of("edi", "mapping", "document", "partner", "order", "work"),
          "outbound", Set.of("order", "mapping", "edi", "document", "partner", "work"));

  private static final Set<String> ROOF = Set.of("ops", "console", "cli");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @TestFactory
  java.util.stream.Stream<DynamicTest> packagesUseOnlyWhatTheyMay() {
    return ARROWS.entrySet().stream()
        .map(
            arrow ->
                DynamicTest.dynamicTest(
                    arrow.getKey() + " uses only " + new TreeSet<>(arrow.getValue()),
                    () -> usesOnly(arrow.getKey(), arrow.getValue())));
  }

  private static void usesOnly(String from, Set<String> allowed) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + from + "..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "of a package beyond its arrows",
                used ->
                    isOurs(used)
                        && !packageOf(used).equals(from)
                        && !allowed.contains(packageOf(used))))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void everyPackageHasItsPlace() {
    Set<String> found =
        CLASSES.stream()
            .map(ArchitectureTest::packageOf)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    found.removeAll(ARROWS.keySet());
    found.removeAll(ROOF);
    assertThat(found).as("packages without a place in the architecture").isEmpty();
  }

  @Test
  void thereAreNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void ediAndMappingKnowNoSpringExceptWhereTheirBeansAreListed() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".edi..", ROOT + ".mapping..")
        .and()
        .areNotAnnotatedWith(Configuration.class)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .check(CLASSES);
  }

  @Test
  void theLauncherKnowsNoFrameworkSoThatCommandsStartFast() {
    classes()
        .that()
        .haveFullyQualifiedName(ROOT + ".Launcher")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..")
        .orShould()
        .haveFullyQualifiedName(ROOT + ".Launcher")
        .check(CLASSES);
  }

  @Test
  void whatImplementsAnInterfaceOfItsPackageStaysInsideIt() {
    DescribedPredicate<JavaClass> implementsANeighbour =
        DescribedPredicate.describe(
            "implement a public interface of their own package",
            type ->
                type.getRawInterfaces().stream()
                    .anyMatch(
                        face ->
                            face.getPackageName().equals(type.getPackageName())
                                && face.getModifiers().contains(JavaModifier.PUBLIC)));
    classes()
        .that(implementsANeighbour)
        .and()
        .areAnnotatedWith(Component.class)
        .should()
        .bePackagePrivate()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void ourTablesAreReachedByTheirOwnPackageAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".work..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("javax.sql.DataSource")
        .check(CLASSES);
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  /** The first package below ours; "" for the root itself. */
  private static String packageOf(JavaClass type) {
    return Arrays.stream(type.getPackageName().substring(ROOT.length()).split("\\."))
        .filter(part -> !part.isEmpty())
        .findFirst()
        .orElse("");
  }
}
