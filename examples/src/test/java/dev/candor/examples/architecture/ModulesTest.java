package dev.candor.examples.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which module may know which. It is tested here because only the examples have all of them on their class path. */
@AnalyzeClasses(packages = "dev.candor", importOptions = ImportOption.DoNotIncludeTests.class)
class ModulesTest {
    private static final String ROOT = "dev.candor.telemetry";
    private static final String[] BACKENDS = {
        ROOT + ".sentry..", ROOT + ".posthog..", ROOT + ".segment..", ROOT + ".otlp.."
    };

    @ArchTest
    static final ArchRule api_dependsOnNothingAtRunTime = classes()
            .that()
            .resideInAnyPackage(ROOT, ROOT + ".spi")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT, ROOT + ".spi", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule http_dependsOnTheApiAlone = classes()
            .that()
            .resideInAPackage(ROOT + ".http")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT, ROOT + ".spi", ROOT + ".http", "java..", "javax.net.ssl..", "org.jspecify..");

    @ArchTest
    static final ArchRule backends_knowOfCandorTheApiAndThePostAlone = noClasses()
            .that()
            .resideInAnyPackage(BACKENDS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + ".core..",
                    ROOT + ".testkit..",
                    ROOT + ".picocli..",
                    ROOT + ".servlet..",
                    ROOT + ".logback..",
                    "dev.candor.examples..");

    @ArchTest
    static final ArchRule backends_doNotKnowEachOther = slices().matching(ROOT + ".(sentry|posthog|segment|otlp)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule core_knowsNoBackend = noClasses()
            .that()
            .resideInAPackage(ROOT + ".core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + ".sentry..",
                    ROOT + ".posthog..",
                    ROOT + ".segment..",
                    ROOT + ".otlp..",
                    ROOT + ".http..",
                    ROOT + ".testkit..");

    @ArchTest
    static final ArchRule internals_areForCoreAlone = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".core..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".core.internal..");
}
