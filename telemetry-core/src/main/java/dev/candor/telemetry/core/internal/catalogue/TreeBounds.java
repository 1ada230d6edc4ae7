package dev.candor.telemetry.core.internal.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts a redacted tree to the depth and number of values that its attribute declares. */
public final class TreeBounds {
    /** What stands where something was cut. */
    public static final String CUT = "<cut>";

    private final int maxDepth;
    private int left;
    private boolean whole = true;

    /** Bounds for one tree. */
    public TreeBounds(int maxDepth, int maxNodes) {
        this.maxDepth = maxDepth;
        this.left = maxNodes;
    }

    /** The tree within its bounds: deeper branches and values beyond the number become {@value #CUT}. */
    public Object cut(Object tree) {
        return cut(tree, 0);
    }

    /** Whether nothing was cut, here or where the tree was redacted, and no value was replaced for its class. */
    public boolean whole() {
        return whole;
    }

    private Object cut(Object value, int depth) {
        if (left-- <= 0) {
            return cut();
        }
        if (value instanceof Map<?, ?> members) {
            return depth >= maxDepth ? cut() : cutMap(members, depth);
        }
        if (value instanceof List<?> items) {
            return depth >= maxDepth ? cut() : cutList(items, depth);
        }
        whole &= !(value instanceof String text && stands(text));
        return value;
    }

    private String cut() {
        whole = false;
        return CUT;
    }

    /** Whether the text is what the redactor puts where something was too large, failed or of an unknown class. */
    private static boolean stands(String text) {
        return text.endsWith(CUT) || text.equals("<unscannable>") || text.equals("<object>");
    }

    private Object cutMap(Map<?, ?> members, int depth) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (left <= 0) {
                whole = false;
                break;
            }
            if (member.getValue() != null) {
                kept.put(String.valueOf(member.getKey()), cut(member.getValue(), depth + 1));
            }
        }
        return kept;
    }

    private Object cutList(List<?> items, int depth) {
        List<Object> kept = new ArrayList<>();
        for (Object item : items) {
            if (left <= 0) {
                whole = false;
                break;
            }
            if (item != null) {
                kept.add(cut(item, depth + 1));
            }
        }
        return kept;
    }
}
