package dev.candor.telemetry.core.internal.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class ThreadKindTest {

    @Test
    void of_threadOfItsOwn_isOther() throws InterruptedException {
        AtomicReference<String> kind = new AtomicReference<>();

        Thread thread = new Thread(() -> kind.set(kindHere()), "jane.doe@example.com");
        thread.start();
        thread.join();

        assertThat(kind.get()).isEqualTo("other");
    }

    @Test
    void of_threadOfAPool_isPool() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            assertThat(pool.submit(ThreadKindTest::kindHere).get(30, TimeUnit.SECONDS))
                    .isEqualTo("pool");
        } finally {
            pool.shutdown();
        }
        assertThat(ForkJoinPool.commonPool().submit(ThreadKindTest::kindHere).get(30, TimeUnit.SECONDS))
                .isEqualTo("pool");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void of_virtualThread_isVirtual() throws Exception {
        AtomicReference<String> kind = new AtomicReference<>();
        Runnable asking = () -> kind.set(kindHere());

        Thread thread = (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, asking);
        thread.join();

        assertThat(kind.get()).isEqualTo("virtual");
    }

    private static String kindHere() {
        return ThreadKind.of(Thread.currentThread(), new Throwable().getStackTrace());
    }
}
