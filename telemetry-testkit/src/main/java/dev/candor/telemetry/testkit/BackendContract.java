package dev.candor.telemetry.testkit;

/**
 * What every backend must do.
 *
 * <p>A backend's test extends this class and says how to make the backend, where to send to, and which rows of the table of answers
 * differ:
 *
 * <pre>{@code
 * class ExampleBackendTest extends BackendContract {
 *     public BackendProvider provider() { return new ExampleBackendProvider(); }
 *     public Receiver<?> receiver() { return new ExampleReceiver(); }
 *     public Map<String, String> settings(Receiver<?> receiver) {
 *         return Map.of("endpoint", receiver.uri().toString(), "key", "key-1", "timeout", "60");
 *     }
 *     public Map<String, String> impatient() { return Map.of("timeout", "4"); }
 *     public Duration deadline() { return Duration.ofSeconds(4); }
 *     public Expected expected(int status) { return status == 408 ? Expected.RETRY : super.expected(status); }
 * }
 * }</pre>
 *
 * <p>Needs JUnit Jupiter. Each test opens receivers of its own on the loopback address; two write to global places of the process
 * (standard streams, logging) for as long as they run, so run it in one thread.
 */
public abstract class BackendContract
        implements EncodingContract,
                AnswerContract,
                WaitContract,
                SettlementContract,
                DeadlineContract,
                SettingsContract,
                PrivacyContract,
                NeighbourContract {

    /** For subclasses. */
    protected BackendContract() {}

    @Override
    public Expected expected(int status) {
        return Expected.usually(status);
    }
}
