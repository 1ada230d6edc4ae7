package dev.candor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeTest {

    @Test
    void factories_eachKind_declareTheirValueType() {
        AllowList allowed = new AllowList(Set.of("acme"));

        assertThat(Attribute.oneOf("a", "x", "y").type()).isEqualTo(new ValueType.OneOf(Set.of("x", "y")));
        assertThat(Attribute.number("a", -1, 1).type()).isEqualTo(new ValueType.RealNumber(-1, 1));
        assertThat(Attribute.wholeNumber("a", 0, 9).type()).isEqualTo(new ValueType.WholeNumber(0, 9));
        assertThat(Attribute.flag("a").type()).isEqualTo(new ValueType.Flag());
        assertThat(Attribute.elapsed("a").type()).isEqualTo(new ValueType.Elapsed());
        assertThat(Attribute.version("a").type()).isEqualTo(new ValueType.Version());
        assertThat(Attribute.hash("a").type()).isEqualTo(new ValueType.Hash());
        assertThat(Attribute.text("a", 80).type()).isEqualTo(new ValueType.Text(80));
        assertThat(Attribute.listed("a", allowed).type()).isEqualTo(new ValueType.Listed(allowed));
    }

    @Test
    void factories_structures_declareWhatIsInThem() {
        Attribute<Boolean> flag = Attribute.flag("ok");
        AllowList allowed = new AllowList(Set.of("acme"));

        assertThat(Attribute.listOf("a", flag, 3).type()).isEqualTo(new ValueType.ListOf(new ValueType.Flag(), 3));
        assertThat(Attribute.recordOf("a", flag).type()).isEqualTo(new ValueType.RecordOf(List.of(flag)));
        assertThat(Attribute.tree("a", 4, 50).type())
                .isEqualTo(new ValueType.Tree(4, 50, AllowList.nothing(), Set.of()));
        assertThat(Attribute.tree("a", 4, 50, allowed, "base_model").type())
                .isEqualTo(new ValueType.Tree(4, 50, allowed, Set.of("base_model")));
    }

    @Test
    void because_aReason_makesAnotherAttributeOfTheSameNameAndType() {
        Attribute<Boolean> plain = Attribute.flag("ok");

        Attribute<Boolean> explained = plain.because("to see what fails");

        assertThat(plain.reason()).isEmpty();
        assertThat(explained.reason()).isEqualTo("to see what fails");
        assertThat(explained.type()).isEqualTo(plain.type());
        assertThat(explained).hasToString("ok").isNotSameAs(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1st", "_x", "a b", "a\n", "naïve", "a|b", "a`b"})
    void name_thatADocumentOrABackendCannotHold_isRefused(String name) {
        assertThatThrownBy(() -> Attribute.flag(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventType.named(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void name_ofSixtyFiveCharacters_isRefused() {
        assertThat(Attribute.flag("x".repeat(64)).name()).hasSize(64);
        assertThatThrownBy(() -> Attribute.flag("x".repeat(65))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneOf_sameWordTwice_isRefused() {
        assertThatThrownBy(() -> Attribute.oneOf("a", "x", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void types_collectionsChangedLater_areNotTouched() {
        Set<String> words = new HashSet<>(Set.of("x"));
        List<Attribute<?>> members = new ArrayList<>(List.of(Attribute.flag("ok")));
        ValueType.OneOf set = new ValueType.OneOf(words);
        ValueType.RecordOf record = new ValueType.RecordOf(members);

        words.add("y");
        members.clear();

        assertThat(set.values()).isEqualTo(Set.of("x"));
        assertThat(record.members()).hasSize(1);
    }
}
