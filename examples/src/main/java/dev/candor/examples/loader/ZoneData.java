package dev.candor.examples.loader;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/** The source: the time-zone rules of the Java platform, which every machine has. */
final class ZoneData {
    /** Zones with a rule that goes on for ever are written out to this year. */
    private static final int LAST_YEAR = 2037;

    private ZoneData() {}

    /** A zone as the platform gives it. */
    record RawZone(String id, List<ZoneOffsetTransition> transitions) {}

    /** Reads every zone; {@code progress} hears how many were read. */
    static List<RawZone> extract(IntConsumer progress) {
        List<RawZone> zones = new ArrayList<>();
        for (String id : new TreeSet<>(ZoneRulesProvider.getAvailableZoneIds())) {
            zones.add(new RawZone(id, transitions(ZoneId.of(id).getRules())));
            progress.accept(zones.size());
        }
        return zones;
    }

    private static List<ZoneOffsetTransition> transitions(ZoneRules rules) {
        List<ZoneOffsetTransition> all = new ArrayList<>(rules.getTransitions());
        List<ZoneOffsetTransitionRule> forEver = rules.getTransitionRules();
        if (!forEver.isEmpty()) {
            int next = all.isEmpty()
                    ? 1970
                    : all.get(all.size() - 1).getDateTimeBefore().getYear() + 1;
            for (int year = next; year <= LAST_YEAR; year++) {
                for (ZoneOffsetTransitionRule rule : forEver) {
                    all.add(rule.createTransition(year));
                }
            }
        }
        return all;
    }

    /** The zone's row. */
    record ZoneRow(int key, String id, String region, int offsetNow) {}

    /** A change of a zone's offset. */
    record TransitionRow(int zoneKey, long epochSecond, int offsetBefore, int offsetAfter, boolean gap) {}

    /** The two tables. */
    record Tables(List<ZoneRow> zones, List<TransitionRow> transitions) {}

    /** Turns zones into rows of two tables, with keys. */
    static Tables normalize(List<RawZone> raw, Instant now, IntConsumer progress) {
        List<ZoneRow> zones = new ArrayList<>();
        List<TransitionRow> transitions = new ArrayList<>();
        for (RawZone zone : raw) {
            int key = zones.size() + 1;
            int slash = zone.id().indexOf('/');
            ZoneOffset offset = ZoneId.of(zone.id()).getRules().getOffset(now);
            zones.add(new ZoneRow(
                    key, zone.id(), slash < 0 ? "" : zone.id().substring(0, slash), offset.getTotalSeconds()));
            for (ZoneOffsetTransition change : zone.transitions()) {
                transitions.add(new TransitionRow(
                        key,
                        change.toEpochSecond(),
                        change.getOffsetBefore().getTotalSeconds(),
                        change.getOffsetAfter().getTotalSeconds(),
                        change.isGap()));
            }
            progress.accept(zones.size());
        }
        return new Tables(zones, transitions);
    }
}
