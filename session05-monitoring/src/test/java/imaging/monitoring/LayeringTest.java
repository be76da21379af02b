package imaging.monitoring;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

/** Sessions build on earlier ones only, and on nobody's demo or lab. */
class LayeringTest {

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(place -> !place.contains("/grader"))
          .withImportOption(place -> !place.contains("test-classes"))
          .importPackages("imaging");

  @Test
  void sessionsKnowOnlyEarlierSessions() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("filters")
        .definedBy("imaging.filters..")
        .layer("pipelines")
        .definedBy("imaging.pipelines..")
        .layer("workers")
        .definedBy("imaging.workers..")
        .layer("queue")
        .definedBy("imaging.queue..")
        .layer("monitoring")
        .definedBy("imaging.monitoring..")
        .whereLayer("monitoring")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("queue")
        .mayOnlyBeAccessedByLayers("monitoring")
        .whereLayer("workers")
        .mayOnlyBeAccessedByLayers("queue", "monitoring")
        .whereLayer("pipelines")
        .mayOnlyBeAccessedByLayers("workers", "queue", "monitoring")
        .check(MAIN);
  }

  @Test
  void nobodyKnowsALab() {
    noClasses().should().dependOnClassesThat().resideInAPackage("..lab..").check(MAIN);
  }

  @Test
  void onlyADemoKnowsItsOwnDemos() {
    classes().that(resideInAPackage("imaging..")).should(knowNoDemoOfOthers()).check(MAIN);
  }

  private static ArchCondition<JavaClass> knowNoDemoOfOthers() {
    return new ArchCondition<>("know no demo but those of their own package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(use -> use.getTargetClass().getPackageName().endsWith(".demo"))
            .filter(use -> !use.getTargetClass().getPackageName().equals(type.getPackageName()))
            .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
      }
    };
  }
}
