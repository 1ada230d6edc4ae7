package dev.candor.telemetry.core.internal.codec;

import dev.candor.telemetry.core.internal.spool.PayloadBuffer;
import dev.candor.telemetry.core.internal.spool.PayloadReader;
import dev.candor.telemetry.spi.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A resource is encoded once and its bytes are put into every frame, so that a frame needs nothing beside itself. */
public final class ResourceCodec {
    private byte[] lastBytes = new byte[0];
    private @Nullable Resource lastResource;

    /** The bytes of {@code resource}. */
    public static byte[] encode(Resource resource) {
        PayloadBuffer out = new PayloadBuffer();
        out.putString(resource.toolName());
        out.putString(resource.toolVersion());
        out.putString(resource.environment());
        out.putString(resource.osName());
        out.putString(resource.osVersion());
        out.putString(resource.osArch());
        out.putString(resource.javaVersion());
        out.putString(resource.javaVendor());
        out.putVarint(resource.cpus());
        out.putVarint(resource.memoryBytes());
        out.putBoolean(resource.ci());
        out.putString(resource.ciName());
        out.putVarint(resource.execInfo().size());
        for (String info : resource.execInfo()) {
            out.putString(info);
        }
        Values.writeEntries(out, resource.extra());
        return out.toByteArray();
    }

    /** Reads the bytes of a resource, with their length; the same as last time give the same object. */
    Resource decode(PayloadReader in) {
        Resource known = lastResource;
        if (known != null && in.skips(lastBytes)) {
            return known;
        }
        byte[] bytes = in.getBytes();
        Resource resource = read(new PayloadReader(bytes));
        lastBytes = bytes;
        lastResource = resource;
        return resource;
    }

    private static Resource read(PayloadReader in) {
        String toolName = in.getString();
        String toolVersion = in.getString();
        String environment = in.getString();
        String osName = in.getString();
        String osVersion = in.getString();
        String osArch = in.getString();
        String javaVersion = in.getString();
        String javaVendor = in.getString();
        int cpus = (int) in.getVarint();
        long memory = in.getVarint();
        boolean ci = in.getBoolean();
        String ciName = in.getString();
        int infos = Values.size(in, 0);
        List<String> execInfo = new ArrayList<>();
        for (int i = 0; i < infos; i++) {
            execInfo.add(in.getString());
        }
        return new Resource(
                toolName,
                toolVersion,
                environment,
                osName,
                osVersion,
                osArch,
                javaVersion,
                javaVendor,
                cpus,
                memory,
                ci,
                ciName,
                execInfo,
                Values.readEntries(in));
    }
}
