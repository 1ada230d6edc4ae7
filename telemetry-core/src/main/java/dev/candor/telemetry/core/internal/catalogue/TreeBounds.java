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

    private TreeBounds(int maxDepth, int maxNodes) {
        this.maxDepth = maxDepth;
        this.left = maxNodes;
    }

    /** The tree within its bounds: deeper branches and values beyond the number become {@value #CUT}. */
    public static Object cut(Object tree, int maxDepth, int maxNodes) {
        return new TreeBounds(maxDepth, maxNodes).cut(tree, 0);
    }

    private Object cut(Object value, int depth) {
        if (left-- <= 0) {
            return CUT;
        }
        if (value instanceof Map<?, ?> members) {
            return depth >= maxDepth ? CUT : cutMap(members, depth);
        }
        if (value instanceof List<?> items) {
            return depth >= maxDepth ? CUT : cutList(items, depth);
        }
        return value;
    }

    private Object cutMap(Map<?, ?> members, int depth) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (left <= 0) {
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
                break;
            }
            if (item != null) {
                kept.add(cut(item, depth + 1));
            }
        }
        return kept;
    }
}
