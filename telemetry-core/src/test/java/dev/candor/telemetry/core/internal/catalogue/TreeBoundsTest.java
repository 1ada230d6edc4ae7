package dev.candor.telemetry.core.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TreeBoundsTest {

    @Test
    void cut_treeWithinItsBounds_isWholeAndEqual() {
        Map<String, Object> tree = Map.of("a", List.of(1L, "x"), "b", Map.of("c", true));
        TreeBounds bounds = new TreeBounds(3, 100);

        assertThat(bounds.cut(tree)).isEqualTo(tree);
        assertThat(bounds.whole()).isTrue();
    }

    @Test
    void cut_branchBelowTheDepth_becomesAMark() {
        TreeBounds bounds = new TreeBounds(1, 100);

        assertThat(bounds.cut(Map.of("a", List.of(1L)))).isEqualTo(Map.of("a", "<cut>"));
        assertThat(bounds.whole()).isFalse();
    }

    @Test
    void cut_moreValuesThanAllowed_endsThere() {
        TreeBounds bounds = new TreeBounds(3, 3);

        assertThat((List<?>) bounds.cut(List.of(1L, 2L, 3L, 4L))).isEqualTo(List.of(1L, 2L));
        assertThat(bounds.whole()).isFalse();
    }

    @Test
    void cut_valueThatRedactionReplacedOrCut_isNotWhole() {
        for (String mark : List.of("<cut>", "long text <cut>", "<object>", "<unscannable>")) {
            TreeBounds bounds = new TreeBounds(3, 100);

            bounds.cut(Map.of("a", mark));

            assertThat(bounds.whole()).as(mark).isFalse();
        }
    }

    @Test
    void cut_whatWasPrivate_isWhole() {
        TreeBounds bounds = new TreeBounds(3, 100);

        bounds.cut(Map.of("a", "<email>", "b", "<secret>"));

        assertThat(bounds.whole()).isTrue();
    }
}
