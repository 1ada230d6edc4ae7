package dev.candor.telemetry.core.internal.recording;

import dev.candor.telemetry.core.internal.config.Entry;
import java.util.List;
import java.util.Map;

/** JSON: objects in braces, and no comments, so that no note can be left. */
final class JsonSyntax implements Syntax {

    @Override
    public List<Splice> replacing(TextLines text, Entry entry, Written value) {
        List<Span> spans = Span.behind(text, entry.line(), ':', ",}]");
        return CommentAtLineEnd.replacing(spans, "", Written.plain(value.value()));
    }

    @Override
    public List<Splice> adding(TextLines text, Map<String, Entry> entries, String key, Written value) {
        for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            Entry object = entries.get(key.substring(0, dot));
            if (object != null) {
                String member = Braces.nested(key.substring(dot + 1), value.text(), "\"");
                return Braces.onLine(text, object.line(), member);
            }
        }
        String member = Braces.nested(key, value.text(), "\"");
        int brace = text.text().indexOf('{');
        return List.of(brace < 0 ? text.append("{" + member + "}\n") : Braces.first(text, brace + 1, member));
    }

    @Override
    public List<Splice> undoing(TextLines text, Entry entry) {
        return List.of();
    }
}
