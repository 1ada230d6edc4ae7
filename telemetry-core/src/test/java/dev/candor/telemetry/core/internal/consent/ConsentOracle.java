package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.core.internal.consent.Decision.State;
import dev.candor.telemetry.core.internal.consent.Scenario.File;
import dev.candor.telemetry.core.internal.consent.Scenario.Given;
import dev.candor.telemetry.core.internal.consent.Scenario.Notice;
import dev.candor.telemetry.core.internal.consent.Scenario.Word;

/**
 * Says what must come out, from what was meant, sentence by sentence from the rules.
 *
 * <p>It knows nothing of statements, files and texts, and shares no code with the resolver.
 */
final class ConsentOracle {
    private final Scenario s;

    ConsentOracle(Scenario scenario) {
        this.s = scenario;
    }

    State expected(Subject subject) {
        boolean maintainer = subject == Subject.USAGE || subject == Subject.ERRORS;
        if (!maintainer && !s.ownerDestinations) {
            return State.DENIED;
        }
        if (everythingIsStopped() || (maintainer && maintainerIsStopped())) {
            return State.DENIED;
        }
        return maintainer ? maintainer(subject) : owner(subject);
    }

    /** Layers 1 and 2, for both audiences. A damaged file may have held the kill switch. */
    private boolean everythingIsStopped() {
        return s.code
                || isNo(s.killVariable)
                || isNo(s.killProperty)
                || killedBy(s.policy, s.policyKill)
                || killedBy(s.user, s.userKill)
                || killedBy(s.project, s.projectKill)
                || isLost(s.rememberedUserKill, s.user, s.userKill)
                || (s.embedded && (s.host == 2 || isNo(s.hostProperty)));
    }

    /** Layers 1 to 3, for the maintainer's purposes. */
    private boolean maintainerIsStopped() {
        boolean policy = s.policy == File.KEY_MISSPELT || (isRead(s.policy) && isNo(s.policyKey));
        return policy || s.flag || isNo(s.property) || s.propertyMisspelt || unhosted();
    }

    private boolean unhosted() {
        return s.embedded && s.host == 0 && s.hostProperty != Word.YES;
    }

    private State maintainer(Subject subject) {
        boolean errors = subject == Subject.ERRORS;
        boolean no = s.variableMisspelt
                || s.variableGuessed
                || s.ownDoNotTrack == Word.YES
                || s.ownDoNotTrack == Word.GARBAGE
                || s.doNotTrack == Word.YES
                || s.doNotTrack == Word.GARBAGE
                || isNo(s.enable)
                || isNo(s.sectionVariable)
                || (errors && isNo(s.errorsVariable));
        boolean yes = (s.zeroOwn && s.ownDoNotTrack == Word.NO)
                || (s.zeroBoth && s.doNotTrack == Word.NO)
                || s.enable == Word.YES
                || s.sectionVariable == Word.YES
                || (errors && s.errorsVariable == Word.YES);
        if (no || forbiddenByAFile(errors)) {
            return State.DENIED;
        }
        return yes ? State.GRANTED : files(errors);
    }

    private Given given(boolean errors) {
        return !s.record ? Given.NOTHING : errors ? s.errors : s.usage;
    }

    /** A no in any file binds, whatever the environment says. */
    private boolean forbiddenByAFile(boolean errors) {
        return (s.record && s.recordDamaged)
                || given(errors) == Given.NO
                || s.user == File.KEY_MISSPELT
                || s.project == File.KEY_MISSPELT
                || (isRead(s.user) && isNo(s.userKey))
                || (isRead(s.project) && isNo(s.projectKey))
                || (errors && isRead(s.user) && isNo(s.userErrorsKey))
                || isLost(s.rememberedUserKey, s.user, s.userKey)
                || isLost(s.rememberedProjectKey, s.project, s.projectKey)
                || (errors && isLost(s.rememberedUserErrorsKey, s.user, s.userErrorsKey));
    }

    /** The file said no once and says nothing now. */
    private boolean isLost(boolean remembered, File file, Word now) {
        boolean silent = file == File.ABSENT || now == Word.ABSENT || now == Word.EMPTY;
        return s.record && !s.recordDamaged && remembered && file != File.DAMAGED && silent;
    }

    private State files(boolean errors) {
        Given given = given(errors);
        boolean answeredAnything =
                s.record && (s.usage != Given.NOTHING || s.errors != Given.NOTHING || s.traces != Given.NOTHING);
        if (given == Given.YES_TO_OLD_NOTICE || (answeredAnything && given == Given.NOTHING)) {
            return offUntilAsked();
        }
        boolean yes = given == Given.YES
                || (isRead(s.user) && s.userKey == Word.YES)
                || (errors && isRead(s.user) && s.userErrorsKey == Word.YES);
        return yes ? State.GRANTED : byDefault(errors);
    }

    private State byDefault(boolean errors) {
        if (!(errors ? s.errorsDefault : s.usageDefault)) {
            return s.embedded || s.asking == dev.candor.telemetry.core.ConsentRules.Asking.NOTICE
                    ? State.DENIED
                    : offUntilAsked();
        }
        if (s.userCut && isRead(s.user) && s.format != dev.candor.telemetry.core.ConsentRules.Format.JSON) {
            return State.DENIED;
        }
        boolean noticed = s.record && (s.notice == Notice.BEFORE || s.notice == Notice.IN_LOG_LONG_AGO);
        return s.embedded || noticed ? State.GRANTED : State.UNDECIDED;
    }

    private State offUntilAsked() {
        return s.nobodyToAsk ? State.DENIED : State.UNDECIDED;
    }

    private State owner(Subject subject) {
        Given given = s.record && subject == Subject.TRACES ? s.traces : Given.NOTHING;
        if ((s.record && s.recordDamaged) || given == Given.NO) {
            return State.DENIED;
        }
        if (s.switchRule && s.switchVariable != Word.ABSENT && s.switchVariable != Word.EMPTY) {
            return s.switchVariable == Word.YES ? State.GRANTED : State.DENIED;
        }
        if (given == Given.YES_TO_OLD_NOTICE) {
            return offUntilAsked();
        }
        boolean usual = !s.switchRule || (s.deployed ? s.switchDeployed : s.switchLocal);
        return given == Given.YES || usual ? State.GRANTED : State.DENIED;
    }

    private static boolean isNo(Word word) {
        return word == Word.NO || word == Word.GARBAGE;
    }

    private static boolean isRead(File file) {
        return file != File.ABSENT && file != File.DAMAGED;
    }

    private static boolean killedBy(File file, Word kill) {
        return file == File.DAMAGED || file == File.KILL_MISSPELT || (isRead(file) && isNo(kill));
    }
}
