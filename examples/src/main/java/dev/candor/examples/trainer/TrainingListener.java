package dev.candor.examples.trainer;

/** Hears what a training loop does, on the thread that runs it. */
interface TrainingListener {

    /** Training begins. */
    default void started(long plannedSteps, int plannedEpochs) {}

    /** An epoch begins; they are counted from 0. */
    default void epochStarted(int epoch) {}

    /** A step is over; they are counted from 1. */
    default void stepped(long step, double loss, double learningRate) {}

    /** An epoch is over, with the accuracy on what was held out. */
    default void epochEnded(int epoch, double accuracy) {}

    /** Training is over and went well. */
    default void ended(double accuracy) {}
}
