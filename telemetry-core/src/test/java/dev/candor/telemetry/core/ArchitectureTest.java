package dev.candor.telemetry.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.EnumMap;
import java.util.EnumSet;

/** How the stages of the pipeline may know each other. */
@AnalyzeClasses(packages = "dev.candor.telemetry", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String INTERNAL = "dev.candor.telemetry.core.internal.";

    @ArchTest
    static final ArchRule stages_areFreeOfCycles =
            slices().matching(INTERNAL + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule api_dependsOnTheRuntimeAlone = classes()
            .that()
            .resideInAnyPackage("dev.candor.telemetry", "dev.candor.telemetry.spi")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.candor.telemetry", "dev.candor.telemetry.spi", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule redaction_knowsNoOtherStage = noClasses()
            .that()
            .resideInAPackage(INTERNAL + "redaction..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    INTERNAL + "spool..", INTERNAL + "delivery..", INTERNAL + "consent..", INTERNAL + "pipeline..");

    @ArchTest
    static final ArchRule spool_knowsNothingOfSignals = noClasses()
            .that()
            .resideInAPackage(INTERNAL + "spool..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.candor.telemetry.spi..", INTERNAL + "delivery..", INTERNAL + "codec..");

    @ArchTest
    static final ArchRule nothing_usesTheHttpClient = noClasses()
            .that()
            .resideInAPackage("dev.candor.telemetry..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "java.net.Http..");

    /** Both ask the enum for its values by reflection: on Java 25 that takes a short command 12 ms. Tree maps have the same order. */
    @ArchTest
    static final ArchRule nothing_usesEnumSetsAndMaps = noClasses()
            .that()
            .resideInAPackage("dev.candor.telemetry..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(EnumSet.class, EnumMap.class);

    @ArchTest
    static final ArchRule parsers_areLoadedInConfigRecordingAndJournalAlone = noClasses()
            .that()
            .resideOutsideOfPackages(
                    INTERNAL + "config..", INTERNAL + "recording..", INTERNAL + "journal..", INTERNAL + "catalogue..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..", "org.tomlj..", "org.yaml..");
}
