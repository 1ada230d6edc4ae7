package dev.candor.telemetry.core.internal.delivery;

/**
 * How much one attempt takes.
 *
 * @param frames at most this many
 * @param bytes at most this many bytes of spooled payload, or one frame
 */
public record BatchLimits(int frames, int bytes) {

    /** 512 frames, as many as OpenTelemetry's exporters send at once, or 512 KiB. */
    public static BatchLimits usual() {
        return new BatchLimits(512, 512 * 1024);
    }
}
