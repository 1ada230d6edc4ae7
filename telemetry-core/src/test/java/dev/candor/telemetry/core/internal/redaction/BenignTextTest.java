package dev.candor.telemetry.core.internal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenignTextTest {

    private final Redactor redactor = Redactor.builder().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dlt 1.4.2, Python 3.11.7, OpenJDK 17.0.15+6, kernel 6.1.0-18-amd64",
                "org.springframework.boot:spring-boot-starter-web:3.2.1",
                "com.acme.tool:core:1.0.0-SNAPSHOT, com.acme:bom:2.16.7.Final",
                "java.util.concurrent.ThreadPoolExecutor$Worker.run(ThreadPoolExecutor.java:635)",
                "\tat org.hibernate.engine.jdbc.internal.JdbcServicesImpl.<init>(JdbcServicesImpl.java:51) ~[hibernate-core-6.4.1.jar:6.4.1]",
                "Caused by: java.lang.NullPointerException: Cannot invoke \"String.length()\" because \"<local1>\" is null",
                "com.acme.shop.OrderService$$SpringCGLIB$$0.place(<generated>)",
                "com.acme.Order$$Lambda$14/0x0000000800c03000.apply(Unknown Source)",
                "run 550e8400-e29b-41d4-a716-446655440000 finished",
                "2026-11-28T13:22:44.123456Z INFO  [main] c.a.s.App : Started App in 2.345 seconds (process running for 2.9)",
                "Sat, 28 Nov 2026 13:22:44 GMT",
                "commit 9fceb02d0ae598e95dc970b74767f19372d61af8",
                "actions/checkout@9fceb02d0ae598e95dc970b74767f19372d61af8",
                "alpine@sha256:c5b1261d6d3e43071626931fc004f70149baeba2c8ec672bd4f27761f8e1ad6b",
                "trace_id=4bf92f3577b34da6a3ce929d0e0e4736 span_id=00f067aa0ba902b7",
                "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "exit code 137, signal 9, took 12.5 ms (p99 130 ms), 3,000,000 rows",
                "HTTP/1.1 502 Bad Gateway from https://api.example.com/v1/items",
                "see https://docs.example.org/errors#timeouts and https://github.com/acme/tool/issues/12",
                "Failed to execute goal org.apache.maven.plugins:maven-compiler-plugin:3.15.0:compile",
                "Could not resolve placeholder 'app.name' in value \"${app.name}\"",
                "duplicate key value violates unique constraint \"orders_pkey\"",
                "Unexpected character ('}' (code 125)): was expecting double-quote to start field name",
                "x86_64-unknown-linux-gnu, aarch64-apple-darwin, linux/arm64/v8",
                "thread \"pool-3-thread-17\" prio=5 tid=0x00007f3c2c0a1000 nid=0x1a03 waiting on condition",
                "Heap: 412M(1024M), G1 young 12 regions, 0.034 s",
                "SELECT id, name FROM orders WHERE status = ? ORDER BY created_at LIMIT 10",
                "expected: <true> but was: <false>",
                "DefaultListableBeanFactoryPostProcessorRegistrationDelegate",
                "MAX_RETRIES_EXCEEDED_FOR_DESTINATION_1",
                "The quick brown fox jumps over the lazy dog, doesn't it?",
                "learning_rate=2e-5 batch_size=16 num_epochs=3 loss=0.123 seed=42",
                "gpu: NVIDIA A100-SXM4-80GB x 8, cuda 12.1, driver 535.104.05",
                "k8s: CrashLoopBackOff (restarts 5), OOMKilled",
                "SHA-256 and AES/GCM/NoPadding, TLSv1.3 TLS_AES_256_GCM_SHA384",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36",
                "postgres 15.4 (Debian 15.4-1.pgdg120+1)",
                "ERROR 1045 (28000): Access denied",
                "key=value, a:b, {x: 1, y: 2}, [1, 2, 3], <tag>",
                "usage: tool [--dry-run] [-v] --output FORMAT",
                "100% of 12 tests passed; 0 failed; 3 skipped",
            })
    void text_ofEverydayLogs_isTheSameObject(String text) {
        assertThat(redactor.redact(text)).isSameAs(text);
    }
}
