package dev.candor.benchmarks.calls;

import dev.candor.benchmarks.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Holds the calls against their budgets. */
final class CallBudgets {
    /** In percent. For events it is held against a steady rate: see {@link SteadyResult}. */
    private static final double MOST_LOST = 30;

    /** What a doubled text may cost, where two is exactly linear. */
    private static final double MOST_PER_DOUBLING = 2.2;

    private final List<JmhResult> results;
    private final Doublings doublings;

    CallBudgets(List<JmhResult> results, Doublings doublings) {
        this.results = List.copyOf(results);
        this.doublings = doublings;
    }

    List<Verdict> verdicts() {
        List<Verdict> all = new ArrayList<>();
        JmhResult event = find("EventCalls.event", "", 1);
        JmhResult denied = find("CandorCalls.eventDenied", "", 1);
        all.add(Verdict.atMost("an event, enabled", 150, event.median(), "ns"));
        all.add(Verdict.atMost("what an event allocates", 300, event.bytes(), "bytes"));
        double denial = denied.median() - find("CandorCalls.nothing", "", 1).median();
        all.add(Verdict.atMost("an event, denied, over an empty method", 1, denial, "ns"));
        all.add(Verdict.atMost("what a denied event allocates", 0, Math.rint(denied.bytes()), "bytes"));
        all.add(Verdict.atMost(
                "a span, started and ended", 300, find("SpanCalls.span", "", 1).median(), "ns"));
        all.add(Verdict.atMost(
                "a counter's increment",
                10,
                find("CandorCalls.counterIncrement", "", 1).median(),
                "ns"));
        all.add(redaction("clean", "nothing private in it"));
        all.add(redaction("secret", "three private things in it"));
        all.add(Verdict.atMost("redaction of a doubled text", MOST_PER_DOUBLING, doublings.worst(), "times"));
        for (String call : List.of("SpanCalls.span", "CandorCalls.counterIncrement")) {
            all.add(Verdict.atMost("what a second thread takes from " + call, MOST_LOST, lost(call), "%"));
        }
        return all;
    }

    /** What a second thread takes from events in bursts that are together more than the cores have room for, in percent. */
    double lostWithoutRest() {
        return lost("EventCalls.event");
    }

    private double lost(String call) {
        return 100 * (1 - find(call, "", 1).median() / find(call, "", 2).median());
    }

    /** What Candor has for a vendor's call. */
    JmhResult same(JmhResult other) {
        String method = other.benchmark().substring(other.benchmark().lastIndexOf('.') + 1);
        String own = switch (method) {
            case "event" -> "EventCalls.event";
            case "span" -> "SpanCalls.span";
            case "noop" -> "CandorCalls.eventDenied";
            default -> "CandorCalls." + method;
        };
        return find(own, "", other.threads());
    }

    private Verdict redaction(String text, String title) {
        JmhResult short200 = find("RedactionCalls." + text, "", 1);
        return Verdict.atMost("redaction of 200 characters, " + title, 2, short200.median() / 1_000, "µs");
    }

    private JmhResult find(String benchmark, String parameter, int threads) {
        return results.stream()
                .filter(each -> each.benchmark().equals(benchmark)
                        && each.parameter().equals(parameter)
                        && each.threads() == threads)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("JMH measured no " + benchmark + " " + parameter));
    }
}
