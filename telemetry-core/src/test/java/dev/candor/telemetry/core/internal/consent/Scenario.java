package dev.candor.telemetry.core.internal.consent;

import dev.candor.telemetry.core.ConsentRules.Asking;
import dev.candor.telemetry.core.ConsentRules.Format;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

/** One random point of the lattice of inputs: what was meant, and the inputs that say it. */
final class Scenario {
    static final Instant START = Instant.parse("2026-11-28T13:00:00Z");

    enum Word {
        ABSENT,
        YES,
        NO,
        EMPTY,
        GARBAGE
    }

    enum File {
        ABSENT,
        WHOLE,
        DAMAGED,
        KEY_MISSPELT,
        KILL_MISSPELT
    }

    enum Given {
        NOTHING,
        YES,
        NO,
        YES_TO_OLD_NOTICE
    }

    enum Notice {
        NEVER,
        OLD_VERSION,
        IN_THIS_RUN,
        BEFORE,
        IN_LOG_JUST_NOW,
        IN_LOG_LONG_AGO,
        IN_THE_FUTURE
    }

    final Random random;
    final boolean embedded;
    final boolean zeroBoth;
    final boolean zeroOwn;
    final boolean switchRule;
    final boolean switchLocal;
    final boolean switchDeployed;
    final boolean deployed;
    final boolean usageDefault;
    final boolean errorsDefault;
    final boolean ownerDestinations;
    final Asking asking;
    final Format format;
    final boolean flag;
    final boolean code;
    final int host;
    final Word ownDoNotTrack;
    final Word doNotTrack;
    final Word enable;
    final Word sectionVariable;
    final Word errorsVariable;
    final Word killVariable;
    final Word switchVariable;
    final Word property;
    final Word killProperty;
    final Word hostProperty;
    final boolean variableMisspelt;
    final boolean variableGuessed;
    final boolean propertyMisspelt;
    final boolean userCut;
    final File policy;
    final Word policyKey;
    final Word policyKill;
    final File user;
    final Word userKey;
    final Word userErrorsKey;
    final Word userKill;
    final File project;
    final Word projectKey;
    final Word projectKill;
    final boolean record;
    final boolean recordDamaged;
    final Given usage;
    final Given errors;
    final Given traces;
    final Notice notice;
    final boolean nobodyToAsk;
    /** What the record remembers of config files. */
    final boolean rememberedUserKey;

    final boolean rememberedUserErrorsKey;
    final boolean rememberedUserKill;
    final boolean rememberedProjectKey;

    /** How likely a source is silent, in hundredths; else the strongest layers would decide nearly always. */
    private final int silence;

    Scenario(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.silence = 60 + random.nextInt(40);
        this.embedded = random.nextInt(6) == 0;
        this.zeroBoth = random.nextBoolean();
        this.zeroOwn = zeroBoth || random.nextBoolean();
        this.switchRule = random.nextBoolean();
        this.switchLocal = random.nextBoolean();
        this.switchDeployed = random.nextBoolean();
        this.deployed = random.nextBoolean();
        this.usageDefault = random.nextBoolean();
        this.errorsDefault = random.nextBoolean();
        this.ownerDestinations = random.nextInt(8) != 0;
        this.asking = pick(new Asking[] {Asking.PROMPT, Asking.BLOCKING_NOTICE, Asking.NOTICE});
        this.format = pick(Format.values());
        this.flag = rarely();
        this.code = rarely();
        this.host = random.nextInt(3);
        this.ownDoNotTrack = word();
        this.doNotTrack = word();
        this.enable = word();
        this.sectionVariable = word();
        this.errorsVariable = word();
        this.killVariable = word();
        this.switchVariable = word();
        this.property = word();
        this.killProperty = word();
        this.hostProperty = word();
        this.variableMisspelt = rarely() && random.nextBoolean();
        this.variableGuessed = rarely() && random.nextBoolean();
        this.propertyMisspelt = rarely() && random.nextBoolean();
        this.userCut = rarely();
        this.policy = file();
        this.policyKey = word();
        this.policyKill = word();
        this.user = file();
        this.userKey = word();
        this.userErrorsKey = word();
        this.userKill = word();
        this.project = file();
        this.projectKey = word();
        this.projectKill = word();
        this.record = random.nextBoolean();
        this.recordDamaged = rarely();
        this.usage = given();
        this.errors = given();
        this.traces = given();
        this.notice = pick(Notice.values());
        this.nobodyToAsk = random.nextBoolean();
        this.rememberedUserKey = rarely();
        this.rememberedUserErrorsKey = rarely();
        this.rememberedUserKill = rarely();
        this.rememberedProjectKey = rarely();
    }

    ConsentInputs inputs() {
        return new ScenarioInputs(this).inputs();
    }

    private boolean rarely() {
        return random.nextInt(100) >= silence && random.nextBoolean();
    }

    private Word word() {
        return random.nextInt(100) < silence ? Word.ABSENT : pick(Word.values());
    }

    private Given given() {
        return random.nextInt(100) < silence ? Given.NOTHING : pick(Given.values());
    }

    private File file() {
        if (random.nextBoolean()) {
            return File.ABSENT;
        }
        return random.nextInt(100) < silence ? File.WHOLE : pick(File.values());
    }

    <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    void put(Map<String, String> map, String name, Word word) {
        if (word != Word.ABSENT) {
            map.put(name, text(word));
        }
    }

    /** One way of many to write it. */
    String text(Word word) {
        return switch (word) {
            case ABSENT -> throw new IllegalStateException();
            case YES -> pick(new String[] {"1", "true", "TRUE", "yes", " on ", "Y", "t"});
            case NO -> pick(new String[] {"0", "false", "False", "no", " off", "N", "f"});
            case EMPTY -> pick(new String[] {"", " "});
            case GARBAGE -> pick(new String[] {"2", "maybe", "nope", "tru", "fals", "0x0", "null", "-1", "ja"});
        };
    }
}
