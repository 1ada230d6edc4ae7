package dev.candor.examples.trainer;

/** Ways to add a row of weights to a vector. They give the same sums; which one is faster depends on the machine. */
enum Kernel {
    PLAIN {
        @Override
        void add(float[] sums, float[] weights, int row) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weights[row + i];
            }
        }
    },
    UNROLLED {
        @Override
        void add(float[] sums, float[] weights, int row) {
            int i = 0;
            for (; i + 3 < sums.length; i += 4) {
                sums[i] += weights[row + i];
                sums[i + 1] += weights[row + i + 1];
                sums[i + 2] += weights[row + i + 2];
                sums[i + 3] += weights[row + i + 3];
            }
            for (; i < sums.length; i++) {
                sums[i] += weights[row + i];
            }
        }
    };

    /** Adds the row that begins at {@code row} to {@code sums}. */
    abstract void add(float[] sums, float[] weights, int row);
}
