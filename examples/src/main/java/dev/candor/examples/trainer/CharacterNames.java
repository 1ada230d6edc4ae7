package dev.candor.examples.trainer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What the model learns from: the names that Unicode gave to characters, all of which the Java platform knows, and the general
 * category of each, such as upper-case letter or currency symbol.
 *
 * @param training what is trained on
 * @param heldOut what is measured on, and never trained on
 */
record CharacterNames(List<Example> training, List<Example> heldOut) {
    /** How many features there are. */
    static final int FEATURES = 1 << 13;

    /** How many general categories {@link Character#getType(int)} tells apart, with some room. */
    static final int CATEGORIES = 32;

    private static final int LAST = 0x1FFFF;
    private static final int HELD_OUT = 10;
    private static final int GRAM = 3;

    CharacterNames {
        training = List.copyOf(training);
        heldOut = List.copyOf(heldOut);
    }

    /** A character's name as the numbers of its features, and its category. */
    static final class Example {
        private final int[] features;
        private final int category;

        Example(int[] features, int category) {
            this.features = features;
            this.category = category;
        }

        /** The numbers of its features: not a copy, since training reads it millions of times. */
        int[] features() {
            return features;
        }

        int category() {
            return category;
        }
    }

    /** Reads all names; the same seed gives the same parts. */
    static CharacterNames read(long seed) {
        List<Example> all = new ArrayList<>();
        for (int point = 0; point <= LAST; point++) {
            if (isNamed(point)) {
                String name = Character.getName(point);
                if (name != null) {
                    all.add(new Example(features(name), Character.getType(point)));
                }
            }
        }
        Collections.shuffle(all, new Random(seed));
        int kept = all.size() / HELD_OUT;
        return new CharacterNames(all.subList(kept, all.size()), all.subList(0, kept));
    }

    /** Ideographs, syllables and private characters have numbers instead of names. */
    private static boolean isNamed(int point) {
        int type = Character.getType(point);
        return type != Character.UNASSIGNED
                && type != Character.SURROGATE
                && type != Character.PRIVATE_USE
                && !Character.isIdeographic(point)
                && !Character.UnicodeBlock.HANGUL_SYLLABLES.equals(Character.UnicodeBlock.of(point));
    }

    /** The hashes of all groups of three letters. */
    private static int[] features(String name) {
        String padded = "^" + name + "$";
        int[] features = new int[padded.length() - GRAM + 1];
        for (int i = 0; i < features.length; i++) {
            int hash = padded.substring(i, i + GRAM).hashCode() * 0x9E3779B1;
            features[i] = hash >>> (Integer.SIZE - 13);
        }
        return features;
    }
}
