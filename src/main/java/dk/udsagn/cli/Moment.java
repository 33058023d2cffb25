package dk.udsagn.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;

/** A moment as a person writes it. */
final class Moment {
    /** An exact time; a time of this place's clock; a day, which means its end: what was decided on that day counts. */
    private static final List<Function<String, Instant>> FORMS = List.of(Instant::parse, text -> OffsetDateTime.parse(text).toInstant(),
        text -> LocalDateTime.parse(text.replace(' ', 'T')).atZone(ZoneId.systemDefault()).toInstant(),
        text -> LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant().minusMillis(1));

    private Moment() {
    }

    static Instant of(String text) {
        for (var form : FORMS) {
            try {
                return form.apply(text.strip());
            } catch (DateTimeParseException e) {
                // perhaps in the next form
            }
        }
        throw new IllegalArgumentException("--as-of \"" + text + "\" is no time; write it as in 2026-05-01T12:00:00Z, 2026-05-01T14:00:00+02:00, or 2026-05-01 for the end of that day");
    }
}
