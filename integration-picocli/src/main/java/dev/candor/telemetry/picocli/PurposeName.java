package dev.candor.telemetry.picocli;

import dev.candor.telemetry.Audience;
import dev.candor.telemetry.Purpose;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A purpose as people write it, in any case. Only those that an answer is about: an owner's destination has switches of its own. */
final class PurposeName implements ITypeConverter<Purpose> {

    @Override
    public Purpose convert(String written) {
        for (Purpose each : Purpose.values()) {
            boolean asked = each.audience() == Audience.MAINTAINER;
            if (asked
                    && each.name()
                            .toLowerCase(Locale.ROOT)
                            .equals(written.strip().toLowerCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new TypeConversionException("'" + written + "' is neither usage nor errors");
    }
}
