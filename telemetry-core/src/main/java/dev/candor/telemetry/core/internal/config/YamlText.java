package dev.candor.telemetry.core.internal.config;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML by SnakeYAML's parser, from its events: nothing is ever constructed, so a tag names no class and an alias
 * multiplies nothing. Both are refused all the same.
 */
final class YamlText {
    private final ParserImpl parser;
    private final Collected collected = new Collected();

    private YamlText(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Limits.BYTES);
        options.setNestingDepthLimit(Limits.DEPTH);
        this.parser = new ParserImpl(new StreamReader(text), options);
    }

    static Content parse(String text) throws RefusedException {
        try {
            return new YamlText(text).stream();
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 0
                    : broken.getProblemMark().getLine() + 1;
            throw new RefusedException("it is not valid YAML", line);
        }
    }

    private Content stream() throws RefusedException {
        parser.getEvent();
        Event first = parser.getEvent();
        if (first instanceof StreamEndEvent) {
            return collected.content();
        }
        DocumentStartEvent start = (DocumentStartEvent) first;
        if (start.getVersion() != null
                || (start.getTags() != null && !start.getTags().isEmpty())) {
            throw refused("it has directives", start);
        }
        Event root = parser.getEvent();
        if (root instanceof MappingStartEvent mapping) {
            mapping("", mapping, 1);
        } else if (!(root instanceof ScalarEvent scalar) || !isNothing(scalar) || isMarked(scalar)) {
            throw refused("it is not a list of keys and values", root);
        }
        if (!(parser.getEvent() instanceof DocumentEndEvent)) {
            throw refused("it is not a list of keys and values", root);
        }
        Event last = parser.getEvent();
        if (!(last instanceof StreamEndEvent)) {
            throw refused("it holds more than one document", last);
        }
        return collected.content();
    }

    private void mapping(String section, MappingStartEvent start, int depth) throws RefusedException {
        enter(start, depth);
        for (Event each = parser.getEvent(); !(each instanceof MappingEndEvent); each = parser.getEvent()) {
            if (!(each instanceof ScalarEvent key) || isMarked(key)) {
                throw refused("it has a key that is not plain text", each);
            }
            if (key.isPlain() && key.getValue().equals("<<")) {
                throw refused("it merges keys", key);
            }
            value(Collected.join(section, key.getValue()), line(key), parser.getEvent(), depth);
        }
    }

    private void value(String key, int line, Event value, int depth) throws RefusedException {
        if (value instanceof ScalarEvent scalar) {
            enter(scalar, depth);
            boolean nothing = isNothing(scalar);
            collected.add(
                    key, nothing ? Entry.Kind.NOTHING : Entry.Kind.SCALAR, nothing ? "" : scalar.getValue(), line);
        } else if (value instanceof MappingStartEvent mapping) {
            collected.add(key, Entry.Kind.OTHER, "", line);
            mapping(key, mapping, depth + 1);
        } else if (value instanceof SequenceStartEvent sequence) {
            collected.add(key, Entry.Kind.OTHER, "", line);
            sequence(key, sequence, depth + 1);
        } else {
            throw refused("it uses aliases", value);
        }
    }

    private void sequence(String key, SequenceStartEvent start, int depth) throws RefusedException {
        enter(start, depth);
        int index = 0;
        for (Event each = parser.getEvent(); !(each instanceof SequenceEndEvent); each = parser.getEvent()) {
            value(Collected.join(key, Integer.toString(index++)), line(each), each, depth);
        }
    }

    private static void enter(NodeEvent event, int depth) throws RefusedException {
        if (depth > Limits.DEPTH) {
            throw refused("it is nested deeper than 64", event);
        }
        if (isMarked(event)) {
            throw refused("it uses anchors, aliases or tags", event);
        }
    }

    private static boolean isMarked(NodeEvent event) {
        return event instanceof AliasEvent
                || event.getAnchor() != null
                || (event instanceof ScalarEvent scalar && scalar.getTag() != null)
                || (event instanceof MappingStartEvent mapping && mapping.getTag() != null)
                || (event instanceof SequenceStartEvent sequence && sequence.getTag() != null);
    }

    private static boolean isNothing(ScalarEvent scalar) {
        return scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN && PlainYaml.isNull(scalar.getValue());
    }

    private static int line(Event event) {
        return event.getStartMark() == null ? 0 : event.getStartMark().getLine() + 1;
    }

    private static RefusedException refused(String problem, Event event) {
        return new RefusedException(problem, line(event));
    }
}
