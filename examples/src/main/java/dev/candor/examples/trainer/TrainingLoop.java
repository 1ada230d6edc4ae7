package dev.candor.examples.trainer;

import dev.candor.examples.trainer.CharacterNames.Example;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Epochs of steps: each epoch goes through all examples in a new order, each step through a batch of them. */
final class TrainingLoop {
    private final TrainerConfig config;
    private final CharacterNames names;
    private final Network network;
    private final List<TrainingListener> listeners;

    TrainingLoop(TrainerConfig config, CharacterNames names, Network network, List<TrainingListener> listeners) {
        this.config = config;
        this.names = names;
        this.network = network;
        this.listeners = List.copyOf(listeners);
    }

    /**
     * Trains.
     *
     * @return the accuracy on what was held out
     * @throws DivergedException when the loss is no number any more
     */
    double run() throws DivergedException {
        List<Example> examples = new ArrayList<>(names.training());
        Random order = new Random(config.seed());
        long perEpoch = (examples.size() + config.batchSize() - 1L) / config.batchSize();
        long planned = Math.min(config.steps(), perEpoch * config.epochs());
        listeners.forEach(listener -> listener.started(planned, config.epochs()));
        long step = 0;
        double accuracy = 0;
        for (int number = 0; step < planned; number++) {
            int epoch = number;
            listeners.forEach(listener -> listener.epochStarted(epoch));
            Collections.shuffle(examples, order);
            step = epoch(examples, step, planned);
            double measured = network.accuracy(names.heldOut());
            accuracy = measured;
            listeners.forEach(listener -> listener.epochEnded(epoch, measured));
        }
        double reached = accuracy;
        listeners.forEach(listener -> listener.ended(reached));
        return reached;
    }

    private long epoch(List<Example> examples, long before, long planned) throws DivergedException {
        long step = before;
        for (int from = 0; from < examples.size() && step < planned; from += config.batchSize()) {
            int to = Math.min(examples.size(), from + config.batchSize());
            double loss = network.step(examples.subList(from, to), (float) config.learningRate());
            step++;
            long number = step;
            listeners.forEach(listener -> listener.stepped(number, loss, config.learningRate()));
            if (!Double.isFinite(loss)) {
                throw new DivergedException(step, config.learningRate());
            }
        }
        return step;
    }
}
