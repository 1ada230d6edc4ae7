package dev.candor.telemetry.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {
    @ParameterizedTest
    @CsvSource({"GET, GET", "post, POST", "Delete, DELETE", "BREW, OTHER", "OTHER, OTHER", "'', OTHER"})
    void method_sent_isOneOfAFew(String sent, String name) {
        assertThat(Method.of(sent).name()).isEqualTo(name);
    }

    @Test
    void name_eachMethod_isItsOwnAndTheSameObjectEachTime() {
        Route route = Route.of("/items/{id}");

        for (Method method : Method.values()) {
            String name = route.name(method);
            assertThat(name).isEqualTo(method.name() + " /items/{id}");
            assertThat(route.name(method)).isSameAs(name);
        }
    }
}
