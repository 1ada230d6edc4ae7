package dev.candor.telemetry.core.internal.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose an error is. */
class OwnershipTest {
    private final Ownership ownership = new Ownership(List.of("a.b"));

    @ParameterizedTest
    @ValueSource(strings = {"a.b.C", "a.b.C$D", "a.b.c.D"})
    void owns_classUnderThePackage_isOwned(String className) {
        assertThat(ownership.owns(className)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.bc.D", "a.b", "a.B.C", "x.a.b.C", "a.b$C", "a.b/../c.D", "tmp.customer.a.b.C", ""})
    void owns_lookAlike_isNotOwned(String className) {
        assertThat(ownership.owns(className)).isFalse();
    }

    @Test
    void answersFor_firstFrameOutsideTheRuntimeOwned_answers() {
        assertThat(ownership.answersFor(stack("java.util.List", "jdk.internal.X", "a.b.C", "app.Main"), false))
                .isTrue();
    }

    @Test
    void answersFor_applicationFrameFirst_answersOnlyWhereAnyFrameCounts() {
        StackTraceElement[] stack = stack("java.util.List", "app.Callback", "a.b.C");

        assertThat(ownership.answersFor(stack, false)).isFalse();
        assertThat(ownership.answersFor(stack, true)).isTrue();
    }

    @Test
    void answersFor_packageThatOnlyBeginsLikeTheRuntimes_endsTheSearch() {
        assertThat(ownership.answersFor(stack("javassist.Proxy", "a.b.C"), false))
                .isFalse();
        assertThat(ownership.answersFor(stack("sunny.Day", "a.b.C"), false)).isFalse();
    }

    @Test
    void answersFor_noStack_doesNotAnswer() {
        assertThat(ownership.answersFor(stack(), true)).isFalse();
    }

    private static StackTraceElement[] stack(String... classes) {
        return Arrays.stream(classes)
                .map(each -> new StackTraceElement(each, "m", "F.java", 1))
                .toArray(StackTraceElement[]::new);
    }
}
