package dev.candor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTypeTest {
    private static final Attribute<Boolean> SUCCESS = Attribute.flag("success");
    private static final Attribute<Long> ROWS = Attribute.wholeNumber("rows", 0, 10);

    @Test
    void build_everythingDeclared_isKept() {
        EventType type = EventType.named("pipeline/load")
                .owner("data team")
                .because("to see which loads fail")
                .expires(2027, 2, 28)
                .dailyCap(5)
                .with(SUCCESS)
                .with(ROWS)
                .build();

        assertThat(type).hasToString("pipeline/load");
        assertThat(type.purpose()).isEqualTo(Purpose.USAGE);
        assertThat(type.owner()).isEqualTo("data team");
        assertThat(type.reason()).isEqualTo("to see which loads fail");
        assertThat(type.expires()).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(type.dailyCap()).isEqualTo(5);
        assertThat(type.attributes()).isEqualTo(List.of(SUCCESS, ROWS));
        assertThat(type.size()).isEqualTo(2);
        assertThat(type.attribute(1)).isSameAs(ROWS);
    }

    @Test
    void build_nothingDeclared_neverExpiresAndHasADailyCap() {
        EventType type = EventType.named("x").build();

        assertThat(type.expires()).isNull();
        assertThat(type.expiredOn(Long.MAX_VALUE - 1)).isFalse();
        assertThat(type.dailyCap()).isEqualTo(10_000);
        assertThat(type.attributes()).isEmpty();
    }

    @Test
    void expiredOn_theDayBeforeAndTheDay_endsWithTheDay() {
        EventType type = EventType.named("x").expires(2027, 2, 28).build();
        long day = LocalDate.of(2027, 2, 28).toEpochDay();

        assertThat(type.expiredOn(day - 1)).isFalse();
        assertThat(type.expiredOn(day)).isTrue();
        assertThat(type.expiredOn(day + 1)).isTrue();
    }

    @Test
    void indexOf_anotherAttributeOfTheSameName_isNotDeclared() {
        EventType type = EventType.named("x").with(SUCCESS).with(ROWS).build();

        assertThat(type.indexOf(ROWS)).isEqualTo(1);
        assertThat(type.indexOf(Attribute.flag("success"))).isEqualTo(-1);
    }

    @Test
    void with_twoAttributesOfOneName_isRefused() {
        EventType.Builder builder = EventType.named("x").with(SUCCESS);

        assertThatThrownBy(() -> builder.with(Attribute.flag("success")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("success");
    }

    @Test
    void dailyCap_notPositive_isRefused() {
        assertThatThrownBy(() -> EventType.named("x").dailyCap(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void build_builderUsedOn_leavesTheTypeAsItWas() {
        EventType.Builder builder = EventType.named("x").with(SUCCESS);
        EventType type = builder.build();

        builder.with(ROWS);

        assertThat(type.attributes()).isEqualTo(List.of(SUCCESS));
    }
}
