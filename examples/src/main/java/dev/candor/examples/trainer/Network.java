package dev.candor.examples.trainer;

import dev.candor.examples.trainer.CharacterNames.Example;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A model with one hidden layer, trained by stochastic gradient descent on the cross entropy. Used by one thread. */
final class Network {
    private static final int CATEGORIES = CharacterNames.CATEGORIES;

    private final int width;
    private final float[] input;
    private final float[] output;
    private final float[] hidden;
    private final float[] hiddenGradient;
    private final float[] scores = new float[CATEGORIES];
    private final Autotune autotune = new Autotune();
    private Kernel kernel = Kernel.PLAIN;

    Network(int width, long seed) {
        this.width = width;
        this.input = random(CharacterNames.FEATURES * width, 0.1f, seed);
        this.output = random(CATEGORIES * width, 0.1f, seed + 1);
        this.hidden = new float[width];
        this.hiddenGradient = new float[width];
    }

    private static float[] random(int size, float scale, long seed) {
        Random random = new Random(seed);
        float[] weights = new float[size];
        for (int i = 0; i < size; i++) {
            weights[i] = (float) random.nextGaussian() * scale;
        }
        return weights;
    }

    /** One step: learns from each example of a batch; returns the batch's mean loss before that. */
    double step(List<Example> batch, float rate) {
        double loss = 0;
        long start = System.nanoTime();
        kernel = autotune.kernel();
        for (Example example : batch) {
            forward(example);
            loss -= Math.log(Math.max(scores[example.category()], Float.MIN_NORMAL));
            // Math.max keeps NaN, and so does the loss
            backward(example, rate);
        }
        autotune.took(System.nanoTime() - start);
        return loss / batch.size();
    }

    /** Which kernel was found to be the fastest here, once that is known. */
    Optional<Autotune.Choice> tuned() {
        return autotune.choice();
    }

    /** The share of examples whose category is the most likely one. */
    double accuracy(List<Example> examples) {
        int right = 0;
        for (Example example : examples) {
            forward(example);
            int best = 0;
            for (int c = 1; c < CATEGORIES; c++) {
                if (scores[c] > scores[best]) {
                    best = c;
                }
            }
            if (best == example.category()) {
                right++;
            }
        }
        return (double) right / examples.size();
    }

    private void forward(Example example) {
        Arrays.fill(hidden, 0);
        for (int feature : example.features()) {
            kernel.add(hidden, input, feature * width);
        }
        for (int h = 0; h < width; h++) {
            hidden[h] = Math.max(0, hidden[h]);
        }
        float most = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < CATEGORIES; c++) {
            float sum = 0;
            for (int h = 0; h < width; h++) {
                sum += output[c * width + h] * hidden[h];
            }
            scores[c] = sum;
            most = Math.max(most, sum);
        }
        softmax(most);
    }

    private void softmax(float most) {
        float total = 0;
        for (int c = 0; c < CATEGORIES; c++) {
            scores[c] = (float) Math.exp(scores[c] - most);
            total += scores[c];
        }
        for (int c = 0; c < CATEGORIES; c++) {
            scores[c] /= total;
        }
    }

    private void backward(Example example, float rate) {
        Arrays.fill(hiddenGradient, 0);
        for (int c = 0; c < CATEGORIES; c++) {
            float error = scores[c] - (c == example.category() ? 1 : 0);
            for (int h = 0; h < width; h++) {
                int at = c * width + h;
                hiddenGradient[h] += error * output[at];
                output[at] -= rate * error * hidden[h];
            }
        }
        for (int h = 0; h < width; h++) {
            hiddenGradient[h] = hidden[h] > 0 ? rate * hiddenGradient[h] : 0;
        }
        for (int feature : example.features()) {
            int row = feature * width;
            for (int h = 0; h < width; h++) {
                input[row + h] -= hiddenGradient[h];
            }
        }
    }

    /** Writes the weights: the width, then both layers. */
    void save(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(width);
            for (float weight : input) {
                out.writeFloat(weight);
            }
            for (float weight : output) {
                out.writeFloat(weight);
            }
        }
    }
}
