package deltascope;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import deltascope.web.page.Address;
import deltascope.web.page.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the house is cut; CONTRIBUTING.md says why. */
class ArchitectureTest {
  /** Each package may use those before it, and none of those behind it. */
  private static final List<String> ORDER =
      List.of(
          "math", "picture", "algebra", "data", "network", "checks", "bugs", "kernel", "lessons",
          "web");

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("deltascope");

  @Test
  void packagesPointOneWay() {
    for (int i = 0; i < ORDER.size(); i++) {
      String[] behind =
          ORDER.subList(i + 1, ORDER.size()).stream()
              .map(name -> inside(name)[0])
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAnyPackage(inside(ORDER.get(i)))
          .should()
          .dependOnClassesThat(resideInAnyPackage(behind).or(aClassOfMain()))
          .allowEmptyShould(true)
          .check(PROGRAM);
    }
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    Set<String> known = new HashSet<>(ORDER);
    List<String> unknown = new ArrayList<>();
    PROGRAM.forEach(
        found -> {
          String[] parts = found.getPackageName().split("\\.");
          if (parts.length > 1 && parts[0].equals("deltascope") && !known.contains(parts[1])) {
            unknown.add(found.getName());
          }
        });
    assertEquals(List.of(), unknown);
  }

  @Test
  void digitsNeedNothingButMathematics() {
    noClasses()
        .that()
        .resideInAnyPackage(inside("data"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(inside("algebra"))
        .check(PROGRAM);
  }

  @Test
  void onlyTheWebKnowsTheServerTheTemplatesAndJson() {
    noClasses()
        .that()
        .resideOutsideOfPackages("deltascope.web..", "gg.jte.generated..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "gg.jte..", "org.eclipse.jetty..")
        .check(PROGRAM);
    noClasses()
        .that()
        .resideOutsideOfPackages("deltascope.web..", "deltascope.kernel..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml..")
        .check(PROGRAM);
  }

  @Test
  void onlyTheKernelKnowsItsSocketsAndTheJavaShell() {
    noClasses()
        .that()
        .resideOutsideOfPackage("deltascope.kernel..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.zeromq..", "jdk.jshell..")
        .check(PROGRAM);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("deltascope")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(PROGRAM);
  }

  @Test
  void allChanceComesFromASeed() {
    noClasses()
        .should()
        .callConstructor(Random.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(ThreadLocalRandom.class)
        .check(PROGRAM);
  }

  /**
   * {@code Math} may round these differently from one machine to the next; {@code StrictMath} not.
   */
  @Test
  void numbersAreTheSameOnEveryMachine() {
    Set<String> loose =
        Set.of(
            "exp", "expm1", "log", "log1p", "log10", "pow", "sin", "cos", "tan", "tanh", "sinh",
            "cosh", "atan", "atan2", "asin", "acos", "cbrt", "hypot");
    noClasses()
        .that()
        .resideOutsideOfPackage("deltascope.web..")
        .should()
        .accessTargetWhere(
            describe(
                "a function of Math that differs between machines",
                (JavaAccess<?> access) ->
                    access.getTarget() instanceof AccessTarget.MethodCallTarget target
                        && target.getOwner().isEquivalentTo(Math.class)
                        && loose.contains(target.getName())))
        .check(PROGRAM);
  }

  /** A page's words are those of its address, {@code here.words()}, or it is in two languages. */
  @Test
  void noPageChoosesItsLanguage() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Words.class, Address.class)
        .and()
        .haveNameNotMatching("deltascope\\.web\\.Languages")
        .should()
        .accessField(Words.class, "ENGLISH")
        .orShould()
        .accessField(Words.class, "GERMAN")
        .check(PROGRAM);
  }

  @Test
  void everyFileCanBeReadInOneSitting() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<String> long300 =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> lines(file) > 300)
              .map(Path::toString)
              .toList();
      assertEquals(List.of(), long300, "files of more than 300 lines");
    }
  }

  private static String[] inside(String name) {
    return new String[] {"deltascope." + name + ".."};
  }

  private static DescribedPredicate<JavaClass> aClassOfMain() {
    return describe(
        "a class of the command line", found -> found.getPackageName().equals("deltascope"));
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
