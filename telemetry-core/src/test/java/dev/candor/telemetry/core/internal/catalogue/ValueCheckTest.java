package dev.candor.telemetry.core.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.candor.telemetry.AllowList;
import dev.candor.telemetry.Attribute;
import dev.candor.telemetry.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueCheckTest {
    private static final ValueType REAL = new ValueType.RealNumber(0, 10);
    private static final ValueType WHOLE = new ValueType.WholeNumber(0, 10);

    private final List<String> counted = new ArrayList<>();
    private final ValueCheck check = new ValueCheck(new RealScrubber(), counted::add);

    @ParameterizedTest
    @MethodSource("taken")
    void check_valueWithinItsType_isTaken(ValueType type, Object value, Object sent) {
        assertThat(check.check("a", type, value)).isEqualTo(sent);
        assertThat(counted).isEmpty();
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                arguments(new ValueType.OneOf(Set.of("x")), "x", "x"),
                arguments(REAL, 2.5, 2.5),
                arguments(REAL, 2.5f, 2.5),
                arguments(REAL, 3, 3.0),
                arguments(REAL, new BigDecimal("2.5"), 2.5),
                arguments(REAL, BigInteger.TEN, 10.0),
                arguments(REAL, 0.0, 0.0),
                arguments(WHOLE, 7L, 7L),
                arguments(WHOLE, 7, 7L),
                arguments(WHOLE, (short) 7, 7L),
                arguments(WHOLE, (byte) 7, 7L),
                arguments(new ValueType.Flag(), true, true),
                arguments(new ValueType.Elapsed(), Duration.ofMillis(1500), 1.5),
                arguments(new ValueType.Version(), "1.4.0-rc1+b_2", "1.4.0-rc1+b_2"),
                arguments(new ValueType.Version(), "v2", "v2"),
                arguments(new ValueType.Hash(), "name", "0".repeat(32)),
                arguments(new ValueType.Text(20), "to a@b.example", "to <email>"),
                arguments(new ValueType.Listed(new AllowList(Set.of("acme"))), "acme/x", "acme/x"),
                arguments(new ValueType.ListOf(WHOLE, 3), List.of(1, 2L), List.of(1L, 2L)),
                arguments(new ValueType.ListOf(WHOLE, 3), Set.of(1), List.of(1L)),
                arguments(
                        new ValueType.RecordOf(List.of(Attribute.flag("ok"), Attribute.flag("late"))),
                        Map.of("ok", true, "undeclared", "x"),
                        Map.of("ok", true)),
                arguments(
                        new ValueType.Tree(3, 9, AllowList.nothing(), Set.of()),
                        Map.of("password", "x", "size", 3),
                        Map.of("password", "<secret>", "size", 3)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void check_valueOutsideItsType_isNothing(ValueType type, Object value) {
        assertThat(check.check("a", type, value)).isNull();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(new ValueType.OneOf(Set.of("x")), 1),
                arguments(REAL, Double.NaN),
                arguments(REAL, Double.POSITIVE_INFINITY),
                arguments(REAL, -0.1),
                arguments(REAL, 10.1),
                arguments(REAL, "2"),
                arguments(REAL, new AtomicLong(2)),
                arguments(WHOLE, 11L),
                arguments(WHOLE, -1),
                arguments(WHOLE, 2.0),
                arguments(WHOLE, BigInteger.TWO),
                arguments(new ValueType.Flag(), "true"),
                arguments(new ValueType.Elapsed(), Duration.ofNanos(-1)),
                arguments(new ValueType.Elapsed(), 1.5),
                arguments(new ValueType.Version(), ""),
                arguments(new ValueType.Version(), "v"),
                arguments(new ValueType.Version(), "latest"),
                arguments(new ValueType.Version(), "1.0 of jane"),
                arguments(new ValueType.Version(), "1." + "0".repeat(64)),
                arguments(new ValueType.Hash(), 7),
                arguments(new ValueType.Text(20), 7),
                arguments(new ValueType.ListOf(WHOLE, 3), "1"),
                arguments(new ValueType.ListOf(WHOLE, 3), Map.of()),
                arguments(new ValueType.RecordOf(List.of()), List.of()),
                arguments(WHOLE, null));
    }

    @Test
    void check_wordOutsideItsSet_isOtherAndCounted() {
        assertThat(check.check("kind", new ValueType.OneOf(Set.of("x")), "secret"))
                .isEqualTo("other");
        assertThat(check.check("model", new ValueType.Listed(AllowList.nothing()), "acme/secret"))
                .isEqualTo("other");
        assertThat(counted).containsExactly("sent as other: kind", "sent as other: model");
    }

    @Test
    void check_listTooLongOrWithWrongItems_isCutAndCounted() {
        ValueType two = new ValueType.ListOf(WHOLE, 2);

        assertThat(check.check("a", two, List.of(1, 2, 3))).isEqualTo(List.of(1L, 2L));
        assertThat(check.check("b", two, Arrays.asList("x", 2))).isEqualTo(List.of(2L));
        assertThat(counted).containsExactly("sent in part: a", "sent in part: b");
    }

    @Test
    void check_recordWithAWrongMember_dropsThatMemberAndCountsIt() {
        ValueType record = new ValueType.RecordOf(List.of(Attribute.flag("ok"), Attribute.hash("id")));

        assertThat(check.check("a", record, Map.of("ok", "yes", "id", "x"))).isEqualTo(Map.of("id", "0".repeat(32)));
        assertThat(counted).containsExactly("sent in part: ok");
    }

    @Test
    void check_longText_isCutBetweenCharactersAndCounted() {
        Object sent = check.check("a", new ValueType.Text(5), "word\uD83D\uDE00 more");

        assertThat(sent).isEqualTo("word");
        assertThat(counted).containsExactly("sent in part: a");
    }

    @Test
    void check_cleanValues_areTheSameObjects() {
        String word = new String("x");
        Long number = 1_000L;
        Double real = 2.5;

        assertThat(check.check("a", new ValueType.OneOf(Set.of("x")), word)).isSameAs(word);
        assertThat(check.check("a", new ValueType.Text(9), word)).isSameAs(word);
        assertThat(check.check("a", new ValueType.WholeNumber(0, 2_000), number))
                .isSameAs(number);
        assertThat(check.check("a", REAL, real)).isSameAs(real);
    }
}
