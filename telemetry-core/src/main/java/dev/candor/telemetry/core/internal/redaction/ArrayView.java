package dev.candor.telemetry.core.internal.redaction;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The elements of an array of any type but characters and bytes, which hold passwords and contents. */
final class ArrayView {

    private ArrayView() {}

    /** At most {@code most} elements as a list, or null when the array is opaque. */
    static @Nullable List<?> of(Object array, int most) {
        if (array instanceof Object[] objects) {
            return Arrays.asList(objects);
        }
        if (array instanceof int[] a) {
            return list(a.length, most, i -> a[i]);
        }
        if (array instanceof long[] a) {
            return list(a.length, most, i -> a[i]);
        }
        if (array instanceof double[] a) {
            return list(a.length, most, i -> a[i]);
        }
        if (array instanceof float[] a) {
            return list(a.length, most, i -> a[i]);
        }
        if (array instanceof short[] a) {
            return list(a.length, most, i -> a[i]);
        }
        if (array instanceof boolean[] a) {
            return list(a.length, most, i -> a[i]);
        }
        return null;
    }

    private static List<?> list(int length, int most, IntFunction<Object> element) {
        return IntStream.range(0, Math.min(length, most)).mapToObj(element).toList();
    }
}
