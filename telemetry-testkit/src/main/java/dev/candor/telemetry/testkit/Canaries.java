package dev.candor.telemetry.testkit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Facts of this machine and this process that no signal holds. */
final class Canaries {
    private static final String PROPERTY = "candor.canary";
    private static final String PROPERTY_VALUE = "canary-property-9d41";
    private static final String THREAD = "canary-thread-7f3a";

    private Canaries() {}

    static Map<String, String> plant() {
        System.setProperty(PROPERTY, PROPERTY_VALUE);
        Map<String, String> canaries = new LinkedHashMap<>();
        canaries.put("a system property", PROPERTY_VALUE);
        canaries.put("the name of the thread", THREAD);
        canaries.put("the working directory", System.getProperty("user.dir"));
        canaries.put("the home directory", System.getProperty("user.home") + "/");
        canaries.put("the class path", System.getProperty("java.class.path"));
        ifTelling("the user's name", System.getProperty("user.name"), canaries);
        ifTelling("the host's name", host(), canaries);
        canaries.put("the process's number", "\"" + ProcessHandle.current().pid() + "\"");
        return canaries;
    }

    static void remove() {
        System.clearProperty(PROPERTY);
    }

    /** Runs in a thread whose name is a canary. */
    static void inThread(Runnable task) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                        done.complete(null);
                    } catch (RuntimeException | Error thrown) {
                        done.completeExceptionally(thrown);
                    }
                },
                THREAD);
        thread.setDaemon(true);
        thread.start();
        done.get(2, TimeUnit.MINUTES);
    }

    /** A short name, such as root, occurs in many words. */
    private static void ifTelling(String what, String value, Map<String, String> canaries) {
        if (value.length() >= 6 && !value.equals("localhost")) {
            canaries.put(what, value);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "";
        }
    }
}
