package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.testkit.BrokenBackends.ChecksNothing;
import dev.candor.telemetry.testkit.BrokenBackends.DropsTheLast;
import dev.candor.telemetry.testkit.BrokenBackends.ForgetsTheInterrupt;
import dev.candor.telemetry.testkit.BrokenBackends.LeavesAThread;
import dev.candor.telemetry.testkit.BrokenBackends.LosesTheWait;
import dev.candor.telemetry.testkit.BrokenBackends.MakesNewIds;
import dev.candor.telemetry.testkit.BrokenBackends.NamesTheThread;
import dev.candor.telemetry.testkit.BrokenBackends.NeverSplits;
import dev.candor.telemetry.testkit.BrokenBackends.PreviewShowsTheToken;
import dev.candor.telemetry.testkit.BrokenBackends.PreviewsHalf;
import dev.candor.telemetry.testkit.BrokenBackends.Prints;
import dev.candor.telemetry.testkit.BrokenBackends.SaysDelivered;
import dev.candor.telemetry.testkit.BrokenBackends.SetsGlobals;
import dev.candor.telemetry.testkit.BrokenBackends.SettlesMoreThanItGot;
import dev.candor.telemetry.testkit.BrokenBackends.ThrowsOnOddText;
import dev.candor.telemetry.testkit.BrokenBackends.TriesAgainByItself;
import java.net.Authenticator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The contract notices what it is there for. */
class BackendContractTest {

    private static void breaks(Class<?> backend, String test) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectMethod(backend, test))
                                .build(),
                        listener);

        List<String> failed = new ArrayList<>();
        listener.getSummary()
                .getFailures()
                .forEach(failure -> failed.add(failure.getTestIdentifier().getDisplayName()));
        assertThat(listener.getSummary().getTestsFoundCount()).as("tests found").isEqualTo(1);
        assertThat(failed).containsExactly(test + "()");
    }

    @AfterEach
    void clean() {
        Authenticator.setDefault(null);
    }

    @Test
    void contract_backendSaysDelivered_breaks() {
        breaks(SaysDelivered.class, "export_eachStatus_meansWhatTheTableSays");
        breaks(SaysDelivered.class, "export_answeredByAPageForPeople_pauses");
        breaks(SaysDelivered.class, "export_nobodyListens_isWorthAnotherTry");
        breaks(SaysDelivered.class, "export_receiverHangs_returnsByTheDeadline");
    }

    @Test
    void contract_backendTriesAgainByItself_breaks() {
        breaks(TriesAgainByItself.class, "export_connectionBreaks_isWorthAnotherTryAndIsNotMadeByTheBackend");
    }

    @Test
    void contract_backendMakesNewIds_breaks() {
        breaks(MakesNewIds.class, "export_afterAFailure_sendsTheSameAgain");
        breaks(MakesNewIds.class, "preview_eachPurpose_isWhatIsPostedThen");
    }

    @Test
    void contract_backendMiscounts_breaks() {
        breaks(SettlesMoreThanItGot.class, "export_manySignals_settlesEachOnceInOrder");
        breaks(DropsTheLast.class, "export_eachPurpose_isDecodedByTheReceiver");
        breaks(NeverSplits.class, "export_tooLargeTogether_arrivesInParts");
    }

    @Test
    void contract_backendLosesTheWait_breaks() {
        breaks(LosesTheWait.class, "export_tooManyRequests_waitsTheSecondsThatAreAskedFor");
        breaks(LosesTheWait.class, "export_tooManyRequestsUntilADate_waitsForIt");
        breaks(LosesTheWait.class, "export_askedForMoreThanReason_waitsTheLongestThatIsAllowed");
        breaks(LosesTheWait.class, "export_askedForTwoWaits_waitsTheLonger");
    }

    @Test
    void contract_backendThrows_breaks() {
        breaks(ThrowsOnOddText.class, "export_hostileValues_isDecodedByTheReceiver");
    }

    @Test
    void contract_backendForgetsTheInterrupt_breaks() {
        breaks(ForgetsTheInterrupt.class, "export_interruptedWhileItWaits_returnsAndStaysInterrupted");
    }

    @Test
    void contract_previewIsNotWhatIsSent_breaks() {
        breaks(PreviewsHalf.class, "preview_eachPurpose_isWhatIsPostedThen");
        breaks(PreviewShowsTheToken.class, "receiptsAndPreview_masksSecrets");
    }

    @Test
    void contract_backendIsNoGoodNeighbour_breaks() {
        breaks(Prints.class, "export_goodAndBadAnswers_leaveNoTraceInTheProcess");
        breaks(SetsGlobals.class, "export_goodAndBadAnswers_leaveNoTraceInTheProcess");
        breaks(LeavesAThread.class, "close_inAClassLoaderThatIsThrownAway_keepsNothingOfIt");
    }

    @Test
    void contract_backendChecksNoSetting_breaks() {
        breaks(ChecksNothing.class, "open_withoutARequiredSetting_saysWhich");
        breaks(ChecksNothing.class, "open_wrongAddress_isRefusedInOneLineWithoutSecrets");
        breaks(ChecksNothing.class, "open_wrongSecret_isRefusedInOneLineWithoutIt");
    }

    @Test
    void contract_backendNamesTheThread_breaks() {
        breaks(NamesTheThread.class, "export_samplesOfEachPurpose_holdNothingOfThisMachine");
    }
}
