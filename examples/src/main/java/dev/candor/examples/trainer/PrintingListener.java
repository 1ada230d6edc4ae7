package dev.candor.examples.trainer;

import java.io.PrintStream;
import java.util.Locale;

/** Tells the person how training goes: a line for each epoch. */
final class PrintingListener implements TrainingListener {
    private final PrintStream out;
    private double loss;
    private long step;

    PrintingListener(PrintStream out) {
        this.out = out;
    }

    @Override
    public void started(long plannedSteps, int plannedEpochs) {
        out.println("training: " + plannedSteps + " steps in at most " + plannedEpochs + " epochs");
    }

    @Override
    public void stepped(long number, double newLoss, double learningRate) {
        step = number;
        loss = newLoss;
    }

    @Override
    public void epochEnded(int epoch, double accuracy) {
        out.printf(Locale.ROOT, "epoch %d  step %d  loss %.4f  accuracy %.4f%n", epoch + 1, step, loss, accuracy);
    }
}
